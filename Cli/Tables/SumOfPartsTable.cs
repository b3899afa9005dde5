using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Tables;

/// <summary>The sum of what a scenario's parts change, beside what it changes as a whole: headline measures of the whole system.</summary>
internal static class SumOfPartsTable
{
    public static string Render(ResultSet results, SumOfParts parts, IReadOnlyList<string> measures, SystemNames names, string period, int width)
    {
        var baseline = results.Summaries
            .Where(row => row.Scenario == ExperimentPlan.BaselineId && row.Key.Period == period && row.Key is { Place: "system", Group: "" }).ToList();
        var table = new BlockTable("measure, whole system", FormattableString.Invariant($"sum of {parts.Parts.Count} parts"));
        var cells = new List<string[]>();
        foreach (var row in measures.SelectMany(measure => baseline.Where(row => row.Key.Measure == measure)))
        {
            if (parts.Difference(results, row.Key) is not { } whole)
            {
                continue;
            }

            var format = RowFormat.For([row.Mean]).Until(whole.Lower95, whole.Upper95);
            table.AddRow($"{names.Measure(row.Key.Measure)} ({row.Unit})", format.Signed(parts.Sum(results, row.Key)));
            cells.Add([format.Signed(whole.Mean), format.Interval(whole.Lower95, whole.Upper95, signed: true)]);
        }

        table.AddBlock(parts.Whole, cells);
        return table.Render(width);
    }
}
