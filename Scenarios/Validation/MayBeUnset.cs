using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>By stage: attributes that some patient may not have when coming there, as far as the ways alone tell (who goes where may rule it out).</summary>
internal sealed class MayBeUnset
{
    private readonly SystemModel model;
    private readonly HashSet<int>[] onEntry;

    public MayBeUnset(SystemModel model, StageGraph graph)
    {
        this.model = model;
        onEntry = [.. model.Stages.Select(_ => new HashSet<int>())];
        var open = new Queue<int>();
        foreach (var stream in model.Streams)
        {
            foreach (var stage in graph.StagesOf(stream.To))
            {
                Add(stage, After(stream), open);
            }
        }

        AddCensuses(open);
        while (open.TryDequeue(out var stage))
        {
            var leaving = InStage(stage);
            foreach (var next in graph.WrittenEnds[stage].Concat(graph.GivesUp[stage]).Distinct())
            {
                Add(next, leaving, open);
            }
        }
    }

    /// <summary>Once the stage has made its own sets.</summary>
    public HashSet<int> InStage(int stage)
    {
        var unset = new HashSet<int>(onEntry[stage]);
        unset.ExceptWith(model.Stages[stage].Own.Select(own => own.Attribute));
        Make(model.Stages[stage].Sets, unset);
        return unset;
    }

    /// <summary>What a stream leaves unset.</summary>
    public HashSet<int> After(StreamModel stream)
    {
        var unset = Enumerable.Range(0, model.Attributes.Length).Where(attribute => model.Attributes[attribute].MustBeSet).ToHashSet();
        unset.ExceptWith(stream.Own.Select(own => own.Attribute));
        if (stream.Observed is { } observed)
        {
            for (var column = 0; column < observed.Attributes.Length; column++)
            {
                if (!Enumerable.Range(0, observed.Times.Length).Any(row => observed.Values[(row * observed.Attributes.Length) + column] < 0))
                {
                    unset.Remove(observed.Attributes[column]);
                }
            }
        }

        Make(stream.Attributes, unset);
        return unset;
    }

    private void AddCensuses(Queue<int> open)
    {
        for (var stage = 0; stage < model.Stages.Length; stage++)
        {
            foreach (var census in model.Stages[stage].StartsWith.Where(census => census.InPlace + census.Waiting > 0 && !model.Run.BeginsEmpty))
            {
                var unset = After(model.Streams[census.Stream]);
                Make(census.Sets, unset);
                Add(stage, unset, open);
            }
        }
    }

    private void Add(int stage, HashSet<int> unset, Queue<int> open)
    {
        var before = onEntry[stage].Count;
        onEntry[stage].UnionWith(unset);
        if (onEntry[stage].Count > before)
        {
            open.Enqueue(stage);
        }
    }

    /// <summary>A rule sets its attribute when one of its branches is sure to hold and gives a value.</summary>
    private static void Make(SetRule[] rules, HashSet<int> unset)
    {
        foreach (var rule in
            rules.Where(rule => rule.Branches is [.., { If: null }]
                && Array.TrueForAll(rule.Branches, branch => branch.Kind != SetKind.Copied || !unset.Contains(branch.From))))
        {
            unset.Remove(rule.Attribute);
        }
    }
}
