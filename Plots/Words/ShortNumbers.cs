namespace FlowSim.Plots.Words;

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
