using FlowSim.Scenarios.Compilation.Names;
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
        int[] missed = [.. Enumerable.Range(0, description.Stages.Count).Where(template => !Instances(model, template).Any(stage => reached[stage]))];

        // What only a missed stage leads to needs no problem of its own.
        var behind = missed.SelectMany(template =>
            Instances(model, template).SelectMany(stage => graph.WrittenEnds[stage].Concat(graph.GivesUp[stage])).Select(stage => model.Stages[stage].Template)
            .Where(next => next != template)).ToHashSet();
        var first = missed.Where(template => !behind.Contains(template)).ToArray();
        foreach (var template in first.Length > 0 ? first : missed)
        {
            var name = description.Stages[template].Name;
            problems.Error(name.Where, name.Path, "a stage that a stream, a routing, a diversion or a reason to give up leads to",
                "a stage that nobody can reach", "Lead to it, or remove it.");
        }
    }

    private static IEnumerable<int> Instances(SystemModel model, int template) =>
        Enumerable.Range(0, model.Stages.Length).Where(stage => model.Stages[stage].Template == template);

    /// <summary>False when a target could not be resolved: its own problem says more than a stage that is missed behind it.</summary>
    private static bool IsComplete(SystemModel model, SystemDescription description) =>
        Array.TrueForAll(model.Stages, stage => stage.Then.Branches.Length > 0 && IsComplete(stage, description.Stages[stage.Template]))
        && Array.TrueForAll(model.Streams, stream => stream.To >= 0 || stream.Closes is not null);

    private static bool IsComplete(StageModel stage, StageDescription written) =>
        stage.GivesUp.Length >= written.GivesUp.Count && stage.Diversions.Length >= written.Diversions.Count
            && stage.StartsWith.Length >= written.StartsWith.Count;
}
