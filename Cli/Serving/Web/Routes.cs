using System.Globalization;
using System.Text;
using FlowSim.Cli.Serving.Engine;
using FlowSim.Cli.Serving.Pages;
using FlowSim.Cli.Serving.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FlowSim.Cli.Serving.Web;

/// <summary>What can be asked of the server, below its token.</summary>
internal sealed class Routes(Workshop workshop, LeverList levers, WorkSessions sessions)
{
    private const string Html = "text/html; charset=utf-8";
    private const string Script = "text/javascript; charset=utf-8";

    public void Map(RouteGroupBuilder at)
    {
        at.MapGet("/", () => Results.Redirect($"{sessions.New().Id}/"));
        at.MapGet("/page.css", () => Asset("page.css", "text/css; charset=utf-8"));
        at.MapGet("/page.js", () => Asset("page.js", Script));
        at.MapGet("/day.css", () => Asset("day.css", "text/css; charset=utf-8"));
        at.MapGet("/day.js", () => Asset("day.js", Script));
        at.MapGet("/day-picture.js", () => Asset("day-picture.js", Script));
        at.MapGet("/{session}/", (string session, string? q) => Shown(session, one => one.Query = q?.Trim() ?? ""));
        at.MapGet("/{session}/events", (string session, HttpContext context) => EventStream.Send(sessions.Find(session), context, workshop.Ends));
        at.MapGet("/{session}/scenario.yaml", (string session) => With(session, one =>
            Results.File(Encoding.UTF8.GetBytes(one.Open.Now.Text), "application/yaml", WorkSession.FileOf(one.Open))));
        at.MapGet("/{session}/chart/{name}", (string session, string name) => With(session, one => Downloads.Chart(one, name)));
        at.MapGet("/{session}/charts", (string session) => With(session, Downloads.Charts));
        at.MapGet("/{session}/report.html", (string session) => With(session, Downloads.Report));
        at.MapGet("/{session}/report.pdf", (string session) => With(session, one => Downloads.Pdf(one, workshop.Ends)));
        at.MapGet("/{session}/answer.xlsx", (string session) => With(session, one => Downloads.Workbook(one, workshop.System)));
        at.MapGet("/{session}/day", (string session, string? date) => With(session, one => Days.Page(workshop, one, date)));
        at.MapGet("/{session}/day.json", (string session, string? date, HttpContext context) =>
            sessions.Find(session) is { } found ? Days.File(workshop, found, date, context) : Task.FromResult(Gone()));
        at.MapGet("/{session}/{other}", Gone);
        at.MapPost("/{session}/{step}", Step).DisableAntiforgery();
    }

    private async Task<IResult> Step(string session, string step, HttpContext context)
    {
        if (sessions.Find(session) is not { } found)
        {
            return Gone();
        }

        IFormCollection form;
        try
        {
            form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false)
                : FormCollection.Empty;
        }
        catch (InvalidDataException)
        {
            return Results.Text("What was sent is no form, or has a sign that no text has.", statusCode: StatusCodes.Status400BadRequest);
        }

        string Text(string name) => form[name].ToString().Replace("\0", "", StringComparison.Ordinal);
        int Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        if (step is "bottleneck" or "bottleneck-measure")
        {
            found.FindBottleneck(step == "bottleneck" ? null : Text("measure"));
            return Answer(found, context);
        }

        Action<WorkSession>? action = step switch
        {
            "move" when Text("path").Length > 0 => one => one.Move(Text("path"), Text("value").Trim(), Text("from").Trim()),
            "take-out" => one => one.TakeOut(Number("index")),
            "undo" => one => one.Undo(),
            "rename" => one => one.Rename(Text("title")),
            "new" => one => one.New(Text("include") is { Length: > 0 } id ? [id] : []),
            "include" when Text("include").Length > 0 => one => one.Include(Text("include")),
            "copy" => one => one.Copy(),
            "delete" => one => one.Delete(),
            "choose" => one => one.Choose(Number("number")),
            "compare" => one => one.Compare(Number("number"), Text("compared") == "yes"),
            "read" when form.Files is [var file] => await Read(file).ConfigureAwait(false),
            _ => null,
        };
        if (action is null)
        {
            return Results.Text("There is no such step.", statusCode: StatusCodes.Status400BadRequest);
        }

        await Task.Run(() => found.Do(action)).ConfigureAwait(false);
        return Answer(found, context);
    }

    /// <summary>The page as it is now; a browser without the script is sent to it, so that loading it again takes no step again.</summary>
    private IResult Answer(WorkSession session, HttpContext context) =>
        context.Request.Headers["Sec-Fetch-Mode"] == "navigate" ? Results.Redirect("./", permanent: false) : Page(session);

    private static async Task<Action<WorkSession>> Read(IFormFile file)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory).ConfigureAwait(false);
        return one => one.Read(memory.ToArray(), file.FileName);
    }

    private IResult Shown(string id, Action<WorkSession> before) => With(id, session =>
    {
        before(session);
        return Page(session);
    });

    private IResult Page(WorkSession session) => Results.Content(new WorkPage(workshop, levers, session).Html(), Html);

    private IResult With(string id, Func<WorkSession, IResult> answer) => sessions.Find(id) is { } session ? answer(session) : Gone();

    private static IResult Gone() =>
        Results.Content("<!DOCTYPE html><html lang=\"en-GB\"><title>Gone</title><p>There is no such page, or there were too many and it was left longest ago. <a href=\"../\">Begin anew</a>.", Html,
            statusCode: StatusCodes.Status404NotFound);

    private static IResult Asset(string name, string type)
    {
        using var stream = typeof(Routes).Assembly.GetManifestResourceStream("serve." + name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Results.Bytes(memory.ToArray(), type);
    }
}
