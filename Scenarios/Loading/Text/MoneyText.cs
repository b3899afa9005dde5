using System.Globalization;

namespace FlowSim.Scenarios.Loading.Text;

/// <summary>An amount of money in pounds: <c>£313</c>, <c>£12.50</c>.</summary>
internal static class MoneyText
{
    public const string Expected = "an amount of money, such as \"£313\"";

    /// <summary>Reads an amount [£]; thousands separators are refused.</summary>
    public static bool TryParse(string text, out decimal pounds, out string expected)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var trimmed = text.AsSpan().Trim();
        var negative = trimmed.StartsWith("-");
        trimmed = negative ? trimmed[1..] : trimmed;
        pounds = 0;
        expected = Expected;
        if (!trimmed.StartsWith("£") || !decimal.TryParse(trimmed[1..].Trim(), Plain, CultureInfo.InvariantCulture, out var amount))
        {
            return false;
        }

        pounds = negative ? -amount : amount;
        expected = "";
        return true;
    }
}
