namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>What recorded months make of streams and pools; a month is the first day of it.</summary>
internal sealed class MonthlyRecord
{
    /// <summary>By stream with its instance and month: what its rate is multiplied by.</summary>
    public Dictionary<string, Dictionary<DateOnly, double>> Factors { get; } = new(StringComparer.Ordinal);

    /// <summary>By pool with its instance and month: units that it has more (or fewer), on average over the month [units].</summary>
    public Dictionary<string, Dictionary<DateOnly, double>> More { get; } = new(StringComparer.Ordinal);

    /// <summary>By pool with its instance: the months in which what is open is recorded, so that no surge opens and no closure begins.</summary>
    public Dictionary<string, HashSet<DateOnly>> Settled { get; } = new(StringComparer.Ordinal);

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
