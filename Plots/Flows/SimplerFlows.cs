namespace FlowSim.Plots.Flows;

/// <summary>Flows made simpler, and what was done to them.</summary>
internal sealed class SimplerFlows
{
    private readonly SmallFlows choice;
    private readonly Dictionary<Step, int> index;

    private SimplerFlows(FlowGraph whole, IReadOnlyList<Step> passing, SmallFlows choice, Dictionary<Step, int> index)
    {
        Whole = whole;
        Passing = passing;
        this.choice = choice;
        this.index = index;
        Graph = choice.Graph();
    }

    /// <summary>What is shown.</summary>
    public FlowGraph Graph { get; }

    /// <summary>The same before small flows were left out.</summary>
    public FlowGraph Whole { get; }

    /// <summary>Steps left out because they hold no place or staff.</summary>
    public IReadOnlyList<Step> Passing { get; }

    /// <summary>Flows left out because they are small, the largest first.</summary>
    public IReadOnlyList<Flow> Small =>
        [.. Whole.Between.Where(flow => !choice.Kept.Contains((flow.From, flow.To))).OrderByDescending(flow => flow.PerDay).ThenBy(flow => flow.From)
            .ThenBy(flow => flow.To)];

    /// <summary>Of all moves between the steps that could be shown, the share that is.</summary>
    public double ShareShown => Graph.Between.Sum(flow => flow.PerDay) / Whole.Between.Sum(flow => flow.PerDay);

    /// <param name="all">Everything.</param>
    /// <param name="roles">Which steps may be left out or joined.</param>
    /// <param name="levels">How much to show, by turns.</param>
    public static IEnumerable<SimplerFlows> Of(FlowGraph all, StepRoles roles, IEnumerable<Detail> levels)
    {
        var (known, whole, passing) = ((Detail?)null, all, new List<Step>());
        foreach (var detail in levels)
        {
            if (known is null || (known.LeavesOutPassing, known.JoinsStaying) != (detail.LeavesOutPassing, detail.JoinsStaying))
            {
                (known, whole, passing) = (detail, all, []);
                whole = detail.LeavesOutPassing ? PassingSteps.LeaveOut(whole, roles.IsPassing, passing) : whole;
                whole = detail.JoinsStaying ? StayingSteps.Join(whole, roles.IsStaying, roles.PlacePool) : whole;
            }

            var index = whole.Steps.Select((step, i) => (step, i)).ToDictionary(pair => pair.step, pair => pair.i);
            yield return new SimplerFlows(whole, passing, SmallFlows.Without(whole, detail.LeastShare * all.Arrivals, roles.Matters), index);
        }
    }

    /// <summary>
    /// The largest flows: every step is passed over where that is exact and it holds no bed, what a patient stays in is one, so are the beds of a group and the
    /// places of a department, and of what is left so many flows are shown: where patients come into beds and leave them first, then the largest.
    /// </summary>
    /// <param name="all">Everything.</param>
    /// <param name="roles">Which steps hold beds, and which may be joined.</param>
    /// <param name="most">Flows that are shown.</param>
    public static SimplerFlows Largest(FlowGraph all, StepRoles roles, int most)
    {
        var passing = new List<Step>();
        var whole = all.Between.Count <= most ? all
            : PassingSteps.LeaveOut(CareGroups.Join(StayingSteps.Join(all, roles.IsStaying, roles.PlacePool), roles),
                step => !roles.HoldsBeds(step) && step.Group.Length == 0, passing);
        var index = whole.Steps.Select((step, i) => (step, i)).ToDictionary(pair => pair.step, pair => pair.i);
        return new SimplerFlows(whole, passing, SmallFlows.Largest(whole, most, roles.HoldsBeds), index);
    }

    /// <summary>Everything but faint flows, with what a patient stays in as one step: for a picture that has all the room it needs.</summary>
    /// <param name="all">Everything.</param>
    /// <param name="isPassing">Steps that are passed over where that is exact.</param>
    /// <param name="roles">Which steps may be joined.</param>
    /// <param name="matters">Steps that are shown however few pass them.</param>
    public static SimplerFlows AllBut(FlowGraph all, Func<Step, bool> isPassing, StepRoles roles, Func<Step, bool> matters)
    {
        var passing = new List<Step>();
        var whole = StayingSteps.Join(PassingSteps.LeaveOut(all, isPassing, passing), roles.IsStaying, roles.PlacePool);
        var index = whole.Steps.Select((step, i) => (step, i)).ToDictionary(pair => pair.step, pair => pair.i);
        return new SimplerFlows(whole, passing, SmallFlows.Without(whole, Detail.Faint * all.Arrivals, matters), index);
    }

    /// <summary>The same with one of the small flows.</summary>
    public SimplerFlows With(Flow small) => new(Whole, Passing, choice.With(small), index);

    public int IndexInWhole(Step step) => index[step];

    /// <summary>Who passes a step, small flows included [patients a day].</summary>
    public double Through(Step step) => Whole.Through(index[step]);
}

/// <summary>How much of the flows is shown.</summary>
/// <param name="LeavesOutPassing">Steps that hold nobody's place or staff are left out where that is exact.</param>
/// <param name="JoinsStaying">Steps in which the patient stays where he is are shown as one.</param>
/// <param name="LeastShare">Flows of a smaller share of all arrivals are left out.</param>
internal sealed record Detail(bool LeavesOutPassing, bool JoinsStaying, double LeastShare)
{
    /// <summary>Smaller flows only confuse in a picture that is full: share of all arrivals.</summary>
    public const double Faint = 0.005;

    /// <summary>From everything to the main roads.</summary>
    public static IReadOnlyList<Detail> Levels { get; } =
    [
        new(false, false, 0),
        new(true, false, 0),
        .. new[] { 0.0005, 0.001, 0.002, 0.003, Faint }.Select(share => new Detail(true, false, share)),
        .. new[] { 0.001, 0.002, 0.003, Faint, 0.0075, 0.01, 0.015, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3,
            0.5 }.Select(share => new Detail(true, true, share)),
    ];
}

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

    /// <summary>
    /// The largest, each with what must then be shown too, as long as there are no more than so many. Before them come the largest into the beds to which most
    /// patients come and the largest out of them: of urgent care they are what the rest leads to, though most patients need none.
    /// </summary>
    public static SmallFlows Largest(FlowGraph graph, int most, Func<Step, bool> holdsBeds)
    {
        var choice = new SmallFlows(graph);
        var beds = Enumerable.Range(0, graph.Steps.Count).Where(step => holdsBeds(graph.Steps[step])).OrderByDescending(graph.Through).Take(1)
            .SelectMany(step => new[] { graph.Largest(step).In, graph.Largest(step).Out }).OfType<Flow>();
        foreach (var flow in beds.Concat(graph.Between.OrderByDescending(flow => flow.PerDay).ThenBy(flow => flow.From).ThenBy(flow => flow.To)))
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
