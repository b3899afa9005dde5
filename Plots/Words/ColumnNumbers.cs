namespace FlowSim.Plots.Words;

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
