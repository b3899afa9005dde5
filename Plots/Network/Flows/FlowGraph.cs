namespace FlowSim.Plots.Network.Flows;

/// <summary>Who goes where: steps and the flows between them, each pair once.</summary>
internal sealed class FlowGraph
{
    private readonly double[] entering;
    private readonly double[] leaving;
    private readonly Flow?[] largestIn;
    private readonly Flow?[] largestOut;

    public FlowGraph(IReadOnlyList<Step> steps, IReadOnlyList<Flow> flows)
    {
        Steps = steps;
        Flows = flows;
        Between = [.. flows.Where(flow => flow.From != flow.To)];
        entering = new double[steps.Count];
        leaving = new double[steps.Count];
        largestIn = new Flow?[steps.Count];
        largestOut = new Flow?[steps.Count];
        foreach (var flow in Between)
        {
            leaving[flow.From] += flow.PerDay;
            entering[flow.To] += flow.PerDay;
            largestIn[flow.To] = Larger(largestIn[flow.To], flow);
            largestOut[flow.From] = Larger(largestOut[flow.From], flow);
        }
    }

    public IReadOnlyList<Step> Steps { get; }

    public IReadOnlyList<Flow> Flows { get; }

    /// <summary>Flows from one step to another one.</summary>
    public IReadOnlyList<Flow> Between { get; }

    /// <summary>Flows from a step to itself.</summary>
    public IEnumerable<Flow> Again => Flows.Where(flow => flow.From == flow.To);

    /// <summary>All who arrive [patients a day]; where no stream is known, the most that any step sees.</summary>
    public double Arrivals => Between.Where(flow => Steps[flow.From].Kind == StepKind.Stream).Sum(flow => flow.PerDay) is var sum and > 0 ? sum : Most;

    /// <summary>The most that any step sees [patients a day].</summary>
    public double Most => Enumerable.Range(0, Steps.Count).Select(Through).DefaultIfEmpty().Max();

    /// <summary>Who comes to a step from another [patients a day].</summary>
    public double Entering(int step) => entering[step];

    /// <summary>Who goes on from a step to another [patients a day].</summary>
    public double Leaving(int step) => leaving[step];

    /// <summary>Who passes a step [patients a day]: the greater of who comes and who goes.</summary>
    public double Through(int step) => Math.Max(entering[step], leaving[step]);

    /// <summary>The largest flow to a step from another, and from it to another.</summary>
    public (Flow? In, Flow? Out) Largest(int step) => (largestIn[step], largestOut[step]);

    /// <summary>The same with some flows only, and the steps that these touch.</summary>
    public FlowGraph With(IEnumerable<Flow> flows)
    {
        var kept = flows.ToList();
        var used = kept.SelectMany(flow => new[] { flow.From, flow.To }).Distinct().Order().ToList();
        var index = used.Select((step, i) => (step, i)).ToDictionary(pair => pair.step, pair => pair.i);
        return new FlowGraph([.. used.Select(step => Steps[step])], Sum(kept.Select(flow => flow with { From = index[flow.From], To = index[flow.To] })));
    }

    /// <summary>One flow for each pair, in the order of first mention.</summary>
    public static IReadOnlyList<Flow> Sum(IEnumerable<Flow> flows) =>
        [.. flows.GroupBy(flow => (flow.From, flow.To)).Select(group => new Flow(group.Key.From, group.Key.To, group.Sum(flow => flow.PerDay)))];

    private static Flow Larger(Flow? known, Flow other) => known is { } one && one.PerDay >= other.PerDay ? one : other;
}
