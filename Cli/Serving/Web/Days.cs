using System.IO.Compression;
using FlowSim.Cli.Running;
using FlowSim.Cli.Serving.Engine;
using FlowSim.Cli.Serving.Pages;
using FlowSim.Cli.Serving.Work;
using FlowSim.Scenarios.Experiments;
using Microsoft.AspNetCore.Http;

namespace FlowSim.Cli.Serving.Web;

/// <summary>The page of one possible day, and the file that its script plays.</summary>
internal static class Days
{
    private const string Json = "application/json";
    private const string Html = "text/html; charset=utf-8";

    public static IResult Page(Workshop workshop, WorkSession session, string? date)
    {
        var choice = new DayChoice(workshop.Time);
        var day = choice.Of(date);
        var status = day is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return Results.Content(new DayPage(workshop, session, choice, day).Html(), Html, statusCode: status);
    }

    public static async Task<IResult> File(Workshop workshop, WorkSession session, string? date, HttpContext context)
    {
        var choice = new DayChoice(workshop.Time);
        if (choice.Of(date) is not { } day)
        {
            return Results.Text(choice.Refusal, statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            var title = session.Open.Now.IsEmpty ? "Baseline" : session.Open.Now.Title;
            var packed = await session.Day(day, (run, results) => DayFile.Of(run, results, day, title), context.RequestAborted).ConfigureAwait(false);
            return Packed(packed, context);
        }
        catch (Exception failure) when (failure is CommandFailure or RunFailedException)
        {
            return Results.Text(failure.Message, statusCode: StatusCodes.Status409Conflict);
        }
        catch (OperationCanceledException)
        {
            return Results.Text("Another day or scenario was asked for meanwhile: load the page again.", statusCode: StatusCodes.Status409Conflict);
        }
    }

    /// <summary>As it is kept, or unpacked for who does not take it so.</summary>
    private static IResult Packed(byte[] packed, HttpContext context)
    {
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return Results.Bytes(packed, Json);
        }

        return Results.Stream(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress), Json);
    }
}
