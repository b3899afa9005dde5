namespace FlowSim.Scenarios.Sensitivity;

/// <summary>How far one measure moves over the range of one number: mean of the baseline, and of the paired differences from it at both ends.</summary>
public sealed record SensitivityRow
{
    /// <summary>Path of the number, as <c>flowsim assumptions</c> lists it.</summary>
    public required string Path { get; init; }

    /// <summary>The measure, of the whole system, over all that was measured.</summary>
    public required string Measure { get; init; }

    /// <summary>Unit of the baseline and of the moves.</summary>
    public required string Unit { get; init; }

    public required double Baseline { get; init; }

    /// <summary>The number at its low end, as it was tried.</summary>
    public required string Low { get; init; }

    /// <summary>The measure at the low end less the baseline.</summary>
    public required double AtLow { get; init; }

    /// <summary>Half the width of the 95 % interval of that difference; NaN: not known.</summary>
    public double AtLowHalf { get; init; } = double.NaN;

    public required string High { get; init; }

    /// <summary>The measure at the high end less the baseline.</summary>
    public required double AtHigh { get; init; }

    public double AtHighHalf { get; init; } = double.NaN;

    /// <summary>How it was run: replications, days, seed.</summary>
    public string Run { get; init; } = "";

    /// <summary>
    /// The value of the number when it was tried, as described; of rows that were moved together their number and a fingerprint. Empty in files of earlier
    /// versions.
    /// </summary>
    public string Value { get; init; } = "";

    /// <summary>The larger of the two moves that are more than chance; 0 where neither is. A move without an interval counts.</summary>
    public double Move => Math.Max(Sure(AtLow, AtLowHalf), Sure(AtHigh, AtHighHalf));

    private static double Sure(double move, double half) => double.IsFinite(move) && !(Math.Abs(move) <= half) ? Math.Abs(move) : 0;
}
