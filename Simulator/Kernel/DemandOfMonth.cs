namespace FlowSim.Simulator.Kernel;

/// <summary>The demand for pools that are planned together, in one month of one replication.</summary>
public sealed record DemandOfMonth
{
    /// <summary>The pool as written, or the group.</summary>
    public required string Set { get; init; }

    /// <summary>An instance, or <c>system</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Such as <c>2017-04</c>; empty for small models, whose window is one month.</summary>
    public required string Month { get; init; }

    /// <summary>Measured time [s].</summary>
    public required long Length { get; init; }

    /// <summary>Time by number of units taken, in use or being cleaned after use [s].</summary>
    public required IReadOnlyList<long> Taken { get; init; }

    /// <summary>Requests that were met, by the number of units that they found taken [requests].</summary>
    public required IReadOnlyList<long> Found { get; init; }

    /// <summary>Each of the pools.</summary>
    public required IReadOnlyList<PoolRequests> Pools { get; init; }
}

/// <summary>What was asked of one pool.</summary>
/// <param name="Pool">Name with its instance.</param>
/// <param name="Asked">Units asked for as the first choice.</param>
/// <param name="FoundNone">Those of them that were not free.</param>
/// <param name="Given">Units given, to whomever.</param>
/// <param name="Borrowed">Those of them that were given to patients whose first choice is another pool.</param>
/// <param name="InUse">Time in use [unit s].</param>
/// <param name="Open">Time open [unit s].</param>
public sealed record PoolRequests(string Pool, long Asked, long FoundNone, long Given, long Borrowed, long InUse, long Open);
