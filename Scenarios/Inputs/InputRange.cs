using System.Globalization;
using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Inputs;

/// <summary>
/// What is plausible of a written value, as an edit of it: set to something between two ends, multiplied or added to. Between its ends everything is as
/// likely as everything else, unless who draws from it says otherwise.
/// </summary>
/// <param name="Verb"><c>set</c>, <c>scale</c> or <c>add</c>.</param>
/// <param name="Low">To what, or by what, at the low end.</param>
/// <param name="High">The same at the high end.</param>
/// <param name="LowText">The low end as a reader sees it.</param>
/// <param name="HighText">The high end as a reader sees it.</param>
/// <param name="IsRelative">True where the ends are said of the value, such as ± 20 %, so that several values can share them.</param>
internal sealed record InputRange(string Verb, string Low, string High, string LowText, string HighText, bool IsRelative)
{
    public const string Set = "set";
    public const string Scale = "scale";
    public const string Add = "add";

    private const string Plus = "+";
    private const string To = " to ";

    /// <summary>A value that is drawn is written with so many significant digits; what is run is what is written.</summary>
    private const string Drawn = "G6";

    /// <summary>Signs before a relative range, as people write them.</summary>
    private static readonly string[] PlusMinus = ["+/-", "±", "+-"];

    /// <summary>The range of a value; null where it has no two ends that a change could put the value at, and then why.</summary>
    public static InputRange? Of(string range, string value, out string why)
    {
        why = "";
        if (Relative(range) is { } relative)
        {
            return relative;
        }

        if (PlausibleRange.EndTexts(range) is not { } ends)
        {
            why = "the range is neither two ends nor ± something";
            return null;
        }

        if (QuantityText.TryParseAmount(value, out _))
        {
            return new InputRange(Set, ends.Low, ends.High, ends.Low, ends.High, IsRelative: false);
        }

        if (PlausibleRange.Factors(range, value) is { } factors)
        {
            return new InputRange(Scale, NumberText.Write(factors.Low), NumberText.Write(factors.High), ends.Low, ends.High, IsRelative: false);
        }

        why = "the value has no mean that the ends could be ends of";
        return null;
    }

    /// <summary>
    /// Two ends as written, <c>4 to 12 h</c>, where the unit of the second is that of both, with their numbers; null where they are no ends of one kind.
    /// </summary>
    /// <param name="verb">What is done with them.</param>
    /// <param name="text">The ends; the second may be below the first.</param>
    public static (InputRange Range, double Near, double Far)? OfEnds(string verb, string text)
    {
        var at = text.IndexOf(To, StringComparison.Ordinal);
        var (near, far) = at < 0 ? ("", "") : (text[..at].Trim(), text[(at + To.Length)..].Trim());
        if (!Read(far, out var end) || !Read(near, out var begin) || (begin.Kind != end.Kind && begin.Kind != UnitKind.Number))
        {
            return null;
        }

        near = begin.Kind == end.Kind ? near : near + end.After;
        return begin.Kind != end.Kind || begin.After == end.After
            ? (new InputRange(verb, near, far, near, far, IsRelative: false), begin.Number, end.Number) : null;
    }

    /// <summary>To what, or by what, at a place in the range.</summary>
    /// <param name="u">0 at the low end, 1 at the high end.</param>
    public string At(double u) => u <= 0 ? Low : u >= 1 ? High : Between(Low, High, u);

    /// <summary>The value at a place in the range, as it would be written; null if it cannot be.</summary>
    /// <param name="value">The value as it is.</param>
    /// <param name="u">0 at the low end, 1 at the high end.</param>
    public string? ValueAt(string value, double u) => Verb switch
    {
        Set => At(u),
        Scale => TextEdit.Apply(value, [], new NumericEdit(ChangeVerb.Scale, At(u), 1), out _),
        _ => TextEdit.Apply(value, [], new NumericEdit(ChangeVerb.Add, At(u), 1), out _),
    };

    /// <summary>Between two like amounts, in the unit of the second.</summary>
    private static string Between(string low, string high, double u)
    {
        if (!Read(low, out var from) || !Read(high, out var to) || from.Towards(to, u) is not { } between)
        {
            throw new ArgumentException($"expected two ends of one kind, received {low} and {high}");
        }

        return NumberText.TryParse(between.Number.ToString(Drawn, CultureInfo.InvariantCulture), out var rounded, out _)
            ? (between with { Number = rounded }).Text
            : between.Text;
    }

    /// <summary>An end of a range.</summary>
    public static bool Read(string text, out QuantityText amount)
    {
        // A percentage above 100 is a factor or a growth: for going from one end to the other its number is enough.
        if (QuantityText.TryParseAmount(text, out amount))
        {
            return true;
        }

        var read = ShareText.TryParsePercent(text, out var fraction);
        amount = new QuantityText(UnitKind.Share, 100 * fraction, "", " %");
        return read;
    }

    private static InputRange? Relative(string range)
    {
        var sign = Array.Find(PlusMinus, one => range.StartsWith(one, StringComparison.Ordinal));
        if (sign is not null)
        {
            return Relative("-" + range[sign.Length..].Trim(), Plus + range[sign.Length..].Trim());
        }

        return range.StartsWith('-') && range.Split(" to ") is [var low, ['+', ..] high] ? Relative(low.Trim(), high.Trim()) : null;
    }

    private static InputRange? Relative(string low, string high)
    {
        if (Percent(low) is { } down && Percent(high) is { } up && down > -1)
        {
            return new InputRange(Scale, NumberText.Write(1 + down), NumberText.Write(1 + up), low, high, IsRelative: true);
        }

        return QuantityText.TryParseAmount(low, out _) && QuantityText.TryParseAmount(high.TrimStart('+'), out _)
            ? new InputRange(Add, low, high.TrimStart('+'), low, high, IsRelative: true)
            : null;
    }

    private static double? Percent(string text) =>
        text.EndsWith('%') && NumberText.TryParse(text[..^1].Trim().TrimStart('+'), out var value, out _) ? value / 100 : null;
}
