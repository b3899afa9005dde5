using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results;

/// <summary>Everything that a result folder says. Charts and the report are drawn from this alone, so that nothing has to be run again.</summary>
public sealed record ResultSet
{
    private const string YearEnds = "-04-01";

    public required RunFacts Run { get; init; }

    /// <summary>What was simulated, in words; ids stand for titles where the folder has no <c>system.json</c>.</summary>
    public required SystemFacts System { get; init; }

    /// <summary>The file <c>summary.csv</c>.</summary>
    public required IReadOnlyList<Summary> Summaries { get; init; }

    /// <summary>The file <c>differences.csv</c>; empty when there was nothing to compare.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>The file <c>timeline.csv</c>.</summary>
    public IReadOnlyList<TimelineSummary> Timelines { get; init; } = [];

    /// <summary>The file <c>flows.csv</c>.</summary>
    public IReadOnlyList<FlowSummary> Flows { get; init; } = [];

    /// <summary>The file <c>ledger.csv</c>; empty where there is none.</summary>
    public IReadOnlyList<LedgerLine> Ledger { get; init; } = [];

    /// <summary>The file <c>claims.csv</c>; empty where there is none.</summary>
    public IReadOnlyList<ClaimVerdict> Claims { get; init; } = [];

    /// <summary>The file <c>calibration.csv</c>; empty where there is none.</summary>
    public IReadOnlyList<CalibrationRow> Calibration { get; init; } = [];

    /// <summary>The period of a chart or an answer: the last year, or <c>all</c> where there are no years or the last is not whole, as in the table that the command prints.</summary>
    public string LastPeriod
    {
        get
        {
            var periods = Summaries.Select(row => row.Key.Period).Distinct().ToList();
            var last = periods.Where(Periods.IsYear).Order(StringComparer.Ordinal).LastOrDefault();
            return last is null || (periods.Contains(Periods.All) && !Run.Measured.To.EndsWith(YearEnds, StringComparison.Ordinal)) ? Periods.All : last;
        }
    }
}

/// <summary>How the results came about: the part of <c>manifest.json</c> that a reader of a chart or report needs.</summary>
public sealed record RunFacts
{
    public required ProgramVersion Program { get; init; }

    /// <summary>The command line.</summary>
    public required string Command { get; init; }

    /// <summary>Id of the system.</summary>
    public required string System { get; init; }

    /// <summary>Scenarios in the order of the files, the baseline among them.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Replications that are in the files for all scenarios.</summary>
    public required int Replications { get; init; }

    public required int ReplicationsPlanned { get; init; }

    /// <summary>By scenario, replications in the files.</summary>
    public required IReadOnlyDictionary<string, int> ReplicationsByScenario { get; init; }

    /// <summary>SHA-256 over all inputs.</summary>
    public required string InputHash { get; init; }

    /// <summary>Every file read, with its SHA-256.</summary>
    public IReadOnlyList<(string File, string Sha256)> Inputs { get; init; } = [];

    public required MeasuredTime Measured { get; init; }

    /// <summary>What still changed from year to year at the end of the spin-up.</summary>
    public IReadOnlyList<SpinUpChange> SpinUpChanges { get; init; } = [];

    /// <summary>What was said after the run about how far its numbers can be trusted.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public required RunCost Cost { get; init; }

    /// <summary>False when the run was interrupted or could not go on: replications are missing.</summary>
    public required bool Complete { get; init; }

    /// <summary>Replications of a scenario in the files.</summary>
    public int ReplicationsOf(string scenario) => ReplicationsByScenario.TryGetValue(scenario, out var count) ? count : Replications;

    /// <summary>True for a system with dates.</summary>
    public bool HasDates => Measured.From.Length > 0;
}
