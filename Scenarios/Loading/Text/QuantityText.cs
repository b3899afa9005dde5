using System.Buffers;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>What a written quantity measures; only like can be added to like.</summary>
internal enum UnitKind
{
    /// <summary>A plain number.</summary>
    Number,

    /// <summary>A percentage between 0 and 100.</summary>
    Share,

    /// <summary>A growth a year.</summary>
    Growth,

    /// <summary>A rate.</summary>
    Rate,

    /// <summary>A length of time.</summary>
    Time,

    /// <summary>Pounds.</summary>
    Money,
}

/// <summary>A single number with what stands around it, so that it can be changed and keep its unit: <c>12 %</c>, <c>1 per 1.2 d</c>, <c>£313</c>.</summary>
internal readonly record struct QuantityText(UnitKind Kind, double Number, string Before, string After)
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("0123456789.-+");

    /// <summary>The text of the quantity.</summary>
    public string Text => Before + NumberText.Write(Number) + After;

    /// <summary>The quantity in base units (seconds, per hour, fraction, pounds).</summary>
    public double Base => Number * One;

    /// <summary>Value of one in base units (seconds, per hour, fraction, pounds).</summary>
    private double One => BaseOf(Kind, Before + "1" + After);

    /// <summary>Reads a quantity of the first kind that fits.</summary>
    public static bool TryParse(string text, out QuantityText quantity)
    {
        var trimmed = text.Trim();
        var start = trimmed.AsSpan().IndexOfAny(Starts);
        quantity = default;
        if (start < 0)
        {
            return false;
        }

        var end = start;
        while (end < trimmed.Length && IsPartOfNumber(trimmed, start, end))
        {
            end++;
        }

        foreach (var kind in Enum.GetValues<UnitKind>())
        {
            if (!double.IsNaN(BaseOf(kind, trimmed)) && NumberText.TryParse(trimmed[start..end], out var number, out _))
            {
                quantity = new QuantityText(kind, number, trimmed[..start], trimmed[end..]);
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads an amount to add, which may be negative whatever its kind.</summary>
    public static bool TryParseAmount(string text, out QuantityText amount)
    {
        var trimmed = text.Trim();
        var negative = trimmed.StartsWith('-');
        var read = TryParse(negative ? trimmed[1..] : trimmed, out amount);
        amount = negative ? amount.Times(-1) : amount;
        return read;
    }

    public QuantityText Times(double factor) => this with { Number = Number * factor };

    /// <summary>The sum in this quantity's unit, the other multiplied first; null if they are not alike.</summary>
    public QuantityText? Plus(QuantityText other, double times) =>
        other.Kind == Kind ? this with { Number = Number + (other.InUnitsOf(this) * times) } : null;

    /// <summary>Between this (0) and the other (1) in the other's unit; null if they are not alike. Zero is alike to any time.</summary>
    public QuantityText? Towards(QuantityText other, double fraction)
    {
        var alike = Kind == other.Kind || (other.Kind == UnitKind.Time && this is { Kind: UnitKind.Number, Number: 0 });
        var here = Number == 0 ? 0 : InUnitsOf(other);
        return alike ? other with { Number = here + (fraction * (other.Number - here)) } : null;
    }

    private double InUnitsOf(QuantityText unit) => Kind is UnitKind.Number or UnitKind.Share || After == unit.After ? Number : Number * One / unit.One;

    /// <summary>The part of a text that may belong to its number: digits, a point, an exponent, signs at the right places.</summary>
    private static bool IsPartOfNumber(string text, int start, int at)
    {
        var sign = text[at];
        if (char.IsAsciiDigit(sign) || sign == '.')
        {
            return true;
        }

        if (sign is '-' or '+')
        {
            return at == start || text[at - 1] is 'e' or 'E';
        }

        return sign is 'e' or 'E' && at + 1 < text.Length && at > start && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] is '-' or '+');
    }

    private static double BaseOf(UnitKind kind, string text)
    {
        double value;
        var read = kind switch
        {
            UnitKind.Number => NumberText.TryParse(text, out value, out _),
            UnitKind.Share => ShareText.TryParse(text, out value, out _),
            UnitKind.Growth => GrowthText.TryParse(text, out value, out _),
            UnitKind.Rate => RateText.TryParse(text, out value, out _),
            UnitKind.Time => DurationText.TryParse(text, out value, out _),
            _ => TryReadMoney(text, out value),
        };
        return read ? value : double.NaN;
    }

    private static bool TryReadMoney(string text, out double value)
    {
        var read = MoneyText.TryParse(text, out var pounds, out _);
        value = (double)pounds;
        return read;
    }
}
