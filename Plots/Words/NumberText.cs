using System.Globalization;

namespace FlowSim.Plots.Words;

/// <summary>
/// Numbers as people write them, everywhere: thousands separated, a real minus sign, no negative zero, a dash where undefined. How many decimals they have is
/// <see cref="Rounding"/>'s to say. On drawings large ones are short.
/// </summary>
internal static class NumberText
{
    private const string Minus = "−";
    private const string Undefined = "–";

    /// <summary>With so many decimals, or rounded to tens where they are −1.</summary>
    public static string Plain(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return Undefined;
        }

        var rounded = Rounding.Round(value, decimals);
        var format = "N" + Math.Max(0, decimals).ToString(CultureInfo.InvariantCulture);
        return (rounded < 0 ? Minus : "") + Math.Abs(rounded).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>With its sign, unless it is written as zero.</summary>
    public static string Signed(double value, int decimals) => Rounding.Round(value, decimals) > 0 ? "+" + Plain(value, decimals) : Plain(value, decimals);

    /// <summary><c>[lower, upper]</c>; empty where undefined.</summary>
    public static string Interval(double lower, double upper, int decimals, bool signed = false) =>
        Interval(lower, upper, end => signed ? Signed(end, decimals) : Plain(end, decimals));

    /// <summary>On drawings: thousands, millions and billions shortened, with three digits, where they are large.</summary>
    public static string Short(double value, int decimals)
    {
        var (divisor, suffix) = Scale(Math.Abs(value));
        return divisor == 1 ? Plain(value, decimals)
            : Plain(value / divisor, Math.Abs(value / divisor) switch { >= 100 => 0, >= 10 => 1, _ => 2 }) + suffix;
    }

    /// <summary>The same with its sign.</summary>
    public static string ShortSigned(double value, int decimals) => Rounding.Round(value, decimals) > 0 ? "+" + Short(value, decimals) : Short(value, decimals);

    /// <summary>The same of an interval.</summary>
    public static string ShortInterval(double lower, double upper, int decimals, bool signed = false) =>
        Interval(lower, upper, end => signed ? ShortSigned(end, decimals) : Short(end, decimals));

    /// <summary>All its decimals, up to six: a mark of an axis is a number that was chosen, not measured.</summary>
    public static string Exact(double value) => (value < 0 ? Minus : "") + Math.Abs(value).ToString("#,0.######", CultureInfo.InvariantCulture);

    private static string Interval(double lower, double upper, Func<double, string> text) =>
        double.IsFinite(lower) && double.IsFinite(upper) ? $"[{text(lower)}, {text(upper)}]" : "";

    private static (double Divisor, string Suffix) Scale(double size) => size switch
    {
        double.PositiveInfinity => (1, ""),
        >= 1e12 => (1e12, "tn"),
        >= 1e9 => (1e9, "bn"),
        >= 1e6 => (1e6, "m"),
        >= 1e5 => (1e3, "k"),
        _ => (1, ""),
    };
}

/// <summary>Numbers of one line as a reader remembers them: two or three digits, thousands as k.</summary>
public sealed class ShortNumbers
{
    private const double Thousand = 1e3;
    private const double LeastInThousands = 1e4;

    private readonly double divisor;
    private readonly string suffix;
    private readonly int decimals;

    private ShortNumbers(double divisor, string suffix, int decimals) => (this.divisor, this.suffix, this.decimals) = (divisor, suffix, decimals);

    /// <summary>So that the largest has two or three digits.</summary>
    public static ShortNumbers ForChanges(IEnumerable<double> values) => Of(values, size => size switch { >= 100 or 0 => 0, >= 1 => 1, >= 0.1 => 2, _ => 3 });

    /// <summary>Three digits.</summary>
    public static ShortNumbers ForLevel(double level) => Of([level], size => size switch { >= 100 or 0 => 0, >= 10 => 1, >= 1 => 2, _ => 3 });

    public string Plain(double value) => NumberText.Plain(value / divisor, decimals) + suffix;

    public string Signed(double value) => NumberText.Signed(value / divisor, decimals) + suffix;

    /// <summary>True where it is written as 0.</summary>
    public bool IsZero(double value) => Rounding.Round(value / divisor, decimals) == 0;

    /// <summary>All its decimals, up to six: a number that was chosen, not measured.</summary>
    public static string Exact(double value) => NumberText.Exact(value);

    private static ShortNumbers Of(IEnumerable<double> values, Func<double, int> decimalsOf)
    {
        var largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var (divisor, suffix) = largest >= LeastInThousands ? (Thousand, "k") : (1, "");
        return new(divisor, suffix, decimalsOf(largest / divisor));
    }
}

/// <summary>Numbers of one measure in a table: the same decimals in every row, so that they can be compared down the column.</summary>
public sealed class ColumnNumbers
{
    private readonly int decimals;

    private ColumnNumbers(int decimals) => this.decimals = decimals;

    /// <summary>About four significant digits of the largest.</summary>
    public static ColumnNumbers For(IEnumerable<double> values) => new(Rounding.ForColumn(values));

    /// <summary>For a difference: where its interval excludes 0, so many more decimals that neither end is written as 0.</summary>
    public ColumnNumbers Until(double lower, double upper) =>
        lower > 0 || upper < 0 ? new(Math.Max(decimals, Rounding.DecimalsUntilNotZero(lower, upper, decimals))) : this;

    /// <summary>A dash where undefined.</summary>
    public string Plain(double value) => NumberText.Plain(value, decimals);

    /// <summary>With its sign.</summary>
    public string Signed(double value) => NumberText.Signed(value, decimals);

    /// <summary><c>[−2.7, −0.1]</c>; empty where there is none.</summary>
    public string Interval(double lower, double upper, bool signed) => NumberText.Interval(lower, upper, decimals, signed);
}

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
    /// Decimals of a difference in a sentence: those that its interval carries, and no more than three significant digits; more only where an end of an
    /// interval that excludes 0 would else be rounded to 0.
    /// </summary>
    public static int DifferenceDecimals(double mean, double lower, double upper)
    {
        var decimals = Decimals(mean, lower, upper);
        var largest = new[] { mean, lower, upper }.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var most = largest > 0 ? Math.Min(decimals, DigitsFor(largest, SignificantOfLevel)) : decimals;
        return lower > 0 || upper < 0 ? DecimalsUntilNotZero(lower, upper, most) : most;
    }

    /// <summary>
    /// A level, a difference and the level that comes of it, as they are printed: the second level less the first is the difference, to the last digit. The
    /// levels have the decimals of the difference, and fewer where three significant digits of them add up with it already; never more, as those would be
    /// noise. Where rounding each by itself would leave one digit over, the second level gives way.
    /// </summary>
    /// <param name="before">The first level.</param>
    /// <param name="added">The difference.</param>
    /// <param name="after">The level that comes of it.</param>
    /// <param name="decimals">Of the difference.</param>
    public static (double Before, double After, int Decimals) ThatAddUp(double before, double added, double after, int decimals)
    {
        var least = Math.Min(decimals, Math.Min(LevelDecimals(before), LevelDecimals(after)));
        var printed = Round(added, decimals);
        for (var fewer = least; fewer < decimals; fewer++)
        {
            if (Math.Abs(Round(after, fewer) - Round(before, fewer) - printed) < Math.Pow(10, -decimals) / 2)
            {
                return (Round(before, fewer), Round(after, fewer), fewer);
            }
        }

        return (Round(before, decimals), Round(before, decimals) + printed, decimals);
    }

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
