namespace FlowSim.Scenarios.Results;

/// <summary>A row of <c>calibration.csv</c>: what was observed against what the baseline gives. NaN where a cell is empty.</summary>
public sealed record CalibrationRow
{
    public required string Measure { get; init; }

    public required string Place { get; init; }

    public required string Period { get; init; }

    public required double Observed { get; init; }

    /// <summary><c>measured</c>, <c>cited</c>, <c>derived</c>, <c>assumed</c>, or empty.</summary>
    public string Status { get; init; } = "";

    public required double Modelled { get; init; }

    public double Lower95 { get; init; } = double.NaN;

    public double Upper95 { get; init; } = double.NaN;

    public string Tolerance { get; init; } = "";

    public required string Verdict { get; init; }

    public string Source { get; init; } = "";
}
