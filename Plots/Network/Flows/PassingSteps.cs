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
        var candidates = Enumerable.Range(0, graph.Steps.Count).Where(step => graph.Steps[step].Kind == StepKind.Stage && isPassing(graph.Steps[step])).ToHashSet();
        var flows = graph.Flows.ToList();
        while (candidates.Where(step => IsExact(flows, step)).Order().Cast<int?>().FirstOrDefault() is { } step)
        {
            candidates.Remove(step);
            leftOut.Add(graph.Steps[step]);
            flows = Bypass(flows, step);
        }

        return graph.With(flows);
    }

    // One that turns on itself, or at which somebody begins or ends, must stay.
    private static bool IsExact(List<Flow> flows, int step)
    {
        var (entering, leaving) = (flows.Count(flow => flow.To == step), flows.Count(flow => flow.From == step));
        return Math.Min(entering, leaving) == 1 && flows.TrueForAll(flow => flow.From != step || flow.To != step);
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
