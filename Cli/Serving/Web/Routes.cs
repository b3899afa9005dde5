using System.Globalization;
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

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public void Map(RouteGroupBuilder at)
    {
        void Get(string path, Delegate answer) => at.MapMethods(path, Reading, answer);
        Get("/", () => Results.Redirect($"{sessions.New().Id}/"));
        Get("/page.css", () => Asset("page.css", "text/css; charset=utf-8"));
        Get("/page.js", () => Asset("page.js", Script));
        Get("/day.css", () => Asset("day.css", "text/css; charset=utf-8"));
        Get("/day.js", () => Asset("day.js", Script));
        Get("/day-picture.js", () => Asset("day-picture.js", Script));
        Get("/{session}/", (string session, string? q) => Shown(session, one => one.Query = q?.Trim() ?? ""));
        Get("/{session}/events", (string session, HttpContext context) => EventStream.Send(sessions.Find(session), context, workshop.Ends));
        Get("/{session}/steps", (string session) => With(session, one => Results.Text(one.Steps.ToString(CultureInfo.InvariantCulture))));
        Get("/{session}/scenario.yaml", (string session, int? number) => With(session, one => Downloads.Scenario(one, number)));
        Get("/{session}/chart/{name}", (string session, string name) => With(session, one => Downloads.Chart(one, name)));
        Get("/{session}/charts", (string session) => With(session, Downloads.Charts));
        Get("/{session}/report.html", (string session) => With(session, Downloads.Report));
        Get("/{session}/report.pdf", (string session) => With(session, one => Downloads.Pdf(one, workshop.Ends)));
        Get("/{session}/answer.xlsx", (string session) => With(session, one => Downloads.Workbook(one, workshop.System)));
        Get("/{session}/day", (string session, string? date) => With(session, one => Days.Page(workshop, one, date)));
        Get("/{session}/day.json", (string session, string? date, HttpContext context) =>
            sessions.Find(session) is { } found ? Days.File(workshop, found, date, context) : Task.FromResult(Gone()));
        Get("/{session}/{other}", Gone);
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
            return Message.Page("What was sent is no form, or has a sign that no text has.", StatusCodes.Status400BadRequest);
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
            "take-out" => one => one.TakeOut(Number("index"), Text("words")),
            "cost" => one => one.Cost(Text("line").Trim(), Text("partner"), Text("pounds").Trim(), Text("often") != "once"),
            "take-out-cost" => one => one.TakeOutCost(Number("index"), Text("words")),
            "bring-back" => one => one.Drafts.BringBack(),
            "undo" => one => one.Undo(),
            "rename" => one => one.Rename(Text("title")),
            "new" => one => one.New(Text("include") is { Length: > 0 } id ? [id] : []),
            "include" when Text("include").Length > 0 => one => one.Include(Text("include")),
            "exclude" => one => one.Exclude(Text("include")),
            "copy" => one => one.Drafts.Copy(),
            "delete" => one => one.Drafts.Delete(),
            "choose" => one => one.Drafts.Choose(Number("number")),
            "compare" => one => one.Drafts.Compare(Number("number"), Text("compared") == "yes"),
            "read" when form.Files is [var file] => await Read(file).ConfigureAwait(false),
            _ => null,
        };
        if (action is null)
        {
            return Message.Page("There is no such step.", StatusCodes.Status400BadRequest);
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
        Message.Page("There is no such page, or there were too many and it was left longest ago.", StatusCodes.Status404NotFound, "../", "Begin anew");

    private static IResult Asset(string name, string type)
    {
        using var stream = typeof(Routes).Assembly.GetManifestResourceStream("serve." + name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Results.Bytes(memory.ToArray(), type);
    }
}
