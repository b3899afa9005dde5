using FlowSim.Plots.Words;

namespace FlowSim.Cli.Tables;

/// <summary>Numbers of one measure in a terminal, which may not know the signs of a page: <c>-</c> for minus and for undefined.</summary>
internal sealed class RowFormat
{
    private readonly ColumnNumbers numbers;

    private RowFormat(ColumnNumbers numbers) => this.numbers = numbers;

    /// <summary>About four significant digits of the largest of the numbers.</summary>
    public static RowFormat For(IEnumerable<double> values) => new(ColumnNumbers.For(values));

    /// <summary>With so many more decimals that no end of an interval that excludes 0 is written as 0.</summary>
    public RowFormat Until(double lower, double upper) => new(numbers.Until(lower, upper));

    public string Plain(double value) => TerminalSigns.Of(numbers.Plain(value));

    public string Signed(double value) => TerminalSigns.Of(numbers.Signed(value));

    /// <summary><c>[lower, upper]</c>; empty where undefined.</summary>
    public string Interval(double lower, double upper, bool signed) => TerminalSigns.Of(numbers.Interval(lower, upper, signed));

    /// <summary><c>(-88 to -17)</c>: with what is not known; empty where undefined.</summary>
    public string Range(double lower, double upper, bool signed) => TerminalSigns.Of(DrawWords.Range(numbers, lower, upper, signed));
}
