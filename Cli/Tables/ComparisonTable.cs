using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Tables;

/// <summary>Headline measures by place: the baseline's mean, and each scenario's paired difference with its 95 % interval.</summary>
internal static class ComparisonTable
{
    private const string Star = "*";

    public static string Render(ExperimentSummary summary, IReadOnlyList<string> scenarios, IReadOnlyList<string> measures, SystemNames names, string period,
        int width)
    {
        var baseline = summary.Summaries.Where(row => row.Scenario == ExperimentPlan.BaselineId && row.Key.Period == period).ToDictionary(row => row.Key);
        var differences = summary.Differences.Where(row => row.Key.Period == period).ToDictionary(row => (row.Scenario, row.Key));
        var lines = RowLabels.Of(HeadlineRows.Of([.. baseline.Values], measures), names);
        var formats = lines.Where(line => line.Row is not null).GroupBy(line => line.Row!.Value.Measure)
            .ToDictionary(measure => measure.Key, measure => RowFormat.For(measure.Select(line => baseline[Key(line.Row!.Value)].Mean)));
        var table = new BlockTable("measure", "baseline");
        foreach (var (label, line) in lines)
        {
            table.AddRow(line is { } row ? [label, formats[row.Measure].Plain(baseline[Key(row)].Mean)] : [label]);
        }

        foreach (var scenario in scenarios)
        {
            table.AddBlock(scenario,
                [.. lines.Select(line => line.Row is { } row && differences.TryGetValue((scenario, Key(row)), out var difference)
                        ? Cells(difference, formats[row.Measure])
                        : [])]);
        }

        return table.Render(width);

        ResultKey Key(HeadlineRow row) => new(period, row.Measure, row.Place, row.Group);
    }

    /// <summary>What a star means.</summary>
    public static string StarNote => $"{Star} the 95 % interval excludes 0. Each interval stands by itself: of many, one in 20 does so by chance alone.";

    /// <summary>A difference that is starred does not read as if it were 0.</summary>
    private static string[] Cells(Difference difference, RowFormat row)
    {
        var format = row.Until(difference.Lower95, difference.Upper95);
        return [format.Signed(difference.Mean), format.Interval(difference.Lower95, difference.Upper95, signed: true), difference.ExcludesZero ? Star : " "];
    }
}
