using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>Indices of one compiled system in terms of another, by name; -1 where there is no such name.</summary>
internal sealed class ModelMap
{
    private readonly SystemModel to;
    private readonly int[][] values;

    public ModelMap(SystemModel from, SystemModel to)
    {
        this.to = to;
        Stages = Map(from.Stages.Select(stage => stage.Name), to.Stages.Select(stage => stage.Name));
        Pools = Map(from.Pools.Select(pool => pool.Name), to.Pools.Select(pool => pool.Name));
        Streams = Map(from.Streams.Select(stream => stream.Name), to.Streams.Select(stream => stream.Name));
        Clocks = Map(from.Clocks, to.Clocks);
        Templates = Map(from.StageTemplates, to.StageTemplates);
        Attributes = Map(from.Attributes.Select(attribute => attribute.Name), to.Attributes.Select(attribute => attribute.Name));
        Delays = Map(from.Delays.Select(delay => delay.Label), to.Delays.Select(delay => delay.Label));
        values = [.. from.Attributes.Select((attribute, index) => Attributes[index] < 0 ? [] : Map(attribute.Values, to.Attributes[Attributes[index]].Values))];
    }

    public int[] Stages { get; }

    public int[] Pools { get; }

    public int[] Streams { get; }

    public int[] Clocks { get; }

    public int[] Templates { get; }

    public int[] Attributes { get; }

    public int[] Delays { get; }

    /// <summary>A value of an old attribute in the new one; numbers and unset values stay.</summary>
    public int ValueOf(int attribute, int value) => value < 0 || values[attribute].Length == 0 ? value : values[attribute][value];

    /// <summary>Puts a request in terms of the new system; false when the new system's stage does not ask for it.</summary>
    public bool TryMapRequest(SystemModel from, ref Request request, Evaluator evaluator)
    {
        var owner = OwnerOf(from, request.Bundle, request.Purpose);
        var stage = owner < 0 || Stages[owner] < 0 ? null : to.Stages[Stages[owner]];
        var bundles = stage is null ? [] : request.Purpose == RequestPurpose.Staff ? stage.Staff : stage.Place;
        var pool = Pools[request.Pool];
        if (pool < 0 || request.BundleIndex >= bundles.Length || (request.LeavesPool >= 0 && Pools[request.LeavesPool] < 0))
        {
            return false;
        }

        var bundle = bundles[request.BundleIndex];
        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            if (evaluator.PoolOf(part, request.Patient) == pool)
            {
                request.Bundle = bundle.Id;
                request.Pool = (short)pool;
                request.Amount = (short)part.Amount;
                request.LeavesPool = (short)(request.LeavesPool < 0 ? -1 : Pools[request.LeavesPool]);
                return true;
            }
        }

        return false;
    }

    private static int OwnerOf(SystemModel model, int bundle, RequestPurpose purpose) =>
        Array.FindIndex(model.Stages, stage => Array.Exists(purpose == RequestPurpose.Staff ? stage.Staff : stage.Place, item => item.Id == bundle));

    private static int[] Map(IEnumerable<string> from, IEnumerable<string> to)
    {
        var places = to.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
        return [.. from.Select(name => places.TryGetValue(name, out var index) ? index : -1)];
    }
}
