using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results;

/// <summary>What a result folder is the result of: enough to repeat it.</summary>
public sealed record Manifest
{
    public required ProgramVersion Program { get; init; }

    /// <summary>The command line.</summary>
    public required string Command { get; init; }

    /// <summary>Id of the system, or the folder it was read from.</summary>
    public required string System { get; init; }

    /// <summary>Every file read, with its SHA-256.</summary>
    public required IReadOnlyList<(string File, string Sha256)> Inputs { get; init; }

    /// <summary>Scenarios in the order of the files.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Replications asked for.</summary>
    public required int ReplicationsPlanned { get; init; }

    /// <summary>Replications that are in the files for all scenarios.</summary>
    public required int Replications { get; init; }

    /// <summary>By scenario, replications in the files: differs from <see cref="Replications"/> when a run ended between two scenarios.</summary>
    public required IReadOnlyList<(string Scenario, int Replications)> Finished { get; init; }

    /// <summary>What still changed from year to year at the end of the spin-up; empty without one of two years.</summary>
    public IReadOnlyList<SpinUpChange> SpinUpChanges { get; init; } = [];

    /// <summary>What was said after the run about how far its numbers can be trusted.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public required MeasuredTime Measured { get; init; }

    public required RunCost Cost { get; init; }

    /// <summary>False when the run was interrupted or could not go on: replications are missing.</summary>
    public required bool Complete { get; init; }

    /// <summary>True only while the files are put in place: a manifest that stays so is what a crash left.</summary>
    public bool IsBeingWritten { get; init; }

    /// <summary>Files written beside the manifest.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>One SHA-256 over all inputs, for source lines.</summary>
    public string InputHash => InputHashes.Combine(Inputs);
}

/// <summary>What was measured, and what ran before it unmeasured.</summary>
/// <param name="From">First measured day as a date; empty for a system without dates.</param>
/// <param name="To">The day after the last; empty for a system without dates.</param>
/// <param name="Days">Length [d].</param>
/// <param name="WarmUpDays">Spin-up or warm-up before it [d].</param>
/// <param name="WarmUpMethod">In words.</param>
public sealed record MeasuredTime(string From, string To, double Days, double WarmUpDays, string WarmUpMethod);

/// <summary>What the run took; the only part of a manifest that differs between repetitions, beside the command.</summary>
/// <param name="Threads">Threads that ran replications.</param>
/// <param name="Start">When the run began.</param>
/// <param name="Duration">Elapsed time of the simulation [s].</param>
/// <param name="Events">Events handled, spin-up included.</param>
/// <param name="PeakMemory">Largest working set of the process [bytes].</param>
public sealed record RunCost(int Threads, DateTimeOffset Start, TimeSpan Duration, long Events, long PeakMemory)
{
    /// <summary>Events a second of one thread.</summary>
    public double EventsPerSecondPerThread => Duration > TimeSpan.Zero ? Events / Duration.TotalSeconds / Threads : 0;
}
