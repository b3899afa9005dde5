using FlowSim.Cli.Serving.Engine;
using FlowSim.Cli.Serving.Pages;
using FlowSim.Cli.Serving.Work;
using FlowSim.Scenarios.Experiments;
using Microsoft.AspNetCore.Http;

namespace FlowSim.Cli.Serving.Web;

/// <summary>The page of one possible day, and the file that its script plays.</summary>
internal static class Days
{
    private const string Html = "text/html; charset=utf-8";

    public static IResult Page(Workshop workshop, WorkSession session, string? date)
    {
        var choice = new DayChoice(workshop.FirstTime);
        var day = choice.Of(date);
        return Results.Content(new DayPage(workshop, session, choice, day).Html(), Html, statusCode: day is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    public static async Task<IResult> File(Workshop workshop, WorkSession session, string? date, CancellationToken left)
    {
        var choice = new DayChoice(workshop.FirstTime);
        if (choice.Of(date) is not { } day)
        {
            return Results.Text(choice.Refusal, statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            var title = session.Open.Now.IsEmpty ? "Baseline" : session.Open.Now.Title;
            return Results.Bytes(await session.Day(day, (run, results) => DayFile.Of(run, results, day, title), left).ConfigureAwait(false), "application/json");
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
}
