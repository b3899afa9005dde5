using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>Whether patients who give up at a stage may come to it again, such as callers who try once more after a while.</summary>
internal static class Comebacks
{
    /// <summary>
    /// True where a way leads from giving up at a stage back to it, in one instance of it or another, past stages that ask for nothing: whoever has been
    /// served in between comes anew.
    /// </summary>
    /// <param name="model">The system.</param>
    /// <param name="stage">Where patients give up.</param>
    public static bool LeadFrom(SystemModel model, StageModel stage)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>(stage.GivesUp.Select(reason => reason.To));
        while (open.TryPop(out var target))
        {
            foreach (var next in StagesOf(model.Targets[target]).Where(seen.Add))
            {
                if (model.Stages[next].Template == stage.Template)
                {
                    return true;
                }

                if (model.Stages[next] is { Place: [], Staff: [] } asksForNothing)
                {
                    TargetsOf(asksForNothing).ToList().ForEach(open.Push);
                }
            }
        }

        return false;
    }

    private static IEnumerable<int> StagesOf(Target target) => target.StageByValue.Append(target.Stage).Where(stage => stage >= 0);

    private static IEnumerable<int> TargetsOf(StageModel stage) => stage.Diversions.Select(diversion => diversion.To)
        .Concat(stage.GivesUp.Select(reason => reason.To))
        .Concat(stage.Then.Branches.SelectMany(branch => branch.Outcomes).SelectMany(outcomes => outcomes.Outcomes.ToArray()))
        .Concat(stage.Then.IsFixed ? [stage.Then.FixedTarget] : [])
        .Where(target => target >= 0);
}
