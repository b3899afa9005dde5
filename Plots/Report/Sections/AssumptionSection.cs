using FlowSim.Plots.Report.Html;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Sections;

/// <summary>Every number of the baseline with what is said about its origin: an assumption is never passed off as a measurement.</summary>
internal static class AssumptionSection
{
    private const string Unsaid = "not said";

    private static readonly string[] Order = ["measured", "cited", "derived", "assumed"];

    public static PageSection Of(ReportData data) =>
        new("assumptions", "Where the numbers come from", null, page => Write(page, data.Results.System.Assumptions));

    private static void Write(HtmlWriter page, IReadOnlyList<AssumptionFacts> assumptions)
    {
        if (assumptions.Count == 0)
        {
            page.Element("p", "Nothing is recorded about the origin of the baseline's numbers with these results.");
            return;
        }

        page.Element("p",
            FormattableString.Invariant(
                $"{(assumptions.Count == 1 ? "1 number of the baseline says where it comes" : $"{assumptions.Count} numbers of the baseline say where they come")} from: {Counts(assumptions)}. {Ranged(assumptions)} with a range of what is plausible; the run used the value, and the intervals of this page do not hold the ranges."));
        page.Open("div", ("class", "switches"), ("hidden", "")).Open("div").Element("label", "Search", ("for", "search"));
        page.Void("input", ("type", "search"), ("id", "search"), ("autocomplete", "off")).Element("span", "", ("id", "found"), ("role", "status")).Close()
            .Close();
        page.Open("details", ("id", "assumption-list")).Element("summary", FormattableString.Invariant($"All {assumptions.Count}")).EndLine();
        ReportTable.Write(page, "assumption-table", "Numbers with their origin", ["Number", "Value", "Status", "Range", "Source", "Note", "File"],
            [.. assumptions.Select(one =>
                (IReadOnlyList<string>)[one.Path, one.Value, one.Status, one.Range, one.Source, one.Note, one.File.Length == 0
                    ? ""
                    : FormattableString.Invariant($"{one.File}:{one.Line}")])]);
        page.Close();
    }

    private static string Counts(IReadOnlyList<AssumptionFacts> assumptions)
    {
        var counts = assumptions.CountBy(one => one.Status.Length == 0 ? Unsaid : one.Status).ToDictionary();
        var statuses = Order.Where(counts.ContainsKey).Concat(counts.Keys.Except(Order).Order(StringComparer.Ordinal));
        return string.Join(", ",
            statuses.Select(status => FormattableString.Invariant($"{counts[status]} {(status == Unsaid ? "without a status" : status)}")));
    }

    private static string Ranged(IReadOnlyList<AssumptionFacts> assumptions)
    {
        var count = assumptions.Count(one => one.Range.Length > 0);
        return count == 0 ? "None comes" : FormattableString.Invariant($"{count} {(count == 1 ? "comes" : "come")}");
    }
}
