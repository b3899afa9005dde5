using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Compilation.Measures;

/// <summary>A standard as written: a number in the measure's unit, and what it is called: <c>95 %</c>, <c>7 min</c>, <c>2.5 % target</c>.</summary>
internal static class StandardText
{
    private const string Usual = "standard";

    /// <summary>Reads it; a length of time may be in another unit of time than the measure's, and a share of 1 is written in per cent.</summary>
    /// <param name="text">As written.</param>
    /// <param name="unit">Unit of the measure.</param>
    /// <param name="value">In that unit.</param>
    /// <param name="name">The words after it, else <c>standard</c>.</param>
    public static bool TryParse(string text, string unit, out double value, out string name)
    {
        var trimmed = text.Trim();
        var end = trimmed.TakeWhile(character => char.IsAsciiDigit(character) || character is '.' or '-').Count();
        var rest = trimmed[end..].TrimStart();
        name = Usual;
        if (!NumberText.TryParse(trimmed[..end], out value, out _) || Factor(unit, rest, out var written) is not { } factor || !IsApart(rest, written))
        {
            return false;
        }

        value *= factor;
        name = rest[written..].Trim() is { Length: > 0 } words ? words : Usual;
        return true;
    }

    /// <summary>What turns the written number into one in the measure's unit; null where it is in another unit, or in none where one is needed.</summary>
    /// <param name="unit">Of the measure.</param>
    /// <param name="rest">What stands behind the number.</param>
    /// <param name="written">How much of that is its unit.</param>
    private static double? Factor(string unit, string rest, out int written)
    {
        written = 0;
        if (UnitText.IsPercent(unit) || UnitText.IsShareOfOne(unit))
        {
            written = UnitText.IsPercent(unit) && rest.StartsWith(unit, StringComparison.Ordinal) ? unit.Length
                : rest.StartsWith(UnitText.Percent, StringComparison.Ordinal) ? UnitText.Percent.Length
                : 0;
            return written == 0 ? null : UnitText.IsPercent(unit) ? 1 : 1 / UnitText.PerCent;
        }

        if (UnitText.TryGetPerSecond(unit, out var perSecond))
        {
            written = rest.TakeWhile(char.IsAsciiLetter).Count();
            return TimeUnit.TryGet(TimeUnit.ShortOf(rest.AsSpan(0, written)), out var seconds) ? seconds * perSecond : null;
        }

        written = rest.StartsWith(unit, StringComparison.Ordinal) ? unit.Length : 0;
        return 1;
    }

    private static bool IsApart(string rest, int written) => written == 0 || written == rest.Length || char.IsWhiteSpace(rest[written]);
}
