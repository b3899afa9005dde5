using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Running;

/// <summary>What is said after a comparison or a run about how far its numbers can be trusted, in a line each, for whoever did not write the system.</summary>
internal static class BriefNotes
{
    private const int MostNamed = 4;
    private const string Warning = "warning: ";

    public static IEnumerable<string> Of(FinishedExperiment finished, SystemNames names)
    {
        var (plan, result, summary) = (finished.Plan, finished.Replications, finished.Results);
        List<string> lines =
        [
            .. TrialNotes.Among(finished.Results.Run.Notes), .. PrecisionNote.Of(result.Precision, names), .. Lost(result), .. Short(plan, summary, names),
            .. Moving(result, names),
        ];
        var more = finished.Results.Run.Notes.Count;
        return lines.Count == 0 && more == 0 ? [] : [.. lines, "More on how far these numbers can be used: on the page, or with --all."];
    }

    private static IEnumerable<string> Lost(ExperimentResult result)
    {
        if (result.Outer is { LeftOut.Count: > 0 } outer)
        {
            yield return FormattableString.Invariant(
                $"{Warning}{outer.LeftOut.Count} of {outer.Plan.Draws.Count} draws of what is not known gave nothing: that interval may be too narrow.");
        }
    }

    /// <summary>Pools of which more is asked for than there is, the most wanting first.</summary>
    private static IEnumerable<string> Short(ExperimentPlan plan, ExperimentSummary summary, SystemNames names)
    {
        var loads = plan.Scenarios.SelectMany(scenario => PoolLoad.Of(summary, scenario, plan.Run)).Where(load => load.IsOverloaded)
            .GroupBy(load => load.Pool).Select(same => same.MaxBy(load => load.Asked)!).OrderByDescending(load => load.Asked).ToList();
        if (loads.Count == 0)
        {
            yield break;
        }

        var named = loads.Take(MostNamed).Select(load => FormattableString.Invariant($"{names.PoolAt(load.Pool)} ({Math.Max(1, Math.Round(load.Missing))} more of {load.Open:0})"));
        var rest = loads.Count > MostNamed ? FormattableString.Invariant($" and {loads.Count - MostNamed} more") : "";
        yield return $"{Warning}more is asked for than there is of {string.Join(", ", named)}{rest}: who finds none waits ever longer, or gives up.";
    }

    private static IEnumerable<string> Moving(ExperimentResult result, SystemNames names)
    {
        var known = result.SpinUpChanges.Where(change => change.N > 0).ToList();
        var moving = known.Where(change => change.Verdict == SettledVerdict.NotSettled).OrderByDescending(change => change.Size).ToList();
        if (moving.Count > 0)
        {
            yield return FormattableString.Invariant(
                $"{Warning}{moving.Count} of {known.Count} headline values still moved in the last year of the spin-up (--warm-up makes it longer): {SpinUpNote.Named(moving, names)}.");
        }
    }
}
