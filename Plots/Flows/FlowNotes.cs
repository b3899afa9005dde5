using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Flows;

/// <summary>Sentences on what pictures of flows show, leave out and cannot say.</summary>
internal static class FlowNotes
{
    private const int MostNamed = 6;
    private const int NearlyAll = 90;

    /// <summary>A half-width of which the reader has no use any more [percentage points].</summary>
    private const int WidestTold = 10;

    /// <summary>What the widths are, and why there is no interval.</summary>
    /// <param name="selection">All flows.</param>
    /// <param name="what">What stands for patients.</param>
    public static string Means(FlowSelection selection, string what = "Widths and patients a day")
    {
        var replications = selection.Request.ReplicationsOf(selection.Scenario);
        return FormattableString.Invariant(
            $"{what}: {(replications == 1 ? "one replication" : $"means of {replications} replications")}; no interval is recorded for flows.");
    }

    /// <summary>How many flows are not shown, and how much that is; empty where all are.</summary>
    public static string LeftOut(SimplerFlows simpler, FlowSelection selection) => simpler.Small.Count == 0 ? "" : FormattableString.Invariant(
        $"Left out: {simpler.Small.Count} {(simpler.Small.Count == 1 ? "flow" : "flows")} of at most {StepBox.PerDay(simpler.Small[0].PerDay)} a day, together {StepBox.PerDay(simpler.Small.Sum(flow => flow.PerDay))} of {StepBox.PerDay(selection.Graph.Between.Sum(flow => flow.PerDay))} moves a day.");

    /// <summary>What was left out or joined to keep the picture readable.</summary>
    public static IEnumerable<string> Simpler(SimplerFlows simpler, FlowSelection selection)
    {
        if (simpler.Small.Count > 0)
        {
            yield return LeftOut(simpler, selection);
        }

        foreach (var sentence in Joined(simpler, selection))
        {
            yield return sentence;
        }
    }

    /// <summary>Which steps have no box of their own.</summary>
    public static IEnumerable<string> Joined(SimplerFlows simpler, FlowSelection selection)
    {
        var passing = simpler.Passing.Concat(selection.Passed).ToList();
        if (passing.Count > 0)
        {
            yield return FormattableString.Invariant(
                $"{(passing.Count == 1 ? "1 step without place or staff is" : $"{passing.Count} steps without place or staff are")} passed over: {Names(passing.Select(step => step.Label))}.");
        }

        var joined = simpler.Graph.Steps.Where(step => step.Joined.Count > 0 && step.Group.Length == 0).ToList();
        if (joined.Count > 0)
        {
            yield return $"Steps in which the patient stays in the same place are one box, and +1 or more says how many are joined: {string.Join("; ", joined.Select(step => $"{step.Label} is {Names(step.Labels)}"))}.";
        }

        var groups = simpler.Graph.Steps.Where(step => step.Group.Length > 0).ToList();
        if (groups.Count > 0)
        {
            yield return $"Beds of a group and places of a department are one box, with what follows in them: {string.Join("; ", groups.Select(step => $"{step.Label} is {Names(step.Labels)}"))}.";
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
    /// How many kinds of places and staff are nearly all in use whatever chance did, with the fullest, as a title, or that none is; null where that cannot be
    /// told.
    /// </summary>
    public static string? Full(FlowSelection selection)
    {
        var pools = Limited(selection.Whole, selection.Use);
        if (pools.Count == 0 || selection.Request.ReplicationsOf(selection.Scenario) < 2)
        {
            return null;
        }

        var full = pools.FindAll(pool => pool.Rate - pool.HalfWidth > NearlyAll);
        var fullest = selection.Request.Names.Pool((full.Count > 0 ? full : pools)[0].Pool);
        return full.Count > 0
            ? Told($"{full.Count} of {pools.Count} kinds of places and staff {(full.Count == 1 ? "is" : "are")} over {NearlyAll} % full{(full.Count == 1 ? ":" : ", among them")} “{fullest}” with {full[0].Rate:0} %")
            : pools.TrueForAll(pool => pool.Rate + pool.HalfWidth < NearlyAll)
                ? pools.Count == 1 || pools[0].Rate - pools[0].HalfWidth > pools.Skip(1).Max(pool => pool.Rate + pool.HalfWidth)
                    ? Told($"no kind of places or staff is over {NearlyAll} % full; “{fullest}” is the fullest with {pools[0].Rate:0} %")
                    : Told($"no kind of places or staff is over {NearlyAll} % full")
            : null;

        string Told(FormattableString clause) => new ChartFinding(selection.Request).Scenario(selection.Scenario, FormattableString.Invariant(clause));
    }

    /// <summary>What the share in use is, and how sure it is; empty where none is shown. An interval wider than can be of use is said to be so.</summary>
    public static string Shares(FlowSelection selection)
    {
        var pools = Limited(selection.Graph, selection.Use);
        var sure = Sure(pools, selection.Request.Names);
        return pools.Count == 0 ? ""
            : $"Share in use: occupied ÷ open of the first place or staff a step asks for{(sure.Length > 0 ? "; " : "")}{sure}. White: no place or staff of its own, or no limit.";
    }

    /// <summary>How sure the shares in use are, as part of a sentence; empty where nothing is known of chance.</summary>
    public static string Sure(IReadOnlyList<StepUse> pools, SystemNames names)
    {
        var wide = pools.Where(pool => !(pool.HalfWidth <= WidestTold)).ToList();
        return pools.All(pool => double.IsNaN(pool.HalfWidth)) ? ""
            : wide.Count == 0 ? FormattableString.Invariant($"its 95 % interval is at most ± {pools.Max(pool => pool.HalfWidth):0.#} percentage points")
            : wide.Count == pools.Count ? $"so few replications do not tell it to within {WidestTold} percentage points"
            : $"its 95 % interval is within ± {WidestTold} percentage points, but not for {Names(wide.Select(pool => names.Pool(pool.Pool)))}";
    }

    /// <summary>Places and staff with a limit, each once, the fullest first.</summary>
    public static List<StepUse> Limited(FlowGraph graph, PoolUse use) =>
        [.. graph.Steps.Select(step => use.Of(step)).OfType<StepUse>().Where(pool => !double.IsNaN(pool.Rate)).DistinctBy(pool => pool.Pool)
            .OrderByDescending(pool => pool.Rate)];

    /// <summary>The fullest places and staff, in words; empty where nothing is known.</summary>
    public static string Fullest(FlowGraph graph, PoolUse use, SystemNames names)
    {
        var pools = Limited(graph, use).Take(MostNamed).ToList();
        return pools.Count == 0
            ? ""
            : $"The fullest: {string.Join(", ", pools.Select(pool => $"{names.Pool(pool.Pool)} {NumberText.Short(pool.Rate, 0)} %"))} in use.";
    }
}
