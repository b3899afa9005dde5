using System.Globalization;
using FlowSim.Cli.Serving.Work;
using FlowSim.Plots.Report;
using FlowSim.Scenarios.Asked;

namespace FlowSim.Cli.Serving.Pages;

/// <summary>What can be moved: the first screen, or what is looked for; grouped by what it is of.</summary>
internal sealed class LeverPanel(LeverList levers, WorkSession session)
{
    public void Write(HtmlWriter page)
    {
        page.Open("section", ("aria-labelledby", "levers-title")).Element("h2", "What can be moved", ("id", "levers-title"));
        page.Open("form", ("method", "get"), ("action", "./"), ("class", "search"), ("role", "search")).EndLine();
        page.Open("label").Text("Look for ").Void("input", ("type", "search"), ("name", "q"), ("value", session.Query), ("placeholder", "a place, beds, a rate …")).Close();
        page.Element("button", "Find", ("type", "submit")).Close();
        page.Open("div", ("data-part", "levers")).EndLine();
        var (shown, count) = session.Query.Length == 0 ? (levers.First, levers.First.Count) : levers.Find(session.Query);
        Said(page, shown.Count, count);
        foreach (var group in shown.GroupBy(Heading))
        {
            page.Element("h3", group.Key).Open("ul", ("class", "levers")).EndLine();
            foreach (var lever in group)
            {
                Lever(page, lever);
            }

            page.Close();
        }

        page.Close().Close();
    }

    private void Said(HtmlWriter page, int shown, int count)
    {
        var text = session.Query.Length == 0 ? "The system’s own choice. Look for anything else that stands in it."
            : count == 0 ? $"Nothing with “{session.Query}”. Try one word of it: a place, a ward, what it is."
            : count > shown ? FormattableString.Invariant($"The first {shown} of {count}: a further word narrows them.")
            : FormattableString.Invariant($"{count} found.");
        page.Element("p", text, ("class", "note"), ("role", "status"));
    }

    private void Lever(HtmlWriter page, SettablePath lever)
    {
        // What runs, with all that the scenario includes and changes.
        var moved = session.Values.TryGetValue(lever.Path, out var now) && now != lever.Value ? now : null;
        var value = moved ?? lever.Value;
        page.Open("li", ("class", moved is null ? "lever" : "lever moved"));
        WorkPage.Form(page, "move", ("path", lever.Path));
        page.Open("label").Element("span", lever.Words, ("class", "words"));
        page.Void("input", ("name", "value"), ("value", value), ("autocomplete", "off"), ("spellcheck", "false"), ("title", lever.MayBe.Length > 0 ? $"May be {lever.MayBe}" : null)).Close();
        if (Slider.Of(value) is { } slider && Slider.Of(lever.Value) is { } present)
        {
            page.Void("input", ("type", "range"), ("min", "0"), ("max", Text(Math.Max(present.Most, slider.Value))), ("step", Text(present.Step)),
                ("value", Text(slider.Value)), ("data-rest", slider.Rest), ("aria-label", lever.Words));
        }

        page.Element("button", "Set", ("type", "submit"), ("aria-label", $"Set {lever.Words}")).Close();
        page.Element("p", About(lever, moved, value), ("class", "about"));
        page.Close();
    }

    private static string About(SettablePath lever, string? moved, string value)
    {
        string[] parts =
        [
            moved is null ? "" : $"baseline {lever.Value}",
            lever.Unit,
            lever.Range.Length > 0 ? $"plausible {lever.Range}" : "",
            lever.Status,
            lever.Source,
            value.StartsWith('{') ? "a number takes the place of all of this, at all hours" : "",
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    /// <summary>The part of the network; of what stands in none, what it is.</summary>
    private static string Heading(SettablePath lever) => lever.Area.Length > 0 ? lever.Area : lever.Section switch
    {
        "pools" => "Beds, spaces, crews and staff",
        "streams" or "population" => "Who comes",
        "stages" => "Steps of care",
        "calendars" => "Hours",
        "rosters" => "Rosters",
        _ => "Tables",
    };

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
