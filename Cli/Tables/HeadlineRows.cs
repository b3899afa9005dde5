using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Tables;

/// <summary>One line of a table of results.</summary>
/// <param name="Measure">Id.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Place"><c>system</c> or an instance.</param>
/// <param name="Group">Group, or empty.</param>
internal readonly record struct HeadlineRow(string Measure, string Unit, string Place, string Group);

/// <summary>Chooses the lines of a table: headline measures in their order, every place, totals rather than their groups.</summary>
internal static class HeadlineRows
{
    public static IReadOnlyList<HeadlineRow> Of(IReadOnlyList<Summary> summaries, IReadOnlyList<string> measures) =>
        [.. measures.SelectMany(measure => OfMeasure(summaries.Where(summary => summary.Key.Measure == measure)))];

    private static IEnumerable<HeadlineRow> OfMeasure(IEnumerable<Summary> summaries)
    {
        var rows = summaries.Select(summary => new HeadlineRow(summary.Key.Measure, summary.Unit, summary.Key.Place, summary.Key.Group)).Distinct().ToList();
        var withTotal = rows.Where(row => row.Group.Length == 0).Select(row => row.Place).ToHashSet();
        return rows.Where(row => row.Group.Length == 0 || !withTotal.Contains(row.Place));
    }
}
