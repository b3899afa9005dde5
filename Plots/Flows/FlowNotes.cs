using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Flows;

/// <summary>Sentences on what pictures of flows show, leave out and cannot say.</summary>
internal static class FlowNotes
{
    private const int MostNamed = 6;
    private const int NearlyAll = 90;

    /// <summary>What the widths are, and why there is no interval.</summary>
    public static string Means(FlowSelection selection)
    {
        var replications = selection.Request.ReplicationsOf(selection.Scenario);
        return FormattableString.Invariant(
            $"Widths and patients a day: {(replications == 1 ? "one replication" : $"means of {replications} replications")}; no interval is recorded for flows.");
    }

    /// <summary>What was left out or joined to keep the picture readable.</summary>
    public static IEnumerable<string> Simpler(SimplerFlows simpler, FlowSelection selection)
    {
        var passing = simpler.Passing.Concat(selection.Passed).ToList();
        if (simpler.Small.Count > 0)
        {
            yield return FormattableString.Invariant(
                $"Left out: {simpler.Small.Count} {(simpler.Small.Count == 1 ? "flow" : "flows")} of at most {StepBox.PerDay(simpler.Small[0].PerDay)} a day, together {StepBox.PerDay(simpler.Small.Sum(flow => flow.PerDay))} of {StepBox.PerDay(selection.Graph.Between.Sum(flow => flow.PerDay))} moves a day.");
        }

        if (passing.Count > 0)
        {
            yield return FormattableString.Invariant(
                $"{(passing.Count == 1 ? "1 step without place or staff is" : $"{passing.Count} steps without place or staff are")} passed over: {Names(passing.Select(step => step.Label))}.");
        }

        var joined = simpler.Graph.Steps.Where(step => step.Joined.Count > 0).ToList();
        if (joined.Count > 0)
        {
            yield return $"Steps in which the patient stays in the same place are one box, and +1 or more says how many are joined: {string.Join("; ", joined.Select(step => $"{step.Label} is {Names(step.Labels)}"))}.";
        }
    }

    /// <summary>Who goes through a step again at once.</summary>
    public static string Again(FlowGraph graph) => !graph.Again.Any() ? "" :
        $"Again at once: {string.Join(", ", graph.Again.OrderByDescending(flow => flow.PerDay).Take(MostNamed).Select(flow => $"{graph.Steps[flow.From].Label} {StepBox.PerDay(flow.PerDay)} a day"))}.";

    /// <summary>Stages of the system that no patient came to.</summary>
    public static string Unreached(FlowSelection selection)
    {
        var reached = selection.Whole.Steps.Select(step => step.Name).ToHashSet(StringComparer.Ordinal);
        var stages = selection.Request.Results.System.Stages.Where(stage => selection.Request.Place is not { } place || stage.Place == place);
        var unreached = stages.Select(stage => stage.Id).Distinct().Where(stage => !reached.Contains(stage)).ToList();
        return unreached.Count == 0 || !selection.IsLast ? "" : $"Nobody came to: {Names(unreached.Select(selection.Request.Names.Step))}.";
    }

    /// <summary>Some names as readers write them, and how many more.</summary>
    public static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count <= MostNamed
            ? string.Join(", ", all)
            : FormattableString.Invariant($"{string.Join(", ", all.Take(MostNamed - 1))} and {all.Count - MostNamed + 1} more");
    }

    /// <summary>The largest flows, in words.</summary>
    public static string Largest(FlowGraph graph) =>
        $"The largest flows: {string.Join(", ", graph.Between.OrderByDescending(flow => flow.PerDay).Take(MostNamed).Select(flow => $"{graph.Steps[flow.From].Label} to {graph.Steps[flow.To].Label} {StepBox.PerDay(flow.PerDay)}"))} patients a day.";

    /// <summary>
    /// How many kinds of places and staff are nearly all in use, with the fullest, as a title; null where none is, or nothing is known of chance.
    /// </summary>
    public static string? Full(FlowSelection selection)
    {
        var pools = selection.Whole.Steps.Select(step => selection.Use.Of(step)).OfType<StepUse>().Where(pool => !double.IsNaN(pool.Rate))
            .DistinctBy(pool => pool.Pool).OrderByDescending(pool => pool.Rate).ToList();
        var full = pools.FindAll(pool => pool.Rate - selection.Use.LargestHalfWidth > NearlyAll);
        return full.Count == 0 || selection.Request.ReplicationsOf(selection.Scenario) < 2 ? null
            : new ChartFinding(selection.Request).Scenario(selection.Scenario, FormattableString.Invariant(
                $"{full.Count} of {pools.Count} kinds of places and staff are over {NearlyAll} % full, first {selection.Request.Names.Pool(full[0].Pool)}"));
    }

    /// <summary>The fullest places and staff, in words; empty where nothing is known.</summary>
    public static string Fullest(FlowGraph graph, PoolUse use, SystemNames names)
    {
        var pools = graph.Steps.Select(step => use.Of(step)).OfType<StepUse>().Where(pool => !double.IsNaN(pool.Rate)).DistinctBy(pool => pool.Pool)
            .OrderByDescending(pool => pool.Rate).Take(MostNamed).ToList();
        return pools.Count == 0
            ? ""
            : $"The fullest: {string.Join(", ", pools.Select(pool => $"{names.Pool(pool.Pool)} {NumberText.Short(pool.Rate, 0)} %"))} in use.";
    }
}
