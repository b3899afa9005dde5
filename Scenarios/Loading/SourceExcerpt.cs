using System.Globalization;
using System.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>The line of a problem as printed, with carets under the place.</summary>
internal static class SourceExcerpt
{
    private const string Cut = "…";

    /// <summary>Signs before the line: its number and a bar.</summary>
    private const int GutterWidth = 8;

    private const int NarrowestText = 20;

    /// <summary>Two lines, <c>   14 | time: 6.2</c> and the carets; one where the place in the line is not known; empty where the line is not.</summary>
    /// <param name="line">The line of the file, or null.</param>
    /// <param name="header">The first line of the file, for cells of a table; or null.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IReadOnlyList<string> Of(Problem problem, string? line, string? header, int width)
    {
        if (line is null || string.IsNullOrWhiteSpace(line))
        {
            return [];
        }

        var (start, length) = PlaceIn(line, header, problem);
        var number = problem.Where.Line.ToString(CultureInfo.InvariantCulture).PadLeft(GutterWidth - 3);
        var (before, marked, after) = Window(line, start, length, Math.Max(NarrowestText, width - GutterWidth - 1));
        var shown = $"{number} | {before}{marked}{after}".TrimEnd();
        return start < 0
            ? [shown]
            : [shown, $"{new string(' ', number.Length)} | {new string(' ', WidthOf(before))}{new string('^', Math.Max(1, WidthOf(marked)))}"];
    }

    /// <summary>Where in the line what was found stands [signs]; -1 where that is not known.</summary>
    private static (int Start, int Length) PlaceIn(string line, string? header, Problem problem)
    {
        var found = problem.Received.Trim();
        var from = Math.Clamp(problem.Where.Column - 1, 0, line.Length);
        if (problem.Where.Column == 0 && header is not null && CsvCells.CellOf(line, header, problem.Path[(problem.Path.LastIndexOf('.') + 1)..]) is { } cell)
        {
            return cell;
        }

        var at = found.Length > 0 ? line.IndexOf(found, from, StringComparison.Ordinal) : -1;
        if (at >= 0)
        {
            return (at, found.Length);
        }

        return problem.Where.Column > 0 && from < line.Length ? (from, WordLength(line, from)) : (-1, 0);
    }

    private static int WordLength(string line, int from)
    {
        var end = from;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '-' or '_' or '.' or '@'))
        {
            end++;
        }

        return Math.Max(1, end - from);
    }

    /// <summary>What fits of the line, around the place; blanks before the line's text are left out.</summary>
    private static (string Before, string Marked, string After) Window(string line, int start, int length, int width)
    {
        var (place, end) = start < 0 ? (0, 0) : (start, start + length);
        var marked = Fit(Shown(line[place..end]), width, keepEnd: false);
        var room = width - WidthOf(marked);
        var all = Shown(line[..place]).TrimStart();
        var after = Shown(line[end..]).TrimEnd();
        var before = Fit(all, Math.Max(room / 2, room - WidthOf(after)), keepEnd: true);
        return (before, marked, Fit(after, room - WidthOf(before), keepEnd: false));
    }

    /// <summary>At most so many columns of a text, its beginning or its end, with a sign where it is cut.</summary>
    private static string Fit(string text, int width, bool keepEnd)
    {
        if (WidthOf(text) <= width)
        {
            return text;
        }

        var runes = text.EnumerateRunes().ToArray();
        var kept = new List<Rune>();
        var left = width - 1;
        foreach (var sign in keepEnd ? runes.Reverse() : runes)
        {
            left -= WidthOf(sign);
            if (left < 0)
            {
                break;
            }

            kept.Add(sign);
        }

        if (keepEnd)
        {
            kept.Reverse();
        }

        var cut = string.Concat(kept);
        return width < 1 ? "" : keepEnd ? Cut + cut : cut + Cut;
    }

    private static string Shown(string text) => OddSigns.Shown(text.Replace('\t', ' '));

    private static int WidthOf(string text) => text.EnumerateRunes().Sum(WidthOf);

    /// <summary>Columns that a terminal gives a sign: none for accents that are put over another, two for those of East Asia and pictures.</summary>
    private static int WidthOf(Rune sign)
    {
        if (Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        {
            return 0;
        }

        return sign.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD)
                ? 2
                : 1;
    }
}
