using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Results.Describing;

/// <summary>Collects the streams, stages, pools and exits of one system after another, each once.</summary>
internal sealed class PartsDescriber
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public List<StreamFacts> Streams { get; } = [];

    public List<StageFacts> Stages { get; } = [];

    public List<PoolFacts> Pools { get; } = [];

    public List<string> Exits { get; } = [];

    /// <summary>True when the system has a part that is not collected yet.</summary>
    public bool Lacks(SystemModel model) =>
        model.Streams.Select(stream => Key(stream)).Concat(model.Stages.Select(Key)).Concat(model.Pools.Select(Key)).Concat(model.Exits.Select(Key))
            .Any(key => !known.Contains(key));

    /// <summary>Adds what is new in a system.</summary>
    /// <param name="model">The compiled system.</param>
    /// <param name="description">The description it was compiled from.</param>
    public void Add(SystemModel model, SystemDescription description)
    {
        var stages = description.Stages.ToDictionary(stage => stage.Name.Text, StringComparer.Ordinal);
        var pools = description.Pools.ToDictionary(pool => pool.Name.Text, pool => pool.Title, StringComparer.Ordinal);
        var streams = description.Streams.ToDictionary(stream => stream.Name.Text, stream => stream.Title, StringComparer.Ordinal);
        Exits.AddRange(model.Exits.Where(exit => known.Add(Key(exit))));
        Pools.AddRange(model.Pools.Where(pool => known.Add(Key(pool)))
            .Select(pool => Describe(pool, model) with { Title = pools.GetValueOrDefault(pool.Template, "") }));
        Streams.AddRange(model.Streams.Where(stream => known.Add(Key(stream)) && stream.To >= 0)
            .Select(stream => Describe(stream, model) with { Title = streams.GetValueOrDefault(stream.Template, "") }));
        Stages.AddRange(model.Stages.Where(stage => known.Add(Key(stage))).Select(stage => Describe(stage, model, stages)));
    }

    private static StreamFacts Describe(StreamModel stream, SystemModel model) =>
        new(stream.Template, Place(model, stream.EachDimension, stream.Instance), NameText.Split(model.Targets[stream.To].Name).Name);

    private static PoolFacts Describe(PoolModel pool, SystemModel model) =>
        new(pool.Template, Place(model, pool.EachDimension, pool.Instance), pool.Kind.ToString().ToLowerInvariant(), pool.Group ?? "", pool.Owner ?? "");

    private static StageFacts Describe(StageModel stage, SystemModel model, Dictionary<string, StageDescription> stages)
    {
        var id = model.StageTemplates[stage.Template];
        var place = Place(model, stage.EachDimension, stage.Instance);
        var written = stages.GetValueOrDefault(id)?.At(place);
        var pools = stage.Place.Concat(stage.Staff).SelectMany(bundle => bundle.Items).SelectMany(item => PoolsOf(item.Pool))
            .Select(pool => model.Pools[pool].Name).Distinct();
        return new StageFacts(id, place, stage.PlaceMode.ToString().ToLowerInvariant(), [.. pools], written?.Owner?.Text
            ?? "", written?.Delayed?.Reason.Text ?? "")
        {
            Title = written?.Title ?? "",
        };
    }

    private static IEnumerable<int> PoolsOf(PoolRef reference) => reference.Pool >= 0 ? [reference.Pool] : reference.ByValue.Where(pool => pool >= 0);

    private static string Place(SystemModel model, int dimension, int instance) =>
        dimension >= 0 ? model.Dimensions[dimension].Instances[instance] : ResultRow.WholeSystem;

    // A pool, a stage and a stream may share a name.
    private static string Key(StreamModel stream) => $"stream {stream.Name}";

    private static string Key(StageModel stage) => $"stage {stage.Name}";

    private static string Key(PoolModel pool) => $"pool {pool.Name}";

    private static string Key(string exit) => $"exit {exit}";
}
