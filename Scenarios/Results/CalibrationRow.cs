namespace FlowSim.Scenarios.Results;

/// <summary>A row of <c>calibration.csv</c>: what was observed against what the baseline gives. NaN where a cell is empty.</summary>
public sealed record CalibrationRow
{
    /// <summary>Id of the measure; for what the months of a year say together, with the ending of a <see cref="RecordPattern"/>.</summary>
    public required string Measure { get; init; }

    /// <summary><c>system</c>, an instance, or several joined by <c>+</c>.</summary>
    public required string Place { get; init; }

    public string Group { get; init; } = "";

    /// <summary>A year, a month, months joined by <c>..</c>, or <c>all</c>.</summary>
    public required string Period { get; init; }

    /// <summary>Of all numbers of the row.</summary>
    public string Unit { get; init; } = "";

    public double Observed { get; init; } = double.NaN;

    public double ObservedLower95 { get; init; } = double.NaN;

    public double ObservedUpper95 { get; init; } = double.NaN;

    /// <summary>One of <see cref="ObservedStatus"/>, or empty where nothing was observed.</summary>
    public string Status { get; init; } = "";

    /// <summary>Mean over replications.</summary>
    public double Modelled { get; init; } = double.NaN;

    public double Lower95 { get; init; } = double.NaN;

    public double Upper95 { get; init; } = double.NaN;

    /// <summary>How far from the observed figure the modelled one may be.</summary>
    public double Tolerance { get; init; } = double.NaN;

    /// <summary>One of <see cref="CalibrationVerdict"/>.</summary>
    public required string Verdict { get; init; }

    public string Source { get; init; } = "";

    public bool IsJudged => Verdict is CalibrationVerdict.Within or CalibrationVerdict.Outside or CalibrationVerdict.CannotBeTold;

    /// <summary>Distance of the modelled figure from the observed one [tolerances]; NaN where it is not judged, or not known.</summary>
    public double Misfit => Math.Abs(Modelled - Observed) / Tolerance;
}
