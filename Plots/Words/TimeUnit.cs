namespace FlowSim.Plots.Words;

/// <summary>The unit in which waits are best read.</summary>
internal static class TimeUnit
{
    private const double Hour = 60;
    private const double Day = 24 * Hour;

    /// <summary>Unit, and how many minutes it has.</summary>
    public static (string Unit, double Minutes) For(IEnumerable<double> minutes) =>
        minutes.DefaultIfEmpty(0).Max() switch
        {
            > 3 * Day => ("days", Day),
            > 5 * Hour => ("hours", Hour),
            _ => ("minutes", 1),
        };
}
