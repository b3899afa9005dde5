using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Network.Flows;

/// <summary>What the description says of the steps of a system: who holds a place or staff, who stays, who fills beds.</summary>
internal sealed class StepRoles
{
    private const string Keep = "keep";
    private const string Request = "request";

    /// <summary>Steps whose places hold at least this share of all in beds and on caseloads are shown, however few come and go.</summary>
    private const double LeastShareOfPlaces = 0.01;

    private readonly ILookup<string, StageFacts> stages;
    private readonly PoolUse use;
    private bool hasSmallSteps = true;

    public StepRoles(SystemFacts facts, PoolUse use)
    {
        stages = facts.Stages.ToLookup(stage => stage.Id, StringComparer.Ordinal);
        this.use = use;
    }

    private StepRoles(StepRoles other)
    {
        stages = other.stages;
        use = other.use;
    }

    public StepRoles With(IReadOnlySet<Step> atFold) => new(this) { AtFold = atFold };

    /// <summary>The same, but that no step matters by how many it holds.</summary>
    public StepRoles WithoutSmallSteps => new(this) { hasSmallSteps = false };

    /// <summary>Holds no place and no staff of its own, so far as is known.</summary>
    public bool IsPassing(Step step) => stages[step.Name].Any() && stages[step.Name].All(stage => stage.PlaceMode != Request && stage.Pools.Count == 0);

    /// <summary>Has a bed of its own.</summary>
    public bool HoldsBeds(Step step) => use.Of(step)?.Kind == "beds";

    /// <summary>Stays in the place of the step before.</summary>
    public bool IsStaying(Step step) => stages[step.Name].Any() && stages[step.Name].All(stage => stage.PlaceMode == Keep);

    /// <summary>Pool of the place that the step asks for, without instance; empty where it asks for none.</summary>
    public string PlacePool(Step step) =>
        stages[step.Name].Any() && stages[step.Name].All(stage => stage.PlaceMode == Request && stage.Pools.Count > 0)
            ? stages[step.Name].First().Pools[0].Split('@')[0]
            : "";

    /// <summary>Ways to and from another part of the system that is drawn apart.</summary>
    private IReadOnlySet<Step> AtFold { get; init; } = new HashSet<Step>();

    /// <summary>Fills a good part of the beds or caseloads, or leads to another part.</summary>
    public bool Matters(Step step) => hasSmallSteps && (AtFold.Contains(step) || use.Of(step) is { HoldsLong: true } held && held.Occupied >= LeastShareOfPlaces * use.HeldLong);
}
