namespace FlowSim.Plots.Drawings;

/// <summary>
/// How wide a text will be at most, without a font at hand: of each character the widest advance among the faces that the charts
/// name, Arial and Helvetica (whose metrics Liberation Sans shares) and DejaVu Sans, and Inter, which PNG and PDF are set in.
/// </summary>
internal static class TextMeasure
{
    /// <summary>Height of a line of text ÷ font size.</summary>
    public const double LineHeight = 1.3;

    /// <summary>What reaches above the baseline ÷ font size.</summary>
    public const double Ascent = 0.93;

    /// <summary>What reaches below the baseline ÷ font size.</summary>
    public const double Descent = 0.24;

    private const int FirstPrintable = ' ';
    private const int Widest = 1000;
    private const double WidestBold = 1.12;

    // Thousandths of the font size, from space to tilde.
    private static readonly int[] Regular =
    [
        318, 401, 460, 838, 638, 950, 780, 275, 390, 390, 500, 838, 318, 461, 318, 357,
        636, 636, 636, 637, 643, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556,
        1015, 684, 686, 728, 770, 667, 611, 778, 752, 295, 543, 667, 563, 890, 753, 787,
        667, 787, 722, 667, 643, 742, 684, 989, 685, 667, 685, 390, 357, 390, 838, 556,
        500, 613, 635, 559, 635, 615, 361, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 523, 392, 634, 592, 818, 592, 592, 542, 636, 337, 636, 838,
    ];

    private static readonly int[] Bold =
    [
        348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 565, 838, 380, 469, 380, 390,
        696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611,
        1031, 774, 762, 753, 830, 683, 683, 821, 837, 372, 570, 775, 637, 995, 837, 850,
        733, 850, 770, 720, 682, 812, 774, 1103, 771, 725, 725, 457, 390, 457, 838, 556,
        500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
        716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 374, 712, 838,
    ];

    private const string Accented = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿŵŷ";
    private const string Unaccented = "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyywy";

    private static readonly Dictionary<char, (int Regular, int Bold)> Others = new()
    {
        ['\u00A0'] = (318, 348),
        ['\u2009'] = (200, 200),
        ['\u202F'] = (200, 200),
        ['–'] = (556, 556),
        ['£'] = (636, 696),
        ['×'] = (838, 838),
        ['·'] = (318, 380),
        ['≥'] = (838, 838),
        ['≤'] = (838, 838),
        ['−'] = (838, 838),
        ['±'] = (838, 838),
        ['→'] = (1000, 1000),
        ['“'] = (518, 657),
        ['”'] = (518, 657),
        ['‘'] = (318, 380),
        ['’'] = (318, 380),
        ['•'] = (590, 639),
        ['€'] = (665, 696),
        ['°'] = (500, 500),
    };

    /// <summary>Width of one line of text, in the unit of <paramref name="size"/>.</summary>
    public static double Width(string text, double size, bool bold = false) => Advance(text, bold) * size / 1000;

    /// <summary>Breaks a text at spaces into lines no wider than <paramref name="width"/>; a longer word is cut with an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Unbroken(text))
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

    /// <summary>Words, and what must not be torn apart: a number and its "%", "±" and its number.</summary>
    private static IEnumerable<string> Unbroken(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            while (i + 1 < words.Length && (words[i] == "±" || words[i + 1][0] == '%'))
            {
                word = $"{word} {words[++i]}";
            }

            yield return word;
        }
    }

    /// <summary>The same in at most <paramref name="most"/> lines; the last ends with an ellipsis where there is more.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int most, bool bold = false)
    {
        var lines = Wrap(text, size, width, bold);
        return lines.Count <= most ? lines : [.. lines.Take(most - 1), Cut(string.Join(' ', lines.Skip(most - 1)), size, width, bold)];
    }

    /// <summary>A text that is no wider than <paramref name="width"/>, with an ellipsis where it was longer.</summary>
    public static string Cut(string line, double size, double width, bool bold = false)
    {
        if (Width(line, size, bold) <= width)
        {
            return line;
        }

        var length = line.Length;
        while (length > 0 && Width(line[..length].TrimEnd() + "…", size, bold) > width)
        {
            length--;
        }

        // Half of a surrogate pair is no character.
        length -= length > 0 && char.IsHighSurrogate(line[length - 1]) ? 1 : 0;
        return line[..length].TrimEnd() + "…";
    }

    private static double Advance(string text, bool bold)
    {
        var (sum, plain) = (0.0, bold ? Bold : Regular);
        foreach (var character in text)
        {
            var index = character - FirstPrintable;
            sum += index >= 0 && index < plain.Length ? plain[index] : Advance(character, bold);
        }

        return sum;
    }

    private static double Advance(char character, bool bold)
    {
        if (Others.TryGetValue(character, out var known))
        {
            return bold ? known.Bold : known.Regular;
        }

        var index = Plain(character) - FirstPrintable;
        return index >= 0 && index < Regular.Length ? (bold ? Bold : Regular)[index] : Widest * (bold ? WidestBold : 1);
    }

    // An accent does not widen its letter. (Invariant globalization takes no letter apart.)
    private static char Plain(char character)
    {
        var index = Accented.IndexOf(character, StringComparison.Ordinal);
        return index < 0 ? character : Unaccented[index];
    }
}
