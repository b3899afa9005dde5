using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Record;

/// <summary>What of a system may be given as it was recorded, with every name found.</summary>
internal sealed record RecordedParts
{
    public static RecordedParts None { get; } = new();

    public IReadOnlyList<RecordedType> Types { get; init; } = [];

    /// <summary>Open beds, or null: they cannot be given.</summary>
    public RecordedPools? Beds { get; init; }

    /// <summary>By trust: the instances that belong to it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Trusts { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The names that are meant by a name of a file: those of a trust, else the name itself.</summary>
    public IReadOnlyList<string> PlacesOf(string name) => Trusts.TryGetValue(name, out var places) ? places : [name];
}

/// <summary>A type of attendances.</summary>
/// <param name="Name">As a file names it.</param>
/// <param name="Also">Other words for it in a file.</param>
/// <param name="Measure">The measure of which the months are recorded.</param>
/// <param name="Dimension">The dimension of its places; empty: it has one, the whole system.</param>
/// <param name="Places">Its places, in order.</param>
/// <param name="Streams">By place: indices of the streams that take the difference.</param>
/// <param name="StreamNames">The streams as written.</param>
internal sealed record RecordedType(string Name, IReadOnlyList<string> Also, MeasureModel Measure, string Dimension,
    IReadOnlyList<string> Places, int[][] Streams, IReadOnlyList<string> StreamNames);

/// <summary>Pools whose open beds are recorded together.</summary>
/// <param name="Group">The group.</param>
/// <param name="TakenBy">The pool that takes the difference, as written.</param>
/// <param name="Places">Places, in order.</param>
/// <param name="Pools">By place: indices of the pools of the group.</param>
/// <param name="Taking">By place: index of the pool that takes the difference.</param>
internal sealed record RecordedPools(string Group, string TakenBy, IReadOnlyList<string> Places, int[][] Pools, int[] Taking);

/// <summary>Places of a dimension.</summary>
internal static class RecordedPlaces
{
    /// <summary>The instances of a dimension; of none the whole system.</summary>
    public static IReadOnlyList<string> Of(SystemModel model, int dimension) =>
        dimension < 0 ? [ResultRow.WholeSystem] : model.Dimensions[dimension].Instances;
}
