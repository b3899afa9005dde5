using FlowSim.Plots.Network.Flows;

namespace FlowSim.Plots.Network;

/// <summary>
/// Takes a system apart that is too long for the width of a page: what comes before a bed, and beds with what follows them. Who goes from
/// one part to the other leaves the one by a way out and comes into the other by a way in that name the step.
/// </summary>
internal static class FlowFold
{
    private const string To = "to-";
    private const string From = "from-";

    /// <summary>Share of those who come in.</summary>
    private const double LeastShown = 0.01;

    /// <summary>Both parts; none where the system has no beds, or nothing but beds.</summary>
    public static IReadOnlyList<FlowSelection> Of(FlowSelection selection)
    {
        // Made simpler first: a way in or out must have the name of a box of the other part.
        var simpler = SimplerFlows.Of(selection.Graph, selection.Roles, [new Detail(true, true, 0)]).First();
        var behind = Behind(simpler, selection.Use);
        var before = Part(simpler.Graph, step => !behind.Contains(step));
        var after = Part(simpler.Graph, behind.Contains);
        return before.Between.Any() && after.Between.Any()
            ? [WithWays(selection with { Graph = before, Passed = simpler.Passing, Part = "Part 1 of 2: up to a bed" }),
                WithWays(selection with { Graph = after, Part = "Part 2 of 2: in a bed and after" })]
            : [];
    }

    /// <summary>Ways to the other part are shown unless hardly anybody takes them.</summary>
    private static FlowSelection WithWays(FlowSelection part) =>
        part with
        {
            Roles = part.Roles.With(Enumerable.Range(0, part.Graph.Steps.Count)
                .Where(step => IsWay(part.Graph.Steps[step]) && part.Graph.Through(step) >= LeastShown * part.Graph.Arrivals)
                .Select(step => part.Graph.Steps[step]).ToHashSet()),
        };

    private static bool IsWay(Step step) =>
        (step.Kind == StepKind.Stream && step.Name.StartsWith(From, StringComparison.Ordinal))
            || (step.Kind == StepKind.Exit && step.Name.StartsWith(To, StringComparison.Ordinal));

    /// <summary>Steps with beds, and all that follow them without going back.</summary>
    private static HashSet<Step> Behind(SimplerFlows all, PoolUse use)
    {
        var columns = StepColumns.Near(all);
        var next = columns.Flows.Where(flow => !flow.IsBack).ToLookup(flow => StepOf(flow.From), flow => StepOf(flow.To));
        var behind = all.Graph.Steps.Where(step => use.Of(step)?.Kind == "beds").ToHashSet();
        var open = new Stack<Step>(behind);
        while (open.TryPop(out var step))
        {
            foreach (var follower in next[step].Where(follower => follower.Kind == StepKind.Stage && behind.Add(follower)))
            {
                open.Push(follower);
            }
        }

        return behind;

        Step StepOf(int node) => all.Graph.Steps[columns.Steps[node].Step];
    }

    private static FlowGraph Part(FlowGraph graph, Func<Step, bool> isHere)
    {
        var index = new Dictionary<Step, int>();
        var flows = new List<Flow>();
        foreach (var flow in graph.Flows)
        {
            var (from, to) = (graph.Steps[flow.From], graph.Steps[flow.To]);
            var isFromHere = isHere(from.Kind == StepKind.Stream && to.Kind == StepKind.Stage ? to : from);
            var isToHere = to.Kind == StepKind.Exit ? isFromHere : isHere(to);
            if (isFromHere || isToHere)
            {
                flows.Add(
                    new Flow(Index(isFromHere ? from : Outside(StepKind.Stream, From, from)), Index(isToHere ? to : Outside(StepKind.Exit, To, to)),
                        flow.PerDay));
            }
        }

        return new FlowGraph([.. index.Keys], FlowGraph.Sum(flows));

        int Index(Step step)
        {
            index.TryAdd(step, index.Count);
            return index[step];
        }
    }

    private static Step Outside(StepKind kind, string way, Step step) => new(kind, way + step.Name);
}
