using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.EventLogs;

namespace FlowSim.Cli.Options;

/// <summary>The options that <c>compare</c> and <c>run</c> share, as given; null where the system decides.</summary>
internal sealed record ExperimentSettings
{
    /// <summary>Id or path of the system.</summary>
    public required string System { get; init; }

    public required int? Replications { get; init; }

    /// <summary>How precise means are to be, and of which measures in particular; null: the number of replications is fixed.</summary>
    public PrecisionWords? Precision { get; init; }

    /// <summary>How long replications may be added for the sake of precision; null: as long as it takes.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>Measured time in whole years [y].</summary>
    public required int? Years { get; init; }

    /// <summary>Measured time in place of whole years [d].</summary>
    public required int? Days { get; init; }

    /// <summary>Spin-up or warm-up.</summary>
    public required WarmUpLength? WarmUp { get; init; }

    public required ulong Seed { get; init; }

    public required int Threads { get; init; }

    /// <summary>Draws of what is not known, the replications among them [draws]; 0: chance alone.</summary>
    public required int Draws { get; init; }

    public required string Out { get; init; }

    /// <summary>Replace the results of an earlier run in the folder.</summary>
    public required bool Force { get; init; }

    /// <summary>Workbook to be written beside the result files; null: none.</summary>
    public string? Excel { get; init; }

    /// <summary>The event log to be written; null: none.</summary>
    public EventLogRequest? Trace { get; init; }

    /// <summary>Which rows the result files hold.</summary>
    public RowChoice Rows { get; init; } = new();

    /// <summary>Write the tables as Parquet files too.</summary>
    public bool Parquet { get; init; }

    /// <summary>True where the user named the folder.</summary>
    public required bool HasOut { get; init; }

    /// <summary>File of observations in place of the system's own, or null.</summary>
    public required string? Observed { get; init; }

    /// <summary>Files of a recorded year.</summary>
    public required RecordedPaths Recorded { get; init; }

    public required bool Quiet { get; init; }

    public required bool Json { get; init; }

    /// <summary>Begin at the branch where an earlier command has run the same spin-up.</summary>
    public bool UsesKeptSpinUps { get; init; }

    /// <summary>Check the engine's own state while it runs.</summary>
    public required bool Paranoid { get; init; }
}
