namespace FlowSim.Plots.Flows;

/// <summary>
/// Shows as one step what follows on each other while the patient stays in the same place: a cubicle, a bed, an ambulance. These are
/// steps that keep the place of the step before, and steps that ask for a place of the pool in which the patient already is.
/// </summary>
internal static class StayingSteps
{
    /// <param name="graph">Any.</param>
    /// <param name="stays">Whether a patient keeps the place of the step before.</param>
    /// <param name="pool">The pool of a step's place; empty without.</param>
    public static FlowGraph Join(FlowGraph graph, Func<Step, bool> stays, Func<Step, string> pool)
    {
        var staying = graph.Steps.Select(step => step.Kind == StepKind.Stage && stays(step)).ToArray();
        var pools = graph.Steps.Select(step => step.Kind == StepKind.Stage ? pool(step) : "").ToArray();
        var group = Enumerable.Range(0, graph.Steps.Count).ToArray();
        foreach (var flow in
            graph.Between.Where(flow => (staying[flow.From] && staying[flow.To]) || (pools[flow.From].Length > 0 && pools[flow.From] == pools[flow.To])))
        {
            Unite(group, flow.From, flow.To);
        }

        while (OnlySource(graph, staying, group) is { } flow)
        {
            Unite(group, flow.From, flow.To);
        }

        return Grouped(graph, [.. Enumerable.Range(0, group.Length).Select(step => Root(group, step))]);
    }

    /// <summary>Steps of which all patients come from one place and stay there.</summary>
    private static Flow? OnlySource(FlowGraph graph, bool[] staying, int[] group)
    {
        int[] roots = [.. Enumerable.Range(0, group.Length).Select(step => Root(group, step))];
        var isStaying = Enumerable.Repeat(true, group.Length).ToArray();
        for (var step = 0; step < roots.Length; step++)
        {
            isStaying[roots[step]] &= staying[step];
        }

        foreach (var entering in graph.Between.Where(flow => isStaying[roots[flow.To]] && roots[flow.From] != roots[flow.To]).GroupBy(flow => roots[flow.To]))
        {
            var sources = entering.DistinctBy(flow => roots[flow.From]).Take(2).ToList();
            if (sources.Count == 1 && graph.Steps[sources[0].From].Kind == StepKind.Stage)
            {
                return sources[0];
            }
        }

        return null;
    }

    /// <summary>The graph with one step for each group.</summary>
    /// <param name="graph">Any.</param>
    /// <param name="group">By step, the first step of its group.</param>
    public static FlowGraph Grouped(FlowGraph graph, int[] group)
    {
        var steps = graph.Steps.Select((step, i) => group[i] == i
            ? Joined(graph, [.. Enumerable.Range(0, group.Length).Where(other => group[other] == i)], group)
            : step).ToList();
        var flows = graph.Flows.Where(flow => flow.From == flow.To || group[flow.From] != group[flow.To])
            .Select(flow => flow with { From = group[flow.From], To = group[flow.To] });
        return new FlowGraph(steps, FlowGraph.Sum(flows)).With(FlowGraph.Sum(flows));
    }

    private static void Unite(int[] group, int one, int other)
    {
        var (a, b) = (Root(group, one), Root(group, other));
        group[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>Named after the step at which most come in.</summary>
    private static Step Joined(FlowGraph graph, IReadOnlyList<int> members, int[] group)
    {
        if (members.Count == 1)
        {
            return graph.Steps[members[0]];
        }

        var first = members.MaxBy(member => graph.Between.Where(flow => flow.To == member && group[flow.From] != group[member]).Sum(flow => flow.PerDay));
        var others = members.Where(member => member != first).OrderByDescending(graph.Through).ThenBy(member => member);
        return new Step(StepKind.Stage, graph.Steps[first].Name, [.. graph.Steps[first].Joined, .. others.SelectMany(member => graph.Steps[member].Names)])
        {
            Words = graph.Steps[first].Words,
        };
    }

    private static int Root(int[] group, int step)
    {
        while (group[step] != step)
        {
            step = group[step];
        }

        return step;
    }
}

/// <summary>
/// Leaves out steps that hold nobody's place or staff, where the flows say exactly who goes where without them: those that all
/// come from one step, or all go to one.
/// </summary>
internal static class PassingSteps
{
    /// <param name="graph">Any.</param>
    /// <param name="isPassing">Whether a step may be left out.</param>
    /// <param name="leftOut">Receives the steps left out.</param>
    public static FlowGraph LeaveOut(FlowGraph graph, Func<Step, bool> isPassing, ICollection<Step> leftOut)
    {
        var candidates =
            new SortedSet<int>(Enumerable.Range(0, graph.Steps.Count).Where(step => graph.Steps[step].Kind == StepKind.Stage && isPassing(graph.Steps[step])));
        var flows = graph.Flows.ToList();
        while (NextExact(flows, candidates, graph.Steps.Count) is { } step)
        {
            candidates.Remove(step);
            leftOut.Add(graph.Steps[step]);
            flows = Bypass(flows, step);
        }

        return graph.With(flows);
    }

    /// <summary>The first step with one flow in or one out. One that turns on itself, or at which somebody begins or ends, must stay.</summary>
    private static int? NextExact(List<Flow> flows, SortedSet<int> candidates, int steps)
    {
        var (entering, leaving, turning) = (new int[steps], new int[steps], new bool[steps]);
        foreach (var flow in flows)
        {
            leaving[flow.From]++;
            entering[flow.To]++;
            turning[flow.From] |= flow.From == flow.To;
        }

        return candidates.Cast<int?>().FirstOrDefault(step => !turning[step!.Value] && Math.Min(entering[step.Value], leaving[step.Value]) == 1);
    }

    private static List<Flow> Bypass(List<Flow> flows, int step)
    {
        var entering = flows.Where(flow => flow.To == step).ToList();
        var leaving = flows.Where(flow => flow.From == step).ToList();
        var bypassing = leaving.Count == 1
            ? entering.Select(flow => flow with { To = leaving[0].To })
            : leaving.Select(flow => flow with { From = entering[0].From });
        return [.. FlowGraph.Sum(flows.Where(flow => flow.From != step && flow.To != step).Concat(bypassing))];
    }
}
