using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>Reports attributes that are needed where nothing on any way there can have set them.</summary>
internal sealed class AttributeCheck
{
    private readonly SystemModel model;
    private readonly StageGraph graph;
    private readonly SystemDescription description;
    private readonly ProblemList problems;
    private readonly HashSet<int>[] onEntry;
    private readonly HashSet<int> given;

    private AttributeCheck(SystemModel model, StageGraph graph, SystemDescription description, ProblemList problems)
    {
        this.model = model;
        this.graph = graph;
        this.description = description;
        this.problems = problems;
        onEntry = [.. model.Stages.Select(_ => new HashSet<int>())];
        given = Given(model);
    }

    public static void Check(SystemModel model, StageGraph graph, SystemDescription description, ProblemList problems)
    {
        var check = new AttributeCheck(model, graph, description, problems);
        check.Streams();
        check.Spread();
        check.Stages();
    }

    /// <summary>Attributes that anything gives a value.</summary>
    private static HashSet<int> Given(SystemModel model) =>
    [
        .. model.Streams.SelectMany(stream => stream.Attributes.Select(rule => rule.Attribute).Concat(stream.Observed?.Attributes ?? [])),
        .. model.Stages.SelectMany(stage => stage.Sets.Concat(stage.StartsWith.SelectMany(census => census.Sets))).Select(rule => rule.Attribute),
        .. model.Stages.SelectMany(stage => stage.Adds).Select(rule => rule.Attribute),
    ];

    private void Streams()
    {
        foreach (var stream in model.Streams)
        {
            var set = new HashSet<int>();
            set.UnionWith(stream.Own.Select(own => own.Attribute));
            var stands = description.Streams.First(written => written.Name.Text == stream.Template);
            set.UnionWith(stands.Observed is not null && stream.Observed is null
                ? Enumerable.Range(0, model.Attributes.Length)
                : stream.Observed?.Attributes ?? []);
            foreach (var rule in stream.Attributes)
            {
                var at = stands.Name;
                Report(AttributeReads.Of(rule), set, at, $"{at.Path}.attributes.{model.Attributes[rule.Attribute].Name}");
                Add(set, rule.Attribute);
            }

            foreach (var stage in graph.StagesOf(stream.To))
            {
                onEntry[stage].UnionWith(set);
            }

            AddToCensuses(stream, set);
        }
    }

    /// <summary>Patients of an initial census have what their stream and the census give.</summary>
    private void AddToCensuses(StreamModel stream, HashSet<int> set)
    {
        var index = Array.IndexOf(model.Streams, stream);
        foreach (var (stage, census) in Enumerable.Range(0, model.Stages.Length)
            .SelectMany(stage => model.Stages[stage].StartsWith.Select(census => (stage, census))).Where(pair => pair.census.Stream == index))
        {
            onEntry[stage].UnionWith(set);
            onEntry[stage].UnionWith(census.Sets.Select(rule => rule.Attribute));
        }
    }

    private void Spread()
    {
        var open = new Queue<int>(Enumerable.Range(0, model.Stages.Length));
        while (open.TryDequeue(out var stage))
        {
            var leaving = AfterSets(stage);
            foreach (var next in graph.WrittenEnds[stage].Concat(graph.GivesUp[stage]).Distinct())
            {
                var before = onEntry[next].Count;
                onEntry[next].UnionWith(leaving);
                if (onEntry[next].Count > before)
                {
                    open.Enqueue(next);
                }
            }
        }
    }

    private HashSet<int> AfterSets(int stage)
    {
        var set = new HashSet<int>(onEntry[stage]);
        set.UnionWith(model.Stages[stage].Own.Select(own => own.Attribute));
        set.UnionWith(model.Stages[stage].Sets.Select(rule => rule.Attribute).Concat(model.Stages[stage].Adds.Select(rule => rule.Attribute)));
        return set;
    }

    private void Stages()
    {
        var reached = graph.Reached();
        for (var index = 0; index < model.Stages.Length; index++)
        {
            var stage = model.Stages[index];
            var at = description.Stages[stage.Template].Name;
            if (!reached[index])
            {
                continue;
            }

            var set = new HashSet<int>(onEntry[index]);
            set.UnionWith(stage.Own.Select(own => own.Attribute));
            foreach (var rule in stage.Sets)
            {
                Report(AttributeReads.Of(rule), set, at, $"{at.Path}.sets.{model.Attributes[rule.Attribute].Name}");
                Add(set, rule.Attribute);
            }

            Report(stage.Adds.SelectMany(rule => AttributeReads.Of(rule.Lookup)), set, at, $"{at.Path}.adds");
            set.UnionWith(stage.Adds.Select(rule => rule.Attribute));
            Report(AttributeReads.Of(stage, model), set, at, at.Path);
            Warn(AttributeReads.OfConditions(stage), set, at);
        }
    }

    private void Report(IEnumerable<int> reads, HashSet<int> set, Written at, string path)
    {
        foreach (var attribute in reads.Where(attribute => IsUnset(attribute, set)))
        {
            problems.Error(at.Where, path, $"the attribute {model.Attributes[attribute].Name} set before it is needed",
                "no stream and no stage on the way here sets it", "Set it under attributes: of a stream or sets: of a stage before.");
        }
    }

    private void Warn(IEnumerable<int> reads, HashSet<int> set, Written at)
    {
        foreach (var attribute in reads.Where(attribute => IsUnset(attribute, set)))
        {
            problems.Warning(at.Where, at.Path, $"the attribute {model.Attributes[attribute].Name} set before a condition looks at it",
                model.Attributes[attribute].Initial < 0
                ? "no stream and no stage on the way here sets it: the condition is false"
                : "no stream and no stage on the way here sets it: it is 0");
        }
    }

    /// <summary>A number counts up from 0: it is missed where nothing anywhere gives it another value.</summary>
    private bool IsUnset(int attribute, HashSet<int> set) => !set.Contains(attribute) && (model.Attributes[attribute].MustBeSet || !given.Contains(attribute));

    private static void Add(HashSet<int> set, int attribute)
    {
        if (attribute >= 0)
        {
            set.Add(attribute);
        }
    }
}
