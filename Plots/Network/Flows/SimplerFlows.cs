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
    public IReadOnlyList<Flow> Small => [.. Whole.Between.Where(flow => !choice.Kept.Contains((flow.From, flow.To))).OrderByDescending(flow => flow.PerDay).ThenBy(flow => flow.From).ThenBy(flow => flow.To)];

    /// <param name="all">Everything.</param>
    /// <param name="detail">How much to show.</param>
    /// <param name="roles">Which steps may be left out or joined.</param>
    public static SimplerFlows Of(FlowGraph all, Detail detail, StepRoles roles)
    {
        var whole = all;
        var passing = new List<Step>();
        if (detail.LeavesOutPassing)
        {
            whole = PassingSteps.LeaveOut(whole, roles.IsPassing, passing);
        }

        if (detail.JoinsStaying)
        {
            whole = StayingSteps.Join(whole, roles.IsStaying, roles.PlacePool);
        }

        var index = whole.Steps.Select((step, i) => (step, i)).ToDictionary(pair => pair.step, pair => pair.i);
        return new SimplerFlows(whole, passing, SmallFlows.Without(whole, detail.LeastShare * all.Arrivals, roles.Matters), index);
    }

    /// <summary>The same with one of the small flows.</summary>
    public SimplerFlows With(Flow small) => new(Whole, Passing, choice.With(small), index);

    public int IndexInWhole(Step step) => index[step];

    /// <summary>Who passes a step, small flows included [patients a day].</summary>
    public double Through(Step step) => Whole.Through(index[step]);
}
