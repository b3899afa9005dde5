using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

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
        var isMoveBack = request.Purpose == RequestPurpose.MoveBack;
        if (pool < 0 || (isMoveBack && (stage?.MovesBack is null || Pools[request.LeavesPool] < 0)))
        {
            return false;
        }

        // The same alternative if it still asks for the pool, else another that does: one written before it may have gone.
        for (var step = 0; step <= bundles.Length; step++)
        {
            var index = step == 0 ? request.BundleIndex : step - 1;
            var amount = index < bundles.Length ? AmountOf(pool, bundles[index], request.Patient, evaluator) : 0;
            if (amount > 0)
            {
                (request.Bundle, request.BundleIndex) = (bundles[index].Id, (byte)index);
                (request.Pool, request.Amount) = ((short)pool, (short)amount);
                request.Rank = isMoveBack ? (byte)stage!.MovesBack!.Rank : request.Rank;
                request.LeavesPool = (short)(isMoveBack ? Pools[request.LeavesPool] : -1);
                return true;
            }
        }

        return false;
    }

    private static int AmountOf(int pool, Bundle bundle, int patient, Evaluator evaluator)
    {
        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            if (evaluator.PoolOf(part, patient) == pool)
            {
                return part.Amount;
            }
        }

        return 0;
    }

    private static int OwnerOf(SystemModel model, int bundle, RequestPurpose purpose) =>
        Array.FindIndex(model.Stages, stage => Array.Exists(purpose == RequestPurpose.Staff ? stage.Staff : stage.Place, item => item.Id == bundle));

    private static int[] Map(IEnumerable<string> from, IEnumerable<string> to)
    {
        var places = to.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
        return [.. from.Select(name => places.TryGetValue(name, out var index) ? index : -1)];
    }
}
