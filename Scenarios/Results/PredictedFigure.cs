namespace FlowSim.Scenarios.Results;

/// <summary>
/// A row of <c>predicted.csv</c>: what was recorded of a year to which nothing was fitted, what the model gave for it, and what was recorded of the year that
/// stands in where one says that nothing changes. NaN where a cell is empty.
/// </summary>
public sealed record PredictedFigure
{
    /// <summary>Id of the measure.</summary>
    public required string Measure { get; init; }

    /// <summary><c>system</c>, an instance, or several joined by <c>+</c>.</summary>
    public required string Place { get; init; }

    public string Group { get; init; } = "";

    /// <summary>A year, a month, or months joined by <c>..</c>.</summary>
    public required string Period { get; init; }

    /// <summary>Of all numbers of the row.</summary>
    public string Unit { get; init; } = "";

    public required double Observed { get; init; }

    /// <summary>Mean over replications.</summary>
    public required double Modelled { get; init; }

    /// <summary>Lower end of the 95 % interval of the model's mean, with chance alone.</summary>
    public double Lower95 { get; init; } = double.NaN;

    /// <summary>Upper end of the 95 % interval of the model's mean, with chance alone.</summary>
    public double Upper95 { get; init; } = double.NaN;

    /// <summary>What was recorded of the other year.</summary>
    public double Persistence { get; init; } = double.NaN;

    /// <summary>The time that it was recorded of; empty where there is none.</summary>
    public string PersistencePeriod { get; init; } = "";

    /// <summary>Modelled minus observed.</summary>
    public double Error => Modelled - Observed;

    /// <summary>What saying "as in the other year" is off by; NaN where there is none.</summary>
    public double PersistenceError => Persistence - Observed;
}
