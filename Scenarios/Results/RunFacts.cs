using System.Text.Json.Serialization;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results;

/// <summary>How the results came about: enough to repeat them. The file <c>manifest.json</c>.</summary>
public sealed record RunFacts
{
    /// <summary>What wrote the file.</summary>
    public string Program { get; } = ManifestFile.ProgramName;

    /// <summary>Version of the program, such as <c>0.1.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Commit of the program, or empty where the build did not know it.</summary>
    public required string Commit { get; init; }

    /// <summary>The command line.</summary>
    public required string Command { get; init; }

    /// <summary>Id of the system, or the folder it was read from.</summary>
    public required string System { get; init; }

    /// <summary>Scenarios in the order of the files, the baseline among them.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>One SHA-256 over all inputs, for source lines.</summary>
    [JsonPropertyName("input_sha256")]
    public required string InputHash { get; init; }

    /// <summary>Every file read, with its SHA-256.</summary>
    public required IReadOnlyList<InputFacts> Inputs { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Replications that are in the files for all scenarios.</summary>
    public required int Replications { get; init; }

    /// <summary>Replications asked for.</summary>
    public required int ReplicationsPlanned { get; init; }

    /// <summary>Replications in the files: differ from <see cref="Replications"/> when a run ended between two scenarios.</summary>
    public required IReadOnlyDictionary<string, int> ReplicationsByScenario { get; init; }

    /// <summary>First measured day as a date; empty for a system without dates.</summary>
    public required string MeasuredFrom { get; init; }

    /// <summary>The day after the last measured; empty for a system without dates.</summary>
    public required string MeasuredTo { get; init; }

    /// <summary>True where what is measured ends with a year.</summary>
    internal bool EndsYear => ResultDate.TryRead(MeasuredTo, out var end) && Periods.EndsYear(end);

    /// <summary>Measured time [d].</summary>
    public required double Days { get; init; }

    /// <summary>Spin-up or warm-up before it, not measured [d].</summary>
    public required double WarmUpDays { get; init; }

    /// <summary>What the warm-up was, in words.</summary>
    public required string WarmUpMethod { get; init; }

    /// <summary>What still changed from year to year at the end of the spin-up; empty without one of two years.</summary>
    [JsonPropertyName("spin_up_change")]
    public required IReadOnlyList<SpinUpChange> SpinUpChanges { get; init; }

    /// <summary>How precise the means are, where replications were added until they were; null: nobody asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PrecisionReached? Precision { get; init; }

    /// <summary>What was said after the run about how far its numbers can be trusted; empty in results of versions that did not keep it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the files leave out: see <see cref="RowChoice.LeftOut"/>; empty in results of versions that left nothing out.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Threads that ran replications. This and what follows, to the memory, is what differs between repetitions.</summary>
    public required int Threads { get; init; }

    /// <summary>When the run began, by the machine's clock.</summary>
    [JsonConverter(typeof(StartConverter))]
    public required DateTimeOffset Start { get; init; }

    /// <summary>Elapsed time of the simulation.</summary>
    [JsonPropertyName("duration_s"), JsonConverter(typeof(SecondsConverter))]
    public required TimeSpan Duration { get; init; }

    /// <summary>Events handled, spin-up included.</summary>
    public required long Events { get; init; }

    /// <summary>Events a second of one thread.</summary>
    public double EventsPerSecondPerThread => Duration > TimeSpan.Zero ? Math.Round(Events / Duration.TotalSeconds / Threads) : 0;

    /// <summary>Largest working set of the process [MB].</summary>
    public required double PeakMemoryMb { get; init; }

    /// <summary>False when the run was interrupted or could not go on: replications are missing.</summary>
    public required bool Complete { get; init; }

    /// <summary>True only while the files are put in place: a manifest that stays so is what a crash left.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool BeingWritten { get; init; }

    /// <summary>Files written beside the manifest.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>True for a system with dates.</summary>
    [JsonIgnore]
    public bool HasDates => MeasuredFrom.Length > 0;

    /// <summary>Replications of a scenario in the files.</summary>
    public int ReplicationsOf(string scenario) => ReplicationsByScenario.TryGetValue(scenario, out var count) ? count : Replications;
}

/// <summary>A file that was read, and its SHA-256.</summary>
public sealed record InputFacts(string File, string Sha256);
