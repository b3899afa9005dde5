using System.Globalization;
using System.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>Signs that look like others, or like nothing, and that word processors, web pages and keyboards of other alphabets put into files.</summary>
internal static class OddSigns
{
    private const string Controls = "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US";
    private static readonly string[] ControlNames = Controls.Split(' ');

    /// <summary>Name and what is meant by it, by sign.</summary>
    private static readonly Dictionary<int, (string Name, string Plain)> Known = new()
    {
        [0xA0] = ("a no-break space", "a blank"),
        [0x2007] = ("a figure space", "a blank"),
        [0x2009] = ("a thin space", "a blank"),
        [0x202F] = ("a narrow no-break space", "a blank"),
        [0x3000] = ("a wide blank", "a blank"),
        [0xAD] = ("a soft hyphen, which is not shown", "nothing"),
        [0x200B] = ("a blank without width", "nothing"),
        [0x200C] = ("a non-joiner, which is not shown", "nothing"),
        [0x200D] = ("a joiner, which is not shown", "nothing"),
        [0x2060] = ("a word joiner, which is not shown", "nothing"),
        [0xFEFF] = ("a byte order mark, which is not shown", "nothing"),
        [0x2010] = ("a typographic hyphen", "-"),
        [0x2011] = ("a no-break hyphen", "-"),
        [0x2012] = ("a figure dash", "-"),
        [0x2013] = ("an en dash", "-"),
        [0x2014] = ("an em dash", "-"),
        [0x2212] = ("a minus sign", "-"),
        [0x2018] = ("a curved quotation mark", "'"),
        [0x2019] = ("a curved quotation mark", "'"),
        [0x201C] = ("a curved quotation mark", "\""),
        [0x201D] = ("a curved quotation mark", "\""),
        [0x201E] = ("a low quotation mark", "\""),
        [0x066B] = ("an Arabic decimal sign", "."),
        [0x2044] = ("a fraction slash", "/"),
    };

    /// <summary>What to do about the first odd sign of a text, such as <c>It has an en dash (U+2013): write "-".</c>; empty if there is none.</summary>
    public static string Hint(string text)
    {
        var hasLatin = text.Any(char.IsAsciiLetter);
        foreach (var sign in text.EnumerateRunes())
        {
            if (Known.TryGetValue(sign.Value, out var known))
            {
                return $"It has {known.Name} ({Code(sign)}): write {(known.Plain.Length == 1 ? $"\"{known.Plain}\"" : known.Plain)}.";
            }

            if (Rune.IsControl(sign) || Rune.GetUnicodeCategory(sign) == UnicodeCategory.Format)
            {
                return $"It has a sign that is not shown ({NameOf(sign)}): take it out.";
            }

            if (sign.Value is > 0xFF00 and < 0xFF5F)
            {
                return $"It has a sign of double width ({Code(sign)}): write \"{(char)(sign.Value - 0xFEE0)}\".";
            }

            if (hasLatin && sign.Value is >= 0x370 and < 0x530)
            {
                return $"It has a {(sign.Value < 0x400 ? "Greek" : "Cyrillic")} letter among the Latin ones ({sign}, {Code(sign)}): type it anew.";
            }
        }

        return "";
    }

    /// <summary>The text with every sign that a terminal would obey or hide written by name: <c>&lt;ESC&gt;</c>.</summary>
    public static string Shown(string text)
    {
        if (!text.EnumerateRunes().Any(IsHidden))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 8);
        foreach (var sign in text.EnumerateRunes())
        {
            shown.Append(IsHidden(sign) ? $"<{NameOf(sign)}>" : sign.ToString());
        }

        return shown.ToString();
    }

    /// <summary>True for signs that move the cursor, colour the text, turn its direction, or are not to be seen.</summary>
    public static bool IsHidden(Rune sign) =>
        Rune.IsControl(sign) || sign.Value == Rune.ReplacementChar.Value
        || Rune.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string NameOf(Rune sign) => sign.Value < ControlNames.Length ? ControlNames[sign.Value] : sign.Value == 0x7F ? "DEL" : Code(sign);

    private static string Code(Rune sign) => $"U+{sign.Value:X4}";
}
