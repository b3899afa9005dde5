namespace FlowSim.Simulator.Measures;

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
public sealed record PoolRequests
{
    /// <summary>Name with its instance.</summary>
    public required string Pool { get; init; }

    /// <summary>Units asked for as the first choice.</summary>
    public required long Asked { get; init; }

    /// <summary>Those of them that were not free, or wanted by others who waited.</summary>
    public required long FoundNone { get; init; }

    /// <summary>Units given, to whomever.</summary>
    public required long Given { get; init; }

    /// <summary>Those of them that were given to patients whose first choice is another pool.</summary>
    public required long Borrowed { get; init; }

    /// <summary>Patients who came to a stage for whose place it is the first choice, and did not belong here already.</summary>
    public required long Wanted { get; init; }

    /// <summary>Those who then had a place, here or elsewhere.</summary>
    public required long Placed { get; init; }

    /// <summary>Time of those who belong here in a place, here or elsewhere [patient s]; 0 of staff, who are no place.</summary>
    public required long Belonging { get; init; }

    /// <summary>Time in use, by whomever [unit s].</summary>
    public required long InUse { get; init; }

    /// <summary>Time open [unit s].</summary>
    public required long Open { get; init; }
}
