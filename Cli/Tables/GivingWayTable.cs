using System.Text;
using FlowSim.Cli.Manual;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Tables;

/// <summary>How far each rule gives way when the system is full, of the whole system: the baseline, and each scenario's difference from it.</summary>
internal static class GivingWayTable
{
    /// <summary>Table with a heading and an empty line below; empty where the system names no such measures.</summary>
    public static string Render(ResultSet results, IReadOnlyList<string> scenarios, SystemNames names, string period, int width)
    {
        var rules = results.System.Measures.Where(measure => measure.Topic.Length > 0 && measure.Topic == results.System.GivesWay)
            .Select(measure => measure.Id).ToList();
        var whole = results with
        {
            Summaries = [.. results.Summaries.Where(row => row.Key is { Place: "system", Group: "" })],
            Differences = [.. results.Differences.Where(row => row.Key is { Place: "system", Group: "" })],
        };
        if (!whole.Summaries.Any(row => rules.Contains(row.Key.Measure) && row.Key.Period == period))
        {
            return "";
        }

        var text = new StringBuilder();
        TextLines.Append(text, $"{names.GroupHeading(results.System.GivesWay)}, {period}, whole system: how far each rule is used", width);
        return text.Append(ComparisonTable.Render(whole, scenarios, rules, names, period, width)).Append('\n').ToString();
    }
}
