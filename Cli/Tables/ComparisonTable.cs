using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Tables;

/// <summary>Headline measures by place: the baseline's mean, and each scenario's paired difference with its 95 % interval.</summary>
internal static class ComparisonTable
{
    private const string Star = "*";
    private const string Below = "    " + DrawWords.Known;

    public static string Render(ExperimentSummary summary, IReadOnlyList<string> scenarios, IReadOnlyList<string> measures, SystemNames names, string period,
        int width)
    {
        var baseline = summary.Summaries.Where(row => row.Scenario == ExperimentPlan.BaselineId && row.Key.Period == period).ToDictionary(row => row.Key);
        var differences = summary.Differences.Where(row => row.Key.Period == period).ToDictionary(row => (row.Scenario, row.Key));
        var lines = RowLabels.Of(HeadlineRows.Of([.. baseline.Values], measures), names);
        var formats = lines.Where(line => line.Row is not null).GroupBy(line => line.Row!.Value.Measure)
            .ToDictionary(measure => measure.Key, measure => RowFormat.For(measure.Select(line => baseline[Key(line.Row!.Value)].Mean)));
        var beside = Table(isBelow: false).Render(width);
        return beside.Split('\n').Any(line => line.Length > width) && summary.Differences.Any(row => row.HasAll) ? Table(isBelow: true).Render(width) : beside;

        ResultKey Key(HeadlineRow row) => new(period, row.Measure, row.Place, row.Group);

        // Where both intervals do not fit side by side the second stands below the first.
        BlockTable Table(bool isBelow)
        {
            var table = new BlockTable("measure", "baseline");
            foreach (var (label, line) in lines)
            {
                table.AddRow(line is { } row ? [label, formats[row.Measure].Plain(baseline[Key(row)].Mean)] : [label]);
                if (isBelow && line is not null)
                {
                    table.AddRow(Below);
                }
            }

            foreach (var scenario in scenarios)
            {
                table.AddBlock(scenario,
                    [.. lines.SelectMany(line => line.Row is not { } row ? [[]]
                        : differences.TryGetValue((scenario, Key(row)), out var difference) ? Cells(difference, formats[row.Measure], isBelow)
                        : isBelow ? (string[][])[[], []] : [[]])]);
            }

            return table;
        }
    }

    /// <summary>What a star means.</summary>
    public static string StarNote => $"{Star} the 95 % interval excludes 0. Each interval stands by itself: of many, one in 20 does so by chance alone.";

    /// <summary>What the range in round brackets is; none without draws.</summary>
    public static IEnumerable<string> RangeNote(ExperimentSummary summary)
    {
        if (DrawWords.CountOf(summary) is > 0 and var draws)
        {
            yield return $"(... to ...): {DrawWords.Known}, {DrawWords.Ends(draws)}. {DrawWords.Sentence(summary)}";
        }
    }

    /// <summary>One row, or two. A difference that is starred does not read as if it were 0.</summary>
    private static string[][] Cells(Difference difference, RowFormat row, bool isBelow)
    {
        var format = row.Until(difference.Lower95, difference.Upper95);
        string[] chance =
            [format.Signed(difference.Mean), format.Interval(difference.Lower95, difference.Upper95, signed: true), difference.ExcludesZero ? Star : " "];
        var range = format.Range(difference.Lower95All, difference.Upper95All, signed: true);
        return isBelow ? [chance, ["", range, ""]] : range.Length > 0 ? [[.. chance, range]] : [chance];
    }
}
