namespace FlowSim.Simulator.Model;

/// <summary>The pools of a group that a condition adds up: all of them, those of one place, or those of the place that an attribute names.</summary>
public sealed class PoolGroupRef
{
    /// <summary>As written, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>Pool indices, when they are the same for everybody.</summary>
    public int[] Pools { get; init; } = [];

    /// <summary>Attribute whose value picks from <see cref="ByValue"/>, or -1.</summary>
    public int Attribute { get; init; } = -1;

    /// <summary>Pool indices by attribute value; empty where the group has no pool at that place.</summary>
    public int[][] ByValue { get; init; } = [];
}
