using System.Text.Json;
using FlowSim.Cli.Serving.Engine;
using FlowSim.Cli.Serving.Pages;
using FlowSim.Cli.Serving.Work;
using Microsoft.AspNetCore.Http;

namespace FlowSim.Cli.Serving.Web;

/// <summary>What is calculated, as it comes: server-sent events, each the whole state.</summary>
internal static class EventStream
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);
    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static async Task Send(WorkSession? session, HttpContext context, CancellationToken ends)
    {
        if (session is null)
        {
            // 204 tells the browser not to ask again.
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ends);
        context.Response.ContentType = "text/event-stream";
        var states = session.Watch();
        try
        {
            while (true)
            {
                using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancel.Token);
                beat.CancelAfter(Heartbeat);
                var text = ": still here\n\n";
                try
                {
                    text = $"event: state\ndata: {Json(session, await states.ReadAsync(beat.Token).ConfigureAwait(false))}\n\n";
                }
                catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
                {
                    // Nothing new: the line says that the server is there.
                }

                await context.Response.WriteAsync(text, cancel.Token).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(cancel.Token).ConfigureAwait(false);
            }
        }
        catch (Exception left) when (left is OperationCanceledException or IOException)
        {
            // Who watched has gone, or the server ends.
        }
        finally
        {
            session.Leave(states);
        }
    }

    private static string Json(WorkSession session, LiveState state)
    {
        var picture = session.Latest is { } latest && !state.IsOld ? Downloads.Picture(latest) : null;
        return JsonSerializer.Serialize(
            new
            {
                state.Status,
                state.Html,
                state.Problem,
                Running = state.IsRunning,
                Old = state.IsOld,
                session.Steps,
                Chart = picture is null ? ""
                    : FormattableString.Invariant($"chart/{Downloads.Beside}.svg?v={Uri.EscapeDataString(picture.Name)}-{session.Latest!.Plan.Replications}"),
                Alt = picture is null ? "" : $"{picture.Title}. {picture.Description}",
                Bottleneck = BottleneckPanel.Html(session.Tried, session.TriedMeasure),
            },
            Names);
    }
}
