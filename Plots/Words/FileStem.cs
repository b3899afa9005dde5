using System.Text.RegularExpressions;

namespace FlowSim.Plots.Words;

/// <summary>A name for a file of a chart: <c>chart-scenario-place</c>.</summary>
public static partial class FileStem
{
    public static string Of(string chart, params ReadOnlySpan<string> parts)
    {
        var stem = chart;
        foreach (var part in parts)
        {
            if (part.Length > 0)
            {
                var plain = Typed(part).Select(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '+' ? character : '-');
                stem += "-" + new string([.. plain]);
            }
        }

        return stem;
    }

    /// <summary>A change that was typed, without signs that a file name has not: <c>capacity+=4</c> is more by 4, not less.</summary>
    private static string Typed(string part) => part.Replace("+=", "-plus-", StringComparison.Ordinal).Replace("-=", "-minus-", StringComparison.Ordinal)
        .Replace("*=", "-times-", StringComparison.Ordinal);

    /// <summary>The name of a page: the first has none of its own. A number alone could be part of the name of a scenario.</summary>
    /// <param name="stem">Name of the chart.</param>
    /// <param name="page">From 0.</param>
    public static string Page(string stem, int page) => page == 0 ? stem : FormattableString.Invariant($"{stem}-page-{page + 1}");

    /// <summary>What the pages of a chart have in common: the name of the first.</summary>
    internal static string OfFirstPage(string name) => PageNumber().Replace(name, "");

    [GeneratedRegex("-page-[0-9]+$")]
    private static partial Regex PageNumber();
}
