namespace FlowSim.Scenarios.Results;

/// <summary>A row of <c>calibration-days.csv</c>: a day of a series as it was recorded, and as the baseline has it. NaN where a cell is empty.</summary>
public sealed record CalibrationDay
{
    /// <summary>Id of the series.</summary>
    public required string Measure { get; init; }

    /// <summary><c>system</c>, or an instance.</summary>
    public required string Place { get; init; }

    /// <summary>The date, <c>2016-12-31</c>.</summary>
    public required string Day { get; init; }

    /// <summary>Of all numbers of the row.</summary>
    public string Unit { get; init; } = "";

    public required double Observed { get; init; }

    /// <summary>Mean across replications.</summary>
    public double Mean { get; init; } = double.NaN;

    /// <summary>5 % quantile across replications (type 7); the lowest below 40 replications.</summary>
    public double P05 { get; init; } = double.NaN;

    /// <summary>95 % quantile across replications (type 7); the highest below 40 replications.</summary>
    public double P95 { get; init; } = double.NaN;
}
