namespace FlowSim.Plots.Network.Flows;

/// <summary>Chooses flows so that the large ones can be seen. A step that is shown has its largest flow in and its largest out, however small.</summary>
internal sealed class SmallFlows
{
    private readonly FlowGraph graph;
    private readonly HashSet<int> shown = [];
    private readonly HashSet<(int From, int To)> kept = [];

    private SmallFlows(FlowGraph graph)
    {
        this.graph = graph;
    }

    /// <summary>The flows chosen.</summary>
    public IReadOnlySet<(int From, int To)> Kept => kept;

    /// <param name="graph">Any.</param>
    /// <param name="least">Flows and steps of fewer are not chosen [patients a day].</param>
    /// <param name="matters">Steps that are chosen however few pass them.</param>
    public static SmallFlows Without(FlowGraph graph, double least, Func<Step, bool> matters)
    {
        var choice = new SmallFlows(graph);
        for (var step = 0; step < graph.Steps.Count; step++)
        {
            if (graph.Through(step) >= least || matters(graph.Steps[step]))
            {
                choice.Show(step);
            }
        }

        choice.kept.UnionWith(graph.Between.Where(flow => flow.PerDay >= least && choice.shown.Contains(flow.From) && choice.shown.Contains(flow.To))
            .Select(flow => (flow.From, flow.To)));
        return choice;
    }

    /// <summary>The largest, each with what must then be shown too, as long as there are no more than so many.</summary>
    public static SmallFlows Largest(FlowGraph graph, int most)
    {
        var choice = new SmallFlows(graph);
        foreach (var flow in graph.Between.OrderByDescending(flow => flow.PerDay).ThenBy(flow => flow.From).ThenBy(flow => flow.To))
        {
            var more = choice.kept.Count < most ? choice.With(flow) : choice;
            choice = more.kept.Count <= most || choice.kept.Count == 0 ? more : choice;
        }

        return choice;
    }

    /// <summary>The same and one flow more, with what must then be shown too.</summary>
    public SmallFlows With(Flow flow)
    {
        var choice = new SmallFlows(graph);
        choice.shown.UnionWith(shown);
        choice.kept.UnionWith(kept);
        choice.kept.Add((flow.From, flow.To));
        choice.Show(flow.From);
        choice.Show(flow.To);
        return choice;
    }

    /// <summary>The graph of what is chosen.</summary>
    public FlowGraph Graph() => graph.With(graph.Flows.Where(flow => flow.From == flow.To ? shown.Contains(flow.From) : kept.Contains((flow.From, flow.To))));

    private void Show(int first)
    {
        var open = new Stack<int>([first]);
        while (open.TryPop(out var step))
        {
            if (shown.Add(step))
            {
                var (entering, leaving) = graph.Largest(step);
                foreach (var flow in new[] { entering, leaving }.OfType<Flow>())
                {
                    kept.Add((flow.From, flow.To));
                    open.Push(flow.From);
                    open.Push(flow.To);
                }
            }
        }
    }
}
