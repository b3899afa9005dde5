using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Report.Answers;

/// <summary>Measures that are a curve over the number of beds: a sentence about one of its points answers nothing.</summary>
internal static class Curves
{
    private static readonly HashSet<string> Ids = new(StringComparer.Ordinal) { "occupancy_distribution", "p_full", "p_delay", "p_pooled" };

    public static bool IsPoint(ResultKey key) => Ids.Contains(key.Measure) && key.Group.Length > 0;
}
