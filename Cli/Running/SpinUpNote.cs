using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Running;

/// <summary>Says how far the spin-up had settled: what of the headline still moves, and of what so many replications cannot tell.</summary>
internal static class SpinUpNote
{
    private const int MostNamed = 3;

    /// <summary>What still moved, the first few: <c>A&amp;E within four hours, Hinchingbrooke: 70.1 to 71.2 %</c>.</summary>
    internal static string Named(IReadOnlyList<SpinUpChange> moving, SystemNames names) =>
        string.Join("; ", moving.Take(MostNamed).Select(change => FormattableString.Invariant(
            $"{names.Measure(change.Measure)}, {names.Place(change.Place)}{(change.Group.Length > 0 ? " (" + names.Group(change.Group) + ")" : "")}: {change.Earlier:G4} to {change.Last:G4} {change.Unit}")))
        + (moving.Count > MostNamed ? "; …" : "");

    /// <summary>One line, or none where all is shown to have settled; the largest change first.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<SpinUpChange> changes, SystemNames names)
    {
        var known = changes.Where(change => change.N > 0).ToList();
        var moving = known.Where(change => change.Verdict == SettledVerdict.NotSettled).OrderByDescending(change => change.Size).ToList();
        var open = known.FindAll(change => change.Verdict == SettledVerdict.CannotBeTold);
        if (moving.Count + open.Count == 0)
        {
            yield break;
        }

        var named = Named(moving, names);
        List<string> parts = [
            FormattableString.Invariant(
                $"{known.Count - moving.Count - open.Count} of {known.Count} headline values had settled in the last year of the spin-up")];
        if (moving.Count > 0)
        {
            parts.Add(
                FormattableString.Invariant(
                    $"{moving.Count} had not ({named}): a longer one is needed (--warm-up, or run.starts)"));
        }

        if (open.Count > 0)
        {
            var replications = known.Max(change => change.N);
            parts.Add(
                FormattableString.Invariant(
                    $"of {open.Count} it cannot be told from {replications} {(replications == 1 ? "replication" : "replications")} (more would tell: --replications)"));
        }

        yield return $"{(moving.Count > 0 ? "warning" : "note")}: {string.Join("; ", parts)}. All are in manifest.json under spin_up_change";
    }
}
