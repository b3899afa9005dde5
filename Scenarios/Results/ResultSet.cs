using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results;

/// <summary>
/// Everything that a result folder says but the single replications. Charts and the report are drawn from this alone, so that nothing has to be run again.
/// </summary>
public sealed record ResultSet : ExperimentSummary
{
    public required RunFacts Run { get; init; }

    /// <summary>What was simulated, in words; ids stand for titles where the folder has no <c>system.json</c>.</summary>
    public required SystemFacts System { get; init; }

    /// <summary>The file <c>spin-up.csv</c>; empty where there is none.</summary>
    public IReadOnlyList<SpinUpYear> SpinUpYears { get; init; } = [];

    /// <summary>The file <c>ledger.csv</c>; empty where there is none.</summary>
    public IReadOnlyList<LedgerLine> Ledger { get; init; } = [];

    /// <summary>The file <c>savings.csv</c>; empty where there is none.</summary>
    public IReadOnlyList<Saving> Savings { get; init; } = [];

    /// <summary>The file <c>wards.csv</c>; empty where there is none.</summary>
    public IReadOnlyList<WardRow> Wards { get; init; } = [];

    /// <summary>The file <c>claims.csv</c>; empty where there is none.</summary>
    public IReadOnlyList<ClaimVerdict> Claims { get; init; } = [];

    /// <summary>The file <c>beds.csv</c>; empty where no beds were counted.</summary>
    public IReadOnlyList<BedRow> Beds { get; init; } = [];

    /// <summary>The file <c>designs.csv</c>; empty where nothing was optimised.</summary>
    public IReadOnlyList<DesignRow> Designs { get; init; } = [];

    /// <summary>The file <c>levers.csv</c>; empty where nothing was optimised.</summary>
    public IReadOnlyList<LeverRow> Levers { get; init; } = [];

    /// <summary>The designs as files of scenarios, with their names; they are written and never read back.</summary>
    public IReadOnlyList<(string Name, string Text)> DesignFiles { get; init; } = [];

    /// <summary>The file <c>calibration.csv</c>; empty where there is none.</summary>
    public IReadOnlyList<CalibrationRow> Calibration { get; init; } = [];

    /// <summary>The file <c>calibration-days.csv</c>; empty where there is none.</summary>
    public IReadOnlyList<CalibrationDay> CalibrationDays { get; init; } = [];

    /// <summary>The file <c>predicted.csv</c>: how a year to which nothing was fitted came out; empty where there is none.</summary>
    public IReadOnlyList<PredictedFigure> Predicted { get; init; } = [];

    /// <summary>The period that is shown unless another is asked for; where the baseline alone was run beside observations, the last year of these.</summary>
    public string ShownPeriod =>
        LastObservedYear ?? Periods.Shown(Summaries.Select(row => row.Key.Period), Run.EndsYear);

    /// <summary>The results of an experiment that has just run.</summary>
    public static ResultSet Of(ExperimentSummary summary, RunFacts run, SystemFacts system) =>
        new()
        {
            Run = run,
            System = system,
            Summaries = summary.Summaries,
            Differences = summary.Differences,
            Timelines = summary.Timelines,
            Flows = summary.Flows,
            DrawnInputs = summary.DrawnInputs,
            DrawnValues = summary.DrawnValues,
        };

    private string? LastObservedYear => Differences.Count > 0 ? null : Calibration.Select(row => row.Period)
        .Where(period => Periods.IsYear(period) && Summaries.Any(row => row.Key.Period == period)).Max(StringComparer.Ordinal);
}
