using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Measures;

namespace FlowSim.Cli.Tables;

/// <summary>A line for each scenario: the input that its largest difference follows most closely over the draws.</summary>
internal static class WideInputs
{
    public static IEnumerable<string> Of(ExperimentSummary summary, IReadOnlyList<string> scenarios, IReadOnlyList<string> measures, SystemNames names,
        string period)
    {
        if (DrawWords.CountOf(summary) == 0)
        {
            yield break;
        }

        yield return "What makes the largest difference of each scenario wide, with its rank correlation over the draws [95 % interval]:";
        foreach (var scenario in scenarios)
        {
            yield return Largest(summary, scenario, measures, period) is { } difference
                ? $"{scenario}, {names.Measure(difference.Key.Measure)}{Group(difference, names)}: {TerminalSigns.Of(DrawWords.Effects(InputEffect.Of(summary, scenario, difference.Key), most: 1))}"
                : $"{scenario}: nothing changes beyond chance";
        }
    }

    /// <summary>The headline difference of the whole system that is surely largest, as a share of the baseline.</summary>
    private static Difference? Largest(ExperimentSummary summary, string scenario, IReadOnlyList<string> measures, string period) =>
        summary.Differences.Where(row => row.Scenario == scenario && row.Key.Period == period && row.Key.Place == ResultRow.WholeSystem
            && measures.Contains(row.Key.Measure) && row.ExcludesZero && row.BaselineMean != 0).MaxBy(Least);

    private static string Group(Difference row, SystemNames names) => row.Key.Group.Length == 0 ? "" : $", {names.Group(row.Key.Group)}";

    private static double Least(Difference row) => Math.Min(Math.Abs(row.Lower95), Math.Abs(row.Upper95)) / Math.Abs(row.BaselineMean);
}
