using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Reports stages that nobody can reach.</summary>
internal static class ReachCheck
{
    public static void Check(SystemModel model, StageGraph graph, SystemDescription description, ProblemList problems)
    {
        if (!IsComplete(model, description))
        {
            return;
        }

        var reached = graph.Reached();
        for (var template = 0; template < description.Stages.Count; template++)
        {
            var name = description.Stages[template].Name;
            if (!Enumerable.Range(0, model.Stages.Length).Any(stage => model.Stages[stage].Template == template && reached[stage]))
            {
                problems.Error(name.Where, name.Path, "a stage that a stream, a routing, a diversion or a reason to give up leads to", "a stage that nobody can reach", "Lead to it, or remove it.");
            }
        }
    }

    /// <summary>False when a target could not be resolved: its own problem says more than a stage that is missed behind it.</summary>
    private static bool IsComplete(SystemModel model, SystemDescription description) =>
        Array.TrueForAll(model.Stages, stage => stage.Then.Branches.Length > 0 && IsComplete(stage, description.Stages[stage.Template]))
        && Array.TrueForAll(model.Streams, stream => stream.To >= 0 || stream.Closes is not null);

    private static bool IsComplete(StageModel stage, StageDescription written) =>
        stage.GivesUp.Length >= written.GivesUp.Count && stage.Diversions.Length >= written.Diversions.Count && stage.StartsWith.Length >= written.StartsWith.Count;
}
