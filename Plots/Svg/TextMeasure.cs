namespace FlowSim.Plots.Svg;

/// <summary>
/// How wide a text will be at most, without a font at hand: the advance widths of DejaVu Sans, the widest of the
/// sans-serif faces the charts name (Arial and Helvetica set the same text 10–15 % narrower).
/// </summary>
internal static class TextMeasure
{
    /// <summary>Height of a line of text ÷ font size.</summary>
    public const double LineHeight = 1.3;

    /// <summary>What reaches above the baseline ÷ font size.</summary>
    public const double Ascent = 0.93;

    /// <summary>What reaches below the baseline ÷ font size.</summary>
    public const double Descent = 0.24;

    private const double BoldFactor = 1.13;
    private const int FirstPrintable = ' ';
    private const int Widest = 1000;

    // Thousandths of the font size, from space to tilde.
    private static readonly int[] Widths =
    [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ];

    /// <summary>Width of one line of text, in the unit of <paramref name="size"/>.</summary>
    public static double Width(string text, double size, bool bold = false)
    {
        var sum = 0;
        foreach (var character in text)
        {
            var index = character - FirstPrintable;
            sum += index >= 0 && index < Widths.Length ? Widths[index] : Widest;
        }

        return sum * size / 1000 * (bold ? BoldFactor : 1);
    }

    /// <summary>Breaks a text at spaces into lines no wider than <paramref name="width"/>; a longer word is cut with an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size, bold) > width)
            {
                lines.Add(Cut(line, size, width, bold));
                longer = word;
            }

            line = longer;
        }

        lines.Add(Cut(line, size, width, bold));
        return lines;
    }

    private static string Cut(string line, double size, double width, bool bold)
    {
        if (Width(line, size, bold) <= width)
        {
            return line;
        }

        var length = line.Length;
        while (length > 0 && Width(line[..length] + "…", size, bold) > width)
        {
            length--;
        }

        return line[..length] + "…";
    }
}
