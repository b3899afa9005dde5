using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Tables;

/// <summary>Headline measures of one scenario by place: mean and 95 % interval of each period.</summary>
internal static class ScenarioTable
{
    public static string Render(ExperimentSummary summary, string scenario, IReadOnlyList<string> measures, SystemNames names, IReadOnlyList<string> periods,
        int width)
    {
        var rows = summary.Summaries.Where(row => row.Scenario == scenario).ToDictionary(row => row.Key);
        var lines = RowLabels.Of(HeadlineRows.Of([.. rows.Values.Where(row => row.Key.Period == periods[^1])], measures), names);
        var formats = rows.Values.GroupBy(row => row.Key.Measure)
            .ToDictionary(measure => measure.Key, measure => RowFormat.For(measure.Where(row => periods.Contains(row.Key.Period)).Select(row => row.Mean)));
        var table = new BlockTable("measure");
        foreach (var line in lines)
        {
            table.AddRow(line.Label);
        }

        foreach (var period in periods)
        {
            table.AddBlock(period,
                [.. lines.Select(line => line.Row is { } row && rows.TryGetValue(new ResultKey(period, row.Measure, row.Place, row.Group), out var found)
                        ? Cells(found, formats[row.Measure])
                        : [])]);
        }

        return table.Render(width);
    }

    private static string[] Cells(Summary summary, RowFormat format)
    {
        string[] chance = [format.Plain(summary.Mean), format.Interval(summary.Lower95, summary.Upper95, signed: false)];
        return format.Range(summary.Lower95All, summary.Upper95All, signed: false) is { Length: > 0 } range ? [.. chance, range] : chance;
    }
}
