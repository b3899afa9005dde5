using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Reports places left out where one may be held, and kept or delayed places where none can be.</summary>
internal static class PlaceCheck
{
    public static void Check(SystemModel model, StageGraph graph, SystemDescription description, ProblemList problems)
    {
        var held = new HeldPlaces(model, graph);
        var reached = graph.Reached();
        for (var template = 0; template < description.Stages.Count; template++)
        {
            int[] instances = [.. Enumerable.Range(0, model.Stages.Length).Where(stage => model.Stages[stage].Template == template && reached[stage])];
            var written = description.Stages[template];
            if (instances.Length > 0)
            {
                LeftOut(model, held, instances, written, problems);
                Kept(model, held, instances, written, problems);
                Delayed(model, held, instances, written, problems);
            }
        }
    }

    private static void LeftOut(SystemModel model, HeldPlaces held, int[] instances, StageDescription written, ProblemList problems)
    {
        foreach (var stage in written.PlaceForm == PlaceForm.LeftOut ? instances : [])
        {
            var lost = held.OnEntry[stage].Where(pool => model.Stages[stage].Keep is not { } keep || !keep[pool]).Order().ToList();
            if (lost.Count > 0)
            {
                var from = model.StageTemplates[model.Stages[held.From[stage][lost[0]]].Template];
                problems.Error(written.Name.Where, written.Name.Path + ".place", "a place, keep or none, since one may be held here",
                    $"no place, where {model.Pools[lost[0]].Template} may be held (from {from})",
                    "Write \"place: none\" to let it go, or \"place: keep\" to stay there.");
                return;
            }
        }
    }

    private static void Kept(SystemModel model, HeldPlaces held, int[] instances, StageDescription written, ProblemList problems)
    {
        if (written.PlaceForm == PlaceForm.Keep && Array.TrueForAll(instances, stage => held.OnEntry[stage].Count == 0))
        {
            problems.Warning(written.Name.Where, written.Name.Path + ".place", "a place to keep", "keep, where no place can be held",
                "Write \"place: none\", or leave it out.");
        }

        if (written.Keep.Count > 0
            && Array.TrueForAll(instances, stage => !held.OnEntry[stage].Any(pool => model.Stages[stage].Keep is { } keep && keep[pool])))
        {
            problems.Warning(written.Keep[0].Where, written.Name.Path + ".keep", "a place to keep",
                $"{written.Keep[0].Text}, of which no place can be held here", "Remove it.");
        }
    }

    private static void Delayed(SystemModel model, HeldPlaces held, int[] instances, StageDescription written, ProblemList problems)
    {
        if (written.Delayed is { } delayed && Array.TrueForAll(instances, stage => !held.OnEntry[stage].Any(pool => model.Pools[pool].Kind == PoolKind.Beds)))
        {
            problems.Warning(delayed.Reason.Where, written.Name.Path + ".delayed", "a stage to which patients come in a bed",
                "no bed that could be held: nobody is delayed here", "Remove it.");
        }
    }
}
