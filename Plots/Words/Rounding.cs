namespace FlowSim.Plots.Words;

/// <summary>As many digits as an interval can carry; how they are written is <see cref="NumberText"/>'s to say.</summary>
internal static class Rounding
{
    private const int MostDecimals = 9;
    private const int SignificantOfHalfWidth = 2;
    private const int SignificantOfLevel = 3;

    /// <summary>
    /// Decimals that leave two significant digits of half the interval's width (negative: tens, hundreds). An interval so narrow that this would give the
    /// mean more than three is left with one. There are more if an end would else be rounded to 0 and the interval excludes it.
    /// </summary>
    public static int Decimals(double mean, double lower, double upper)
    {
        var half = (upper - lower) / 2;
        if (!(half > 0))
        {
            return LevelDecimals(mean);
        }

        var decimals =
            Math.Max(DigitsFor(half, 1), Math.Min(DigitsFor(half, SignificantOfHalfWidth), DigitsFor(Math.Max(Math.Abs(mean), half), SignificantOfLevel)));
        return lower > 0 || upper < 0 ? DecimalsUntilNotZero(lower, upper, decimals) : decimals;
    }

    /// <summary>The fewest decimals, from <paramref name="least"/> on, with which neither end is rounded to 0.</summary>
    public static int DecimalsUntilNotZero(double lower, double upper, int least)
    {
        var decimals = least;
        var near = Math.Min(Math.Abs(lower), Math.Abs(upper));
        while (near > 0 && decimals < MostDecimals && Round(near, decimals) == 0)
        {
            decimals++;
        }

        return decimals;
    }

    /// <summary>Decimals for three significant digits.</summary>
    public static int LevelDecimals(double value) => value == 0 || !double.IsFinite(value) ? 0 : DigitsFor(Math.Abs(value), SignificantOfLevel);

    /// <summary>The fewest decimals, from three significant digits on, with which two levels do not read the same.</summary>
    public static int LevelDecimals(double one, double other)
    {
        var decimals = Math.Min(LevelDecimals(one), LevelDecimals(other));
        while (one != other && decimals < MostDecimals && Round(one, decimals) == Round(other, decimals))
        {
            decimals++;
        }

        return decimals;
    }

    /// <summary>
    /// Decimals, from so many on, with which a level, what is added, and the level that comes of it add up as they are printed; the fewest if none of the
    /// next few do.
    /// </summary>
    public static int DecimalsThatAddUp(double before, double added, double after, int least)
    {
        const int More = 3;
        var found = Enumerable.Range(least, More)
            .Where(decimals => Math.Abs(Round(after, decimals) - Sum(before, added, decimals)) < Math.Pow(10, -decimals) / 2).ToList();
        return found.Count > 0 ? found[0] : least;
    }

    /// <summary>The sum of two numbers as they are printed.</summary>
    public static double Sum(double one, double other, int decimals) => Round(one, decimals) + Round(other, decimals);

    /// <summary>What the one number has more than the other as both are printed: who subtracts them on paper finds it.</summary>
    public static double Between(double less, double more, int decimals) => Round(more, decimals) - Round(less, decimals);

    /// <summary>Decimals that show about three significant digits of the largest of some numbers.</summary>
    public static int ForDrawing(IEnumerable<double> values) => Largest(values) switch { >= 100 or 0 => 0, >= 10 => 1, >= 1 => 2, >= 0.1 => 3, _ => 4 };

    /// <summary>Decimals that show about four significant digits of the largest of some numbers: the same down a column.</summary>
    public static int ForColumn(IEnumerable<double> values) => Largest(values) switch { >= 1000 => 0, >= 100 => 1, >= 1 or 0 => 2, >= 0.1 => 3, _ => 4 };

    /// <summary>As it is printed; negative decimals round to tens, hundreds.</summary>
    public static double Round(double value, int decimals)
    {
        if (decimals >= 0)
        {
            return Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        }

        var unit = Math.Pow(10, -decimals);
        return Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;
    }

    private static double Largest(IEnumerable<double> values) => values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();

    private static int DigitsFor(double positive, int significant) => Math.Min(MostDecimals, significant - 1 - (int)Math.Floor(Math.Log10(positive)));
}
