using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Running;

/// <summary>What is said after a comparison about many differences looked at together: of a hundred that are none, five exclude 0 one by one.</summary>
internal static class FamilyNote
{
    /// <summary>The family of a period; nothing where fewer than two differences are one.</summary>
    public static IEnumerable<string> Of(ExperimentSummary summary, string period)
    {
        var family = summary.Differences.Where(row => row.Key.Period == period && row.FamilySize > 1).ToList();
        if (family.Count > 0)
        {
            var all = family.Count(row => row.LowerSim > 0 || row.UpperSim < 0);
            yield return FormattableString.Invariant(
                $"of {family.Count} differences of headline measures {(period == Periods.All ? "over all measured time" : "in " + period)} {family.Count(row => row.ExcludesZero)} exclude 0 one by one, and {all} with intervals that hold for all of them at once (lower_sim and upper_sim in differences.csv)");
        }
    }
}
