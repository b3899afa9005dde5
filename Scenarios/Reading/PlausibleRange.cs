using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Reading;

/// <summary>What is written under <c>range</c>: two ends (<c>20 d to 34 d</c>, <c>30 to 90 min</c>), or a distribution.</summary>
internal static class PlausibleRange
{
    private const string Expected = "two ends, such as \"20 d to 34 d\", or a distribution";
    private const string Separator = " to ";

    /// <summary>No range is longer.</summary>
    private const int Longest = 1_000;

    /// <summary>Ends and value may be rounded differently in their last digit.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Reports a range that is none, whose ends are the wrong way round, or that does not hold the value it belongs to.</summary>
    /// <param name="range">As written; empty: none.</param>
    /// <param name="value">The value it belongs to, or empty. Of a distribution its mean counts.</param>
    /// <param name="where">Where it stands.</param>
    /// <param name="path">Path of the value.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(string range, string value, SourceLocation where, string path, ProblemList problems)
    {
        if (range.Length == 0 || IsDistribution(range))
        {
            return;
        }

        if (Ends(range) is not { } ends)
        {
            problems.Error(where, path + ".range", Expected, range);
        }
        else if (ends.Low.Base > ends.High.Base)
        {
            problems.Error(where, path + ".range", "the lower end first", range);
        }
        else
        {
            CheckValue(ends.Low, ends.High, range, value, where, path, problems);
        }
    }

    /// <summary>
    /// A range in a row of a table speaks of several columns, in prose (<c>beds +/-25 %, home care +/-10 %</c>): only what is plainly two ends is judged.
    /// </summary>
    public static void CheckRow(string range, SourceLocation where, string path, ProblemList problems)
    {
        if (range.Length > 0 && Ends(range) is { } ends && ends.Low.Base > ends.High.Base)
        {
            problems.Error(where, path + ".range", "the lower end first", range);
        }
    }

    /// <summary>The two ends of a range, each with its unit; null where it is none with two ends.</summary>
    public static (string Low, string High)? EndTexts(string range) => Ends(range) is { } ends ? (ends.Low.Text, ends.High.Text) : null;

    /// <summary>
    /// The ends of a range as factors of a value: each end over the value itself, or over the mean of a distribution that is written with one; null where
    /// they cannot be told, or measure something else.
    /// </summary>
    public static (double Low, double High)? Factors(string range, string value) =>
        Ends(range) is { } ends && Middle(value) is { Base: not 0 } middle && middle.Kind == ends.Low.Kind
            ? (ends.Low.Base / middle.Base, ends.High.Base / middle.Base)
            : null;

    /// <summary>False where a range has two ends and a value is not between them: it is that of something else in the same row.</summary>
    public static bool MayHold(string range, string value) =>
        Ends(range) is not { } ends || Middle(value) is not { } middle
        || (middle.Kind == ends.Low.Kind && IsBetween(middle, ends.Low, ends.High));

    private static bool IsBetween(End middle, End low, End high) =>
        middle.Base >= low.Base - (Tolerance * Math.Abs(low.Base)) && middle.Base <= high.Base + (Tolerance * Math.Abs(high.Base));

    private static void CheckValue(End low, End high, string range, string value, SourceLocation where, string path, ProblemList problems)
    {
        if (Middle(value) is not { } middle)
        {
            return;
        }

        if (middle.Kind != low.Kind && middle.Base != 0)
        {
            problems.Warning(where, path + ".range", $"a range of what {value} is", range, "Write both ends in the kind of unit that the value has.");
        }
        else if (!IsBetween(middle, low, high))
        {
            problems.Warning(where, path + ".range", $"a range that holds {value}", range);
        }
    }

    /// <summary>A single value is none: it has no two ends.</summary>
    private static bool IsDistribution(string range) =>
        (DistributionText.TryParse(range, out var spec, out _) || DistributionText.TryParseNumber(range, out spec, out _)) && spec.Family != "constant";

    private static (End Low, End High)? Ends(string range)
    {
        var at = range.Length > Longest ? -1 : range.IndexOf(Separator, StringComparison.Ordinal);
        if (at < 0 || EndOf(range[(at + Separator.Length)..].Trim()) is not { } high)
        {
            return null;
        }

        // "30 to 90 min": the unit of the second end is that of both.
        var first = range[..at].Trim();
        var low = high.Kind != UnitKind.Number && NumberText.TryParse(first, out _, out _) ? EndOf(first + high.After) : EndOf(first);
        return low is not { } end || end.Kind != high.Kind
            ? null
            : end.Kind == UnitKind.Rate && end.Base > high.Base && end.Number == high.Number ? (high, end)
            : (end, high);
    }

    /// <summary>A quantity, which may be negative, and a percentage also above 100 %.</summary>
    private static End? EndOf(string text)
    {
        if (ShareText.TryParsePercent(text, out var fraction))
        {
            return new End(UnitKind.Share, 100 * fraction, fraction, " %");
        }

        return QuantityText.TryParseAmount(text, out var amount) ? new End(amount.Kind, amount.Number, amount.Base, amount.After) : null;
    }

    /// <summary>The value itself, or the mean of a distribution that is written with one; null where neither can be told.</summary>
    private static End? Middle(string value)
    {
        if (EndOf(value) is { } plain)
        {
            return plain;
        }

        var read = DistributionText.TryParse(value, out var spec, out _) || DistributionText.TryParseNumber(value, out spec, out _);
        var mean = read && spec!["median"] is null ? spec.Parameters.FirstOrDefault(parameter => parameter.Name == "mean") : default;
        return mean.Name is null ? null : EndOf(mean.Text);
    }

    /// <summary>One end of a range: what it measures, the number as written, the same in base units, and its unit.</summary>
    private readonly record struct End(UnitKind Kind, double Number, double Base, string After)
    {
        public string Text => NumberText.Write(Number) + After;
    }
}
