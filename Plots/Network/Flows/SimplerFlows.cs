namespace FlowSim.Plots.Network.Flows;

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
    /// The largest flows: every step is passed over where that is exact and it holds no bed, what a patient stays in is one, and of what is left so many flows
    /// are shown.
    /// </summary>
    /// <param name="all">Everything.</param>
    /// <param name="roles">Which steps hold beds, and which may be joined.</param>
    /// <param name="most">Flows that are shown.</param>
    public static SimplerFlows Largest(FlowGraph all, StepRoles roles, int most)
    {
        var passing = new List<Step>();
        var whole = all.Between.Count <= most ? all
            : StayingSteps.Join(PassingSteps.LeaveOut(all, step => !roles.HoldsBeds(step), passing), roles.IsStaying, roles.PlacePool);
        var index = whole.Steps.Select((step, i) => (step, i)).ToDictionary(pair => pair.step, pair => pair.i);
        return new SimplerFlows(whole, passing, SmallFlows.Largest(whole, most), index);
    }

    /// <summary>The same with one of the small flows.</summary>
    public SimplerFlows With(Flow small) => new(Whole, Passing, choice.With(small), index);

    public int IndexInWhole(Step step) => index[step];

    /// <summary>Who passes a step, small flows included [patients a day].</summary>
    public double Through(Step step) => Whole.Through(index[step]);
}
