using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Running;

/// <summary>Says when the same patients and the same random numbers did not make scenario and baseline move together.</summary>
internal static class CorrelationWarning
{
    /// <summary>With fewer pairs a correlation is mostly noise [replications].</summary>
    private const int LeastPairs = 6;

    private const int MostNamed = 3;

    /// <summary>One line, or none: about what the comparison table shows.</summary>
    public static IEnumerable<string> Of(ExperimentSummary summary, IReadOnlyList<string> measures, SystemNames names, string period)
    {
        var shown = summary.Differences.Where(row => row.Key.Period == period && row.Key.Group.Length == 0 && measures.Contains(row.Key.Measure)
            && row.N >= LeastPairs).ToList();
        var poor = shown.Where(row => row.Correlation <= 0).OrderBy(row => row.Correlation).ToList();
        if (poor.Count > 0)
        {
            var named = string.Join("; ", poor.Take(MostNamed)
                .Select(row =>
                    FormattableString.Invariant($"{row.Scenario}, {names.Measure(row.Key.Measure)}, {names.Place(row.Key.Place)}: {row.Correlation:F2}")));
            yield return $"warning: scenario and baseline are not positively correlated in {poor.Count} of {shown.Count} headline differences, so common random numbers did not narrow these ({named}{(poor.Count > MostNamed ? "; …" : "")}; all in differences.csv)";
        }
    }
}
