using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Where patients can go: from stage instance to stage instance.</summary>
internal sealed class StageGraph
{
    private readonly SystemModel model;

    public StageGraph(SystemModel model)
    {
        this.model = model;
        Ends = Array.ConvertAll(model.Stages, stage => Stages(EndTargets(stage)));
        WrittenEnds = Array.ConvertAll(model.Stages, stage => Stages(WrittenTargets(stage)));
        GivesUp = Array.ConvertAll(model.Stages, stage => Stages(stage.GivesUp.Select(reason => reason.To)));
        Entries = [.. Stages(model.Streams.Select(stream => stream.To))
            .Concat(Enumerable.Range(0, model.Stages.Length).Where(stage => model.Stages[stage].StartsWith.Length > 0)).Distinct()];
    }

    /// <summary>By stage: those that can follow when it has ended.</summary>
    public int[][] Ends { get; }

    /// <summary>By stage: those that its routing names, with a share of 0 as well (a scenario may set one to 0).</summary>
    public int[][] WrittenEnds { get; }

    /// <summary>By stage: those that can follow when its wait is given up.</summary>
    public int[][] GivesUp { get; }

    /// <summary>Stages at which patients come in.</summary>
    public int[] Entries { get; }

    /// <summary>Stages of a target: one, those of all values of its attribute, or none for an exit.</summary>
    public IEnumerable<int> StagesOf(int target)
    {
        if (target < 0)
        {
            return [];
        }

        var to = model.Targets[target];
        return to.Stage >= 0 ? [to.Stage] : to.StageByValue.Where(stage => stage >= 0);
    }

    /// <summary>Targets when a stage has ended: routing and diversions.</summary>
    public static IEnumerable<int> EndTargets(StageModel stage) => stage.Then.Branches
        .SelectMany(branch => branch.Outcomes)
        .SelectMany(outcomes =>
            Enumerable.Range(0, outcomes.Outcomes.Length).Where(index => outcomes.Share(index) > 0).Select(index => outcomes.Outcomes[index]))
        .Concat(stage.Diversions.Select(diversion => diversion.To));

    private static IEnumerable<int> WrittenTargets(StageModel stage) => stage.Then.Branches
        .SelectMany(branch => branch.Outcomes)
        .SelectMany(outcomes => outcomes.Outcomes.ToArray())
        .Concat(stage.Diversions.Select(diversion => diversion.To));

    /// <summary>Stages that somebody can reach.</summary>
    public bool[] Reached()
    {
        var reached = new bool[model.Stages.Length];
        var open = new Stack<int>(Entries);
        while (open.TryPop(out var stage))
        {
            if (!reached[stage])
            {
                reached[stage] = true;
                Array.ForEach(WrittenEnds[stage], open.Push);
                Array.ForEach(GivesUp[stage], open.Push);
            }
        }

        return reached;
    }

    private int[] Stages(IEnumerable<int> targets) => [.. targets.SelectMany(StagesOf).Distinct()];
}
