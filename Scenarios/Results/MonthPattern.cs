namespace FlowSim.Scenarios.Results;

/// <summary>
/// What the months of a year say together: whether the model's go up and down with those recorded, and as far. Each is a measure of its own, whose id is that
/// of the measure with an ending.
/// </summary>
public sealed class MonthPattern
{
    private MonthPattern(string ending, string words, string unit, double least, double lowest, double highest)
    {
        Ending = ending;
        Words = words;
        Unit = unit;
        Least = least;
        Lowest = lowest;
        Highest = highest;
    }

    /// <summary>Pearson's correlation of the model's months with those recorded.</summary>
    public static MonthPattern Correlation { get; } = new("_months_correlation", "months against those recorded", "correlation", 0.6, -1, 1);

    /// <summary>Standard deviation of the model's months over that of those recorded.</summary>
    public static MonthPattern Spread { get; } = new("_months_spread", "spread of months over that recorded", "ratio", 0.5, 0, double.PositiveInfinity);

    /// <summary>What the id of the measure ends in.</summary>
    public string Ending { get; }

    /// <summary>What follows the title of the measure.</summary>
    public string Words { get; }

    public string Unit { get; }

    /// <summary>What is to be reached. The record against itself has 1; more than that is no fault.</summary>
    public double Least { get; }

    /// <summary>No lower value is possible: an interval ends there.</summary>
    public double Lowest { get; }

    /// <summary>No higher value is possible: an interval ends there.</summary>
    public double Highest { get; }

    /// <summary>The pattern that an id is of, with the id of the measure; null for that of a measure itself.</summary>
    public static (string Measure, MonthPattern Pattern)? Find(string id) =>
        new[] { Correlation, Spread }.FirstOrDefault(pattern => id.EndsWith(pattern.Ending, StringComparison.Ordinal)) is { } found
            ? (id[..^found.Ending.Length], found)
            : null;
}
