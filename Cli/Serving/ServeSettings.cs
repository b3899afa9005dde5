namespace FlowSim.Cli.Serving;

/// <summary>The options of <c>serve</c>, as given.</summary>
internal sealed record ServeSettings
{
    /// <summary>Id or path of the system.</summary>
    public required string System { get; init; }

    /// <summary>Port of this machine; 0: one that is free.</summary>
    public required int Port { get; init; }

    /// <summary>Measured time of the answers in whole years [y].</summary>
    public required int? Years { get; init; }

    /// <summary>Measured time in place of whole years [d].</summary>
    public required int? Days { get; init; }

    /// <summary>Measured time of the first estimate after a move [d]; 0: there is none.</summary>
    public required int FirstDays { get; init; }

    /// <summary>Replications after which the answer is left as it is.</summary>
    public required int Most { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Replications run at the same time, of all pages together.</summary>
    public required int Threads { get; init; }

    /// <summary>Begin at the branch where an earlier command has run the same spin-up.</summary>
    public required bool UsesKeptSpinUps { get; init; }
}
