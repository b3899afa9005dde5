using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Results;

/// <summary>
/// How exactly means and intervals are written: all their digits would be a third of the files, and chance leaves the first two or three of them.
/// </summary>
internal static class WrittenDigits
{
    /// <summary>Significant digits of means and of the ends of intervals.</summary>
    private const int OfLevel = 9;

    /// <summary>Significant digits of the points of series.</summary>
    private const int OfPoint = 6;

    /// <summary>The largest power of ten that a number in double precision is exactly.</summary>
    private const int MostExact = 22;

    public static Summary Of(Summary row) => row with
    {
        Mean = Rounded(row.Mean),
        Sd = Rounded(row.Sd),
        Lower95 = Rounded(row.Lower95),
        Upper95 = Rounded(row.Upper95),
        P05 = Rounded(row.P05),
        P50 = Rounded(row.P50),
        P95 = Rounded(row.P95),
        Lower95All = Rounded(row.Lower95All),
        Upper95All = Rounded(row.Upper95All),
        ModelError95 = Rounded(row.ModelError95),
    };

    public static Difference Of(Difference row) => row with
    {
        Mean = Rounded(row.Mean),
        Lower95 = Rounded(row.Lower95),
        Upper95 = Rounded(row.Upper95),
        LowerSim = Rounded(row.LowerSim),
        UpperSim = Rounded(row.UpperSim),
        Correlation = Rounded(row.Correlation),
        BaselineMean = Rounded(row.BaselineMean),
        ScenarioMean = Rounded(row.ScenarioMean),
        Lower95All = Rounded(row.Lower95All),
        Upper95All = Rounded(row.Upper95All),
    };

    public static TimelineSummary Of(TimelineSummary series) => series with
    {
        Points =
        [
            .. series.Points.Select(point => new TimelinePoint(Rounded(point.Mean), Rounded(point.P05), Rounded(point.P50), Rounded(point.P95))
            {
                N = point.N,
                Sd = Rounded(point.Sd),
                Lower95 = Rounded(point.Lower95),
                Upper95 = Rounded(point.Upper95),
            }),
        ],
    };

    internal static double Rounded(double value) => Rounded(value, OfLevel);

    private static float Rounded(float value) => (float)Rounded(value, OfPoint);

    /// <summary>The number nearest to the decimal one of so many digits, which is written with these; one that is nearly 0 stays as it is.</summary>
    private static double Rounded(double value, int digits)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return value;
        }

        var decimals = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var power = Math.Pow(10, Math.Abs(decimals));
        return decimals > MostExact ? value : decimals >= 0 ? Math.Round(value * power) / power : Math.Round(value / power) * power;
    }
}
