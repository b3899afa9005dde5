using System.Globalization;
using FlowSim.Cli.Serving.Engine;
using FlowSim.Cli.Serving.Work;
using FlowSim.Plots.Report;

namespace FlowSim.Cli.Serving.Pages;

/// <summary>
/// The page of a session. It is whole without its script, which saves loading it anew and shows the answer as it sharpens: parts with <c>data-part</c> are
/// replaced by those of the next page.
/// </summary>
internal sealed class WorkPage(Workshop workshop, LeverList levers, WorkSession session)
{
    public string Html()
    {
        var title = workshop.System.Title.Length > 0 ? workshop.System.Title : workshop.System.Id;
        var page = new HtmlWriter().Raw("<!DOCTYPE html>\n").Open("html", ("lang", "en-GB")).Open("head").EndLine();
        page.Void("meta", ("charset", "utf-8")).Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Element("title", $"{session.Open.Now.Title}: {title}");
        page.Void("link", ("rel", "icon"), ("href", "data:,")).Void("link", ("rel", "stylesheet"), ("href", "../page.css"));
        page.Open("script", ("src", "../page.js"), ("defer", "")).Close().Close();
        page.Open("body").Element("a", "Skip to the answer", ("class", "skip"), ("href", "#answer")).EndLine();
        page.Element("a", "To the answer", ("class", "jump button"), ("href", "#answer"), ("aria-hidden", "true"), ("tabindex", "-1"));
        page.Open("header").Element("h1", title);
        page.Element("p", "Move a number and watch what it does. Nothing is written to the system: what you move is a scenario of yours.", ("class", "note")).Close();
        page.Open("main").EndLine();
        page.Element("p", session.Steps.ToString(CultureInfo.InvariantCulture), ("id", "steps"), ("data-part", "steps"), ("hidden", ""));
        page.Open("div", ("class", "left")).EndLine();
        Scenarios(page);
        Tools(page);
        Changes(page);
        Cost(page);
        new LeverPanel(levers, session).Write(page);
        page.Close();
        Answer(page);
        return page.Close().Close().Close().ToString();
    }

    private void Scenarios(HtmlWriter page)
    {
        page.Open("section", ("data-part", "scenarios"), ("aria-labelledby", "scenarios-title")).Element("h2", "Scenarios", ("id", "scenarios-title"));
        page.Open("ul", ("class", "scenarios")).EndLine();
        foreach (var draft in session.Drafts.All)
        {
            var isOpen = draft == session.Open;
            var number = draft.Number.ToString(CultureInfo.InvariantCulture);
            page.Open("li");
            Form(page, "choose", ("number", number));
            page.Element("button", draft.Now.Title, ("type", "submit"), ("aria-current", isOpen ? "true" : null), ("class", "name")).Close();
            if (!isOpen)
            {
                Form(page, "compare", ("number", number), ("compared", draft.IsCompared ? "" : "yes"));
                page.Element("button", draft.IsCompared ? "beside it" : "set beside", ("type", "submit"), ("aria-pressed", draft.IsCompared ? "true" : "false"),
                    ("aria-label", $"Show {draft.Now.Title} beside the open scenario")).Close();
                if (draft.IsCompared && draft.Now.IsEmpty)
                {
                    page.Element("span", "changes nothing: it is the baseline", ("class", "note"));
                }
            }

            if (!draft.IsSaved)
            {
                page.Element("a", "not saved: save it", ("href", $"scenario.yaml?number={number}"), ("download", Drafts.FileOf(draft)), ("class", "note"),
                    ("aria-label", $"{draft.Now.Title} is not saved: save it as a file"));
            }

            page.Close();
        }

        page.Close();
        page.Element("p", "What is made here ends with flowsim serve. What is to last is saved as a file, which can be opened here again and compared on the command line.",
            ("class", "note"), ("id", "keep"), ("data-unsaved", session.Drafts.Unsaved.Count().ToString(CultureInfo.InvariantCulture)));
        if (session.Drafts.Deleted is { } deleted)
        {
            Button(page, "bring-back", $"Bring back “{deleted.Now.Title}”");
        }

        page.Close();
    }

    /// <summary>What is not needed at every step, in a box that stays as the reader left it.</summary>
    private void Tools(HtmlWriter page)
    {
        page.Open("details").Element("summary", "New, combine, rename, copy, open, save").EndLine();
        page.Open("div", ("class", "tools"), ("data-part", "tools")).EndLine();
        Form(page, "new");
        Known(page, "New from ", "the baseline");
        page.Element("button", "Begin", ("type", "submit")).Close();
        if (workshop.System.Scenarios.Count > 0)
        {
            Form(page, "include");
            Known(page, "Add to it all of ", null);
            page.Element("button", "Add", ("type", "submit")).Close();
        }

        Form(page, "rename");
        page.Open("label").Text("Name ").Void("input", ("name", "title"), ("value", session.Open.Now.Title), ("maxlength", "200"), ("required", "")).Close();
        page.Element("button", "Rename", ("type", "submit")).Close();
        Button(page, "copy", "Copy it");
        Button(page, "delete", "Delete it");
        page.Open("form", ("method", "post"), ("action", "read"), ("enctype", "multipart/form-data")).EndLine();
        page.Open("label").Text("From a file ").Void("input", ("type", "file"), ("name", "file"), ("accept", ".yaml,.yml"), ("required", "")).Close();
        page.Element("button", "Open", ("type", "submit")).Close();
        page.Element("a", "Save as a file", ("href", "scenario.yaml"), ("download", Drafts.FileOf(session.Open)), ("class", "button"));
        page.Close().Close();
    }

    /// <summary>A choice among the scenarios of the system.</summary>
    private void Known(HtmlWriter page, string label, string? none)
    {
        page.Open("label").Text(label).Open("select", ("name", "include"));
        if (none is not null)
        {
            page.Element("option", none, ("value", ""));
        }

        foreach (var id in workshop.System.Scenarios)
        {
            page.Element("option", workshop.System.TitleOf(id) is { Length: > 0 } named ? named : id, ("value", id));
        }

        page.Close().Close();
    }

    private void Changes(HtmlWriter page)
    {
        page.Open("section", ("data-part", "changes"), ("aria-labelledby", "changes-title")).Element("h2", $"What “{session.Open.Now.Title}” changes", ("id", "changes-title"));
        page.Open("p", ("class", "problem"), ("role", "alert")).Text(session.Notice).Close();
        var words = session.Open.Now.Words(workshop.System.Files);
        if (session.Open.Now.IsEmpty)
        {
            page.Element("p", "Nothing yet: the answer is of the baseline. Move a number below.", ("class", "note"));
        }

        page.Open("ul", ("class", "changes")).EndLine();
        foreach (var id in session.Open.Now.Include)
        {
            var all = $"All of: {(workshop.System.TitleOf(id) is { Length: > 0 } named ? named : id)}";
            page.Open("li").Text(all + " ");
            Form(page, "exclude", ("include", id));
            page.Element("button", "Take out", ("type", "submit"), ("aria-label", $"Take out: {all}")).Close().Close();
        }

        for (var index = 0; index < words.Count; index++)
        {
            page.Open("li").Text(words[index] + " ");
            TakeOut(page, "take-out", index, words[index]);
        }

        for (var index = 0; index < session.Open.Now.Costs.Count; index++)
        {
            page.Open("li").Text($"Cost: {session.Open.Now.Costs[index]} ");
            TakeOut(page, "take-out-cost", index, session.Open.Now.Costs[index]);
        }

        page.Close();
        if (session.Open.CanUndo)
        {
            Button(page, "undo", "Undo the last step");
        }

        page.Close();
    }

    private static void TakeOut(HtmlWriter page, string action, int index, string words)
    {
        Form(page, action, ("index", index.ToString(CultureInfo.InvariantCulture)), ("words", words));
        page.Element("button", "Take out", ("type", "submit"), ("aria-label", $"Take out: {words}")).Close().Close();
    }

    /// <summary>Money that the scenario itself takes, where the system has prices to set it against.</summary>
    private void Cost(HtmlWriter page)
    {
        if (workshop.System.Files.Costs is null)
        {
            return;
        }

        page.Open("details").Element("summary", "What it costs").EndLine();
        page.Open("div", ("class", "tools"), ("data-part", "cost")).EndLine();
        page.Element("p", "Without a cost of its own the answer counts what the scenario frees, and nothing against it.", ("class", "note"));
        Form(page, "cost");
        page.Open("label").Text("Pounds ").Void("input", ("name", "pounds"), ("placeholder", "420000"), ("required", ""), ("autocomplete", "off")).Close();
        page.Open("label").Element("span", "How often ").Open("select", ("name", "often"));
        page.Element("option", "a year", ("value", "year")).Element("option", "once", ("value", "once")).Close().Close();
        page.Open("label").Text("Paid by ").Open("select", ("name", "partner"));
        foreach (var partner in workshop.System.Partners)
        {
            page.Element("option", workshop.System.NameOf(partner), ("value", partner));
        }

        page.Close().Close();
        page.Open("label").Text("For ").Void("input", ("name", "line"), ("placeholder", "four beds"), ("maxlength", "100"), ("autocomplete", "off")).Close();
        page.Element("button", "Add this cost", ("type", "submit")).Close();
        page.Close().Close();
    }

    private void Answer(HtmlWriter page)
    {
        var shown = session.Shown;
        page.Open("section", ("id", "answer"), ("aria-labelledby", "answer-title"), ("tabindex", "-1")).Element("h2", "The answer so far", ("id", "answer-title"));
        page.Open("p", ("id", "status"), ("role", "status"), ("data-running", shown.IsRunning ? "true" : "false"))
            .Text(shown.Problem.Length > 0 ? "This cannot be run." : shown.Status.Length > 0 ? shown.Status : "Getting ready: the first page waits for the years before the branch.").Close();
        page.Element("p", shown.Problem, ("id", "problem"), ("class", "problem"));
        page.Open("div", ("id", "numbers"), ("class", shown.IsOld ? "old" : null)).Raw(shown.Html).Close();
        page.Open("noscript").Element("p", "Without scripts, load the page again to see what has come in.", ("class", "note")).Close();
        page.Open("figure", ("id", "chart")).Void("img", ("src", null), ("alt", ""), ("hidden", "")).Close();
        page.Open("section", ("aria-labelledby", "bottleneck-title")).Element("h3", "Where is the bottleneck?", ("id", "bottleneck-title"));
        page.Element("p", "Tries one bed, place, crew or member of staff more of each that is busy, by itself, and ranks what it would do. It takes as long as that many scenarios.", ("class", "note"));
        Button(page, "bottleneck", "Look for it");
        page.Open("div", ("id", "bottleneck")).Raw(BottleneckPanel.Html(session.Tried, session.TriedMeasure)).Close().Close();
        page.Open("p").Element("a", "One possible day", ("href", "day"), ("class", "button"))
            .Element("span", " the network with its patients moving through it, hour by hour", ("class", "note")).Close();
        page.Open("section", ("data-part", "save"), ("aria-labelledby", "save-title")).Element("h3", "Take it along", ("id", "save-title"));
        page.Open("p", ("class", "tools")).Element("a", "Report (HTML)", ("href", "report.html"), ("class", "button")).Text(" ")
            .Element("a", "Report (PDF)", ("href", "report.pdf"), ("class", "button"), ("title", "It takes some seconds to print")).Text(" ")
            .Element("a", "Workbook", ("href", "answer.xlsx"), ("class", "button")).Text(" ")
            .Element("a", "All charts", ("href", "charts"), ("class", "button")).Text(" ")
            .Element("a", "Scenario file", ("href", "scenario.yaml"), ("download", Drafts.FileOf(session.Open)), ("class", "button")).Close();
        page.Open("p", ("class", "note")).Text("The same on the command line, with the scenario saved: ").Element("code", session.Command).Close();
        page.Close().Close();
    }

    private static void Button(HtmlWriter page, string action, string text)
    {
        Form(page, action);
        page.Element("button", text, ("type", "submit")).Close();
    }

    /// <summary>A form that does one thing; it is left open for what it asks.</summary>
    internal static void Form(HtmlWriter page, string action, params ReadOnlySpan<(string Name, string Value)> values)
    {
        page.Open("form", ("method", "post"), ("action", action)).EndLine();
        foreach (var (name, value) in values)
        {
            page.Void("input", ("type", "hidden"), ("name", name), ("value", value));
        }
    }
}
