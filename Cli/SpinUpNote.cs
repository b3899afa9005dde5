using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli;

/// <summary>Says when the spin-up was too short: what is printed still moved from the year before its last to its last.</summary>
internal static class SpinUpNote
{
    private const int MostNamed = 3;

    /// <summary>One line, or none; the largest change first.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<SpinUpChange> changes)
    {
        var large = changes.Where(change => change.IsLarge(changes.Count)).OrderByDescending(change => change.Share).ToList();
        if (large.Count > 0)
        {
            var named = string.Join("; ", large.Take(MostNamed).Select(change => FormattableString.Invariant(
                $"{change.Measure} at {change.Place}{(change.Group.Length > 0 ? " (" + change.Group + ")" : "")}: {change.Earlier:G4} to {change.Last:G4} {change.Unit}")));
            yield return $"note: {large.Count} of {changes.Count} headline values still moved in the last year of the spin-up by more than chance and more than 2 % ({named}{(large.Count > MostNamed ? "; …" : "")}; all in manifest.json under spin_up_change). A longer one may be needed: --warm-up";
        }
    }
}
