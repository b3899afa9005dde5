namespace FlowSim.Plots.Network.Flows;

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
