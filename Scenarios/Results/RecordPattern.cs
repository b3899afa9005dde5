namespace FlowSim.Scenarios.Results;

/// <summary>
/// What many records say together: whether the model's months or days go up and down with those recorded, and as far. Each is a measure of its own, whose id is
/// that of the measure or series with an ending.
/// </summary>
public sealed class RecordPattern
{
    private RecordPattern(string ending, string words, string unit)
    {
        Ending = ending;
        Words = words;
        Unit = unit;
    }

    /// <summary>Pearson's correlation of the model's months with those recorded.</summary>
    public static RecordPattern MonthsCorrelation { get; } =
        new("_months_correlation", "months against those recorded", "correlation") { Least = 0.6, Lowest = -1, Highest = 1 };

    /// <summary>Standard deviation of the model's months over that of those recorded.</summary>
    public static RecordPattern MonthsSpread { get; } = new("_months_spread", "spread of months over that recorded", "ratio") { Least = 0.5, Lowest = 0 };

    /// <summary>Mean of a series over the days recorded.</summary>
    public static RecordPattern DaysMean { get; } = new("_days_mean", "mean of the days recorded", "");

    /// <summary>Standard deviation of a series over the days recorded.</summary>
    public static RecordPattern DaysSpread { get; } = new("_days_spread", "standard deviation of the days recorded", "") { Lowest = 0 };

    /// <summary>Pearson's correlation of each recorded day with the one before, where both are recorded.</summary>
    public static RecordPattern DaysPersistence { get; } =
        new("_days_persistence", "each day against the day before", "correlation") { Lowest = -1, Highest = 1 };

    /// <summary>What the id of the measure ends in.</summary>
    public string Ending { get; }

    /// <summary>What follows the title of the measure.</summary>
    public string Words { get; }

    /// <summary>Empty: that of the series.</summary>
    public string Unit { get; }

    /// <summary>What is to be reached, where it is judged. The record against itself has 1; more than that is no fault.</summary>
    public double Least { get; private init; } = double.NaN;

    /// <summary>No lower value is possible: an interval ends there.</summary>
    public double Lowest { get; private init; } = double.NegativeInfinity;

    /// <summary>No higher value is possible: an interval ends there.</summary>
    public double Highest { get; private init; } = double.PositiveInfinity;

    /// <summary>The pattern that an id is of, with the id of the measure; null for that of a measure itself.</summary>
    public static (string Measure, RecordPattern Pattern)? Find(string id) =>
        new[] { MonthsCorrelation, MonthsSpread, DaysMean, DaysSpread, DaysPersistence }
            .FirstOrDefault(pattern => id.EndsWith(pattern.Ending, StringComparison.Ordinal)) is { } found
            ? (id[..^found.Ending.Length], found)
            : null;

    /// <summary>An interval that ends where values do.</summary>
    internal CalibrationRow Bounded(CalibrationRow row) =>
        row with { Lower95 = Math.Max(row.Lower95, Lowest), Upper95 = Math.Min(row.Upper95, Highest) };
}
