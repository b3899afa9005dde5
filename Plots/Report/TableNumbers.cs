using FlowSim.Plots.Report.Answers;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Report;

/// <summary>Numbers of one measure in a table: the same decimals in every row, so that they can be compared down the column.</summary>
internal sealed class TableNumbers
{
    private readonly int decimals;

    private TableNumbers(int decimals) => this.decimals = decimals;

    /// <summary>About four significant digits of the largest.</summary>
    public static TableNumbers For(IEnumerable<double> values) =>
        new(values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max() switch { >= 1000 => 0, >= 100 => 1, >= 1 or 0 => 2, >= 0.1 => 3, _ => 4 });

    public string Plain(double value) => Rounding.Plain(value, decimals);

    public string Signed(Difference row) => Rounding.Signed(row.Mean, DecimalsOf(row));

    /// <summary><c>[−2.7, −0.1]</c>; empty where there is none.</summary>
    public string Interval(Difference row) =>
        double.IsNaN(row.Lower95) ? "" : $"[{Rounding.Signed(row.Lower95, DecimalsOf(row))}, {Rounding.Signed(row.Upper95, DecimalsOf(row))}]";

    public string Interval(Summary row) => double.IsNaN(row.Lower95) ? "" : $"[{Plain(row.Lower95)}, {Plain(row.Upper95)}]";

    // An interval that excludes 0 must not read as if it touched it.
    private int DecimalsOf(Difference row) => row.ExcludesZero ? Math.Max(decimals, Rounding.DecimalsUntilNotZero(row.Lower95, row.Upper95, decimals)) : decimals;
}
