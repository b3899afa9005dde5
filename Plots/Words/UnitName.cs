namespace FlowSim.Plots.Words;

/// <summary>Units in words.</summary>
public static class UnitName
{
    /// <summary>At an axis.</summary>
    internal static string Axis(string unit) => unit switch
    {
        "%" => "per cent",
        "d" => "days",
        "min" => "minutes",
        "h" => "hours",
        "" => "number",
        _ => unit,
    };

    /// <summary>At an axis of differences.</summary>
    internal static string DifferenceAxis(string unit) => Difference(unit) switch
    {
        "points" => "percentage points",
        "" => "difference",
        var words => words,
    };

    /// <summary>After a difference: a difference of percentages is in points.</summary>
    public static string Difference(string unit) => unit switch
    {
        "%" => "points",
        "% of days" => "points",
        "per day" => "a day",
        "per month" => "a month",
        "d" => "days",
        _ => unit,
    };
}

/// <summary>Lengths of time in the unit in which they are best read.</summary>
internal static class TimeUnit
{
    private const int MostDecimals = 3;
    private const double Hour = 60;
    private const double Day = 24 * Hour;
    private const double Week = 7 * Day;

    /// <summary>Lengths that people know, for the marks of an axis [min].</summary>
    public static IReadOnlyList<double> Marks { get; } =
        [0.01, 0.1, 1, 5, 15, Hour, 4 * Hour, 12 * Hour, Day, 3 * Day, Week, 4 * Week, 12 * Week, 52 * Week, 520 * Week];

    /// <summary>Steps between the marks of an axis [min].</summary>
    private static readonly double[] Steps =
    [
        0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, Hour, 2 * Hour, 4 * Hour, 8 * Hour, 12 * Hour, Day, 2 * Day, 4 * Day, Week, 2 * Week, 4 * Week,
        8 * Week, 12 * Week, 26 * Week, 52 * Week,
    ];

    /// <summary>Marks of an axis at round times, at most so many but two rather than one: 0, 4 h, 8 h.</summary>
    public static IReadOnlyList<(double Minutes, string Label)> Within(double low, double high, int most)
    {
        var steps = Steps.Concat(Enumerable.Range(1, 30).Select(power => 52 * Week * Math.Pow(2, power))).ToList();
        var fitting = steps.FindIndex(step => Count(step) <= most);
        while (fitting > 0 && Count(steps[fitting]) < 2)
        {
            fitting--;
        }

        var size = steps[Math.Max(0, fitting)];
        var first = (long)Math.Ceiling((low / size) - 1e-9);
        return [.. Enumerable.Range(0, Count(size)).Select(index => (first + index) * size).Select(minutes => (minutes, Mark(minutes, size)))];

        int Count(double step) => (int)Math.Clamp(Math.Floor((high / step) + 1e-9) - Math.Ceiling((low / step) - 1e-9) + 1, 0, 1000);
    }

    /// <summary>A mark at a round time, exactly: <c>4 h</c>, <c>1 d</c>.</summary>
    public static string Mark(double minutes) => Mark(minutes, Math.Abs(minutes));

    /// <summary>A mean and its interval, all in the unit of the mean, with as many digits as the interval can carry.</summary>
    public static string Text(double minutes, double lower, double upper)
    {
        var (unit, size) = For(minutes);
        var decimals = Math.Clamp(double.IsFinite(lower) && double.IsFinite(upper)
            ? Rounding.Decimals(minutes / size, lower / size, upper / size)
            : Rounding.LevelDecimals(minutes / size), 0, MostDecimals);
        var interval = NumberText.ShortInterval(lower / size, upper / size, decimals);
        return $"{NumberText.Short(minutes / size, decimals)} {unit}{(interval.Length > 0 ? " " + interval : "")}";
    }

    private static string Mark(double minutes, double step)
    {
        var (unit, size) = Divides(step, Day) ? ("d", Day) : Divides(step, Hour) ? ("h", Hour) : ("min", 1);
        return minutes == 0 ? "0" : $"{NumberText.Exact(minutes / size)} {unit}";
    }

    private static bool Divides(double minutes, double unit) => minutes >= unit && minutes % unit == 0;

    // Up to two of the smaller unit: 25 h are not "1.0 d".
    private static (string Unit, double Minutes) For(double minutes) => Math.Abs(minutes) switch
    {
        >= 2 * Day => ("d", Day),
        >= 2 * Hour => ("h", Hour),
        _ => ("min", 1),
    };
}
