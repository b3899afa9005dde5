using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Cli.Running;

/// <summary>
/// Says where patients wait for a pool that is nearly always in use and have no way out: such a list may grow without end, and every
/// result then depends on how long is measured. A run that ends before the patient limit would otherwise say nothing.
/// </summary>
internal static class OverloadWarning
{
    private const int MostNamed = 3;

    /// <summary>One line for each list, as it is where it is longest; the longest first, and no more than a few.</summary>
    public static IEnumerable<string> Of(ExperimentSummary summary, ExperimentPlan plan, SystemNames names)
    {
        var lists = plan.Scenarios.SelectMany(scenario => LongList.Of(summary, scenario, plan.Run)).GroupBy(list => list.Stage)
            .Select(same => (Longest: same.MaxBy(list => list.Days)!, Scenarios: same.Select(list => list.Scenario).ToList()))
                .OrderByDescending(list => list.Longest.Days).ToList();
        foreach (var (longest, scenarios) in lists.Take(MostNamed))
        {
            yield return Text(longest, scenarios, names);
        }

        if (lists.Count > MostNamed)
        {
            yield return $"warning: {lists.Count - MostNamed} more waiting lists are like these (still_waiting in summary.csv)";
        }
    }

    private static string Text(LongList list, List<string> scenarios, SystemNames names) => FormattableString.Invariant(
        $"warning: {string.Join(", ", scenarios)}: {names.PoolAt(list.Pool)}: in use up to {list.Use:F1} % of the time, and patients who wait for it at {names.StepAt(list.Stage, list.Pool)} never give up: {list.Waiting:F1} wait at the end, {list.Served:F1} a day are served{Growth(list, names)}. If demand is above capacity, the list grows without end and the results depend on how long is measured. Add capacity, lower the demand, or let patients give up (gives_up)");

    private static string Growth(LongList list, SystemNames names) =>
        list.PerDay <= 0 ? ""
        : list.HeldUpBy is { } later
            ? FormattableString.Invariant(
                $"; the list grows by {PerDay(list)} a day, and who has a place waits for {names.PoolAt(later)} next, which is full too: look there first")
        : FormattableString.Invariant($"; the list grows by {PerDay(list)} a day: {MoreCapacity(100 * list.PerDay / list.Served)} more capacity is needed");

    private static string PerDay(LongList list) => list.PerDay < 0.1 ? "less than 0.1" : FormattableString.Invariant($"about {list.PerDay:0.#}");

    private static string MoreCapacity(double percent) => percent < 1 ? "less than 1 %" : FormattableString.Invariant($"about {percent:0} %");
}
