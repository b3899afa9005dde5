namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>What the command line says about the run in place of the system's own <c>run:</c>.</summary>
/// <param name="Years">Measured calendar years, in place of <c>lasts</c>.</param>
/// <param name="Days">Measured days, in place of <c>lasts</c>.</param>
/// <param name="WarmUp">In place of <c>warm_up</c>, or for a system with <c>branch</c> the spin-up in whole years: days, or a length of time (<c>3
/// y</c>).</param>
/// <param name="Replications">In place of <c>replications</c>.</param>
public sealed record RunOverrides(int? Years = null, int? Days = null, string? WarmUp = null, int? Replications = null)
{
    /// <summary>Months that are as they were recorded; null: all is as described.</summary>
    internal MonthlyRecord? Recorded { get; init; }

    /// <summary>Pools as written, and groups, of which the demand is recorded; every one of them is of the system.</summary>
    public IReadOnlyList<string> Demands { get; init; } = [];

    /// <summary>Nobody reads the distributions of the number in use: they are not recorded.</summary>
    public bool LeavesOutDistributions { get; init; }

    /// <summary>Of the declared measures these alone are read, and no series: nothing else is recorded. Null: all are.</summary>
    public IReadOnlyCollection<string>? OnlyMeasures { get; init; }

    /// <summary>The system's own run.</summary>
    public static RunOverrides None { get; } = new();
}
