namespace FlowSim.Plots.Words;

/// <summary>Lengths of time in the unit in which they are best read.</summary>
internal static class TimeUnit
{
    private const double Hour = 60;
    private const double Day = 24 * Hour;
    private const double Week = 7 * Day;

    /// <summary>Lengths that people know, for the marks of an axis [min].</summary>
    public static IReadOnlyList<double> Marks { get; } = [0.01, 0.1, 1, 5, 15, Hour, 4 * Hour, 12 * Hour, Day, 3 * Day, Week, 4 * Week, 12 * Week, 52 * Week, 520 * Week];

    /// <summary>A length with its unit.</summary>
    /// <param name="minutes">[min].</param>
    /// <param name="decimals">At most so many.</param>
    public static string Text(double minutes, int decimals)
    {
        var (unit, size) = For(minutes);
        return $"{Number(minutes / size, decimals)} {unit}";
    }

    /// <summary>A mean and its interval, all in the unit of the mean.</summary>
    public static string Text(double minutes, double lower, double upper)
    {
        var (unit, size) = For(minutes);
        var decimals = minutes / size >= 10 ? 0 : 1;
        var interval = NumberText.Interval(lower / size, upper / size, decimals);
        return $"{NumberText.Plain(minutes / size, decimals)} {unit}{(interval.Length > 0 ? " " + interval : "")}";
    }

    private static string Number(double value, int decimals) => value == Math.Round(value) ? NumberText.Plain(value, 0) : NumberText.Plain(value, Math.Max(decimals, value < 0.1 ? 2 : 1));

    private static (string Unit, double Minutes) For(double minutes) => Math.Abs(minutes) switch
    {
        >= Day => ("d", Day),
        >= Hour => ("h", Hour),
        _ => ("min", 1),
    };
}
