using FlowSim.Cli.Serving.Engine;
using FlowSim.Plots.Report;
using FlowSim.Plots.Words;

namespace FlowSim.Cli.Serving.Pages;

/// <summary>Which capacity would help most, as a table: of one measure, the best first.</summary>
internal static class BottleneckPanel
{
    /// <summary>The measures that can be chosen, and the table of one.</summary>
    /// <param name="state">How far it is.</param>
    /// <param name="measure">Id of the measure; empty: the first.</param>
    public static string Html(BottleneckState state, string measure)
    {
        var page = new HtmlWriter();
        page.Element("p", state.Status, ("role", "status"));
        if (state.Rows.Count == 0)
        {
            return page.ToString();
        }

        var shown = state.Rows.Any(row => row.Measure == measure) ? measure : state.Rows[0].Measure;
        WorkPage.Form(page, "bottleneck-measure");
        page.Open("label").Text("By what it does to ").Open("select", ("name", "measure"));
        foreach (var row in state.Rows.DistinctBy(row => row.Measure))
        {
            page.Element("option", row.Name, ("value", row.Measure), ("selected", row.Measure == shown ? "" : null));
        }

        page.Close().Close().Element("button", "Rank", ("type", "submit")).Close();
        var rows = state.Rows.Where(row => row.Measure == shown && double.IsFinite(row.Mean)).ToList();
        var sign = rows.Count > 0 && rows[0].Better == "higher" ? -1 : 1;
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", "bottleneck-caption")).EndLine();
        var unit = rows.Count > 0 && UnitName.Difference(rows[0].Unit) is { Length: > 0 } found ? $" [{found}]" : "";
        page.Open("table").EndLine().Element("caption",
            $"{rows.FirstOrDefault()?.Name}{unit}: what one unit more would change, ± half its 95 % interval; bold: more than chance", ("id", "bottleneck-caption"));
        page.Open("thead").Open("tr").Element("th", "One more of", ("scope", "col"));
        Array.ForEach(["Change", "Wait for it now", "In use now"], heading => page.Element("th", heading, ("scope", "col"), ("class", "number")));
        page.Close().Close().Open("tbody").EndLine();
        var numbers = ShortNumbers.ForChanges(rows.Select(row => row.Mean));
        foreach (var row in rows.OrderBy(row => sign * row.Mean))
        {
            var half = double.IsFinite(row.Half) ? $" ± {numbers.Plain(row.Half)}" : "";
            page.Open("tr").Element("th", row.Of.Words, ("scope", "row")).Open("td", ("class", "number"));
            page.Element(Math.Abs(row.Mean) > row.Half ? "strong" : "span", numbers.Signed(row.Mean) + half).Close();
            page.Element("td", ShortNumbers.ForLevel(row.Of.Queue).Plain(row.Of.Queue), ("class", "number"));
            page.Element("td", FormattableString.Invariant($"{row.Of.Use:0} %"), ("class", "number")).Close();
        }

        page.Close().Close().Close();
        page.Element("p", "A measure sees those whom it counts: a capacity with a long queue that moves nothing here may hold up others, of whom another measure tells.", ("class", "note"));
        return page.ToString();
    }
}
