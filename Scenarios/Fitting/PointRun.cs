namespace FlowSim.Scenarios.Fitting;

/// <summary>A point of the inputs' ranges that was run, and what the model gave there.</summary>
internal sealed record PointRun
{
    public const string Described = "described";
    public const string Again = "again";

    /// <summary>Number of the wave; <c>described</c> for the system as it is, <c>again</c> for a point that was run with more replications.</summary>
    public required string Wave { get; init; }

    /// <summary>From 1 on over all waves; 0 for the system as it is.</summary>
    public required int Number { get; init; }

    /// <summary>Places in the ranges [0 to 1]; empty for the system as it is.</summary>
    public required double[] Places { get; init; }

    public required int Replications { get; init; }

    /// <summary>A mean for each target; NaN where there is none.</summary>
    public required double[] Means { get; init; }

    /// <summary>Standard error of each by the point's own replications; NaN with one.</summary>
    public required double[] Errors { get; init; }

    /// <summary>Why it could not be run to its end; empty where it could.</summary>
    public string Failure { get; init; } = "";

    public bool IsDescribed => Wave == Described;

    public bool IsAgain => Wave == Again;

    /// <summary>True for a point of a design.</summary>
    public bool IsOfWave => !IsDescribed && !IsAgain;

    /// <summary>What the replications of a point gave.</summary>
    public PointRun With(IReadOnlyList<double[]> values) => this with
    {
        Means = [.. values.Select(one => Experiments.Sample.Mean(one))],
        Errors = [.. values.Select(one => Experiments.Sample.StandardDeviation(one) / Math.Sqrt(one.Length))],
    };
}
