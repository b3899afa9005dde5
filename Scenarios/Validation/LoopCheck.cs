using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Reports loops of stages that can turn without time passing.</summary>
internal sealed class LoopCheck
{
    private readonly SystemModel model;
    private readonly int[][] edges;
    private readonly List<int> path = [];
    private readonly HashSet<int> done = [];
    private readonly HashSet<int> reported = [];

    private LoopCheck(SystemModel model, StageGraph graph)
    {
        this.model = model;
        var zero = new ZeroTime(model);
        edges = [.. Enumerable.Range(0, model.Stages.Length).Select(stage => Edges(stage, graph, zero))];
    }

    public static void Check(SystemModel model, StageGraph graph, SystemDescription description, ProblemList problems)
    {
        var check = new LoopCheck(model, graph);
        for (var stage = 0; stage < model.Stages.Length; stage++)
        {
            if (check.LoopFrom(stage) is { } loop)
            {
                var names = loop.Append(loop[0]).Select(member => model.StageTemplates[model.Stages[member].Template]);
                var at = description.Stages[model.Stages[loop[0]].Template].Name;
                problems.Error(at.Where, at.Path, "a loop in which time passes", $"a loop that can turn without time passing: {string.Join(" → ", names)}",
                    "Give one of these stages a time above 0.");
            }
        }
    }

    /// <summary>Stages that can follow at the same instant.</summary>
    private int[] Edges(int stage, StageGraph graph, ZeroTime zero)
    {
        var ends = zero.IsPossible(model.Stages[stage].Time) ? graph.Ends[stage] : [];
        var givesUp = model.Stages[stage].GivesUp.Where(reason => MayBeAtOnce(reason, zero)).SelectMany(reason => graph.StagesOf(reason.To));
        return [.. ends.Concat(givesUp).Distinct()];
    }

    /// <summary>A queue is judged at once; a time of a clock may have passed before the stage was entered.</summary>
    private static bool MayBeAtOnce(GivingUp reason, ZeroTime zero) =>
        reason.After is not { } after || after.Clock >= 0 || zero.IsPossible(after.Time);

    /// <summary>The first loop found from a stage, at most one for each stage template.</summary>
    private List<int>? LoopFrom(int stage)
    {
        if (done.Contains(stage))
        {
            return null;
        }

        path.Add(stage);
        List<int>? found = null;
        foreach (var next in edges[stage])
        {
            var at = path.IndexOf(next);
            var loop = at >= 0 ? Unreported(path[at..]) : LoopFrom(next);
            found ??= loop;
        }

        path.RemoveAt(path.Count - 1);
        done.Add(stage);
        return found;
    }

    /// <summary>The loop, unless one of its stages stands in a loop already reported (the same loop at another instance, most often).</summary>
    private List<int>? Unreported(List<int> loop)
    {
        var templates = loop.ConvertAll(member => model.Stages[member].Template);
        var isNew = !templates.Exists(reported.Contains);
        reported.UnionWith(isNew ? templates : []);
        return isNew ? loop : null;
    }
}
