using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace FlowSim.Plots.Report;

/// <summary>Writes HTML. Text and attributes are encoded; only <see cref="Raw"/> is not, and is for what this program wrote itself.</summary>
public sealed class HtmlWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // These stand within a line; after any other end tag the line ends.
    private static readonly HashSet<string> Inline =
        ["a", "abbr", "b", "br", "button", "code", "em", "label", "option", "small", "span", "strong", "summary", "bdi", "wbr"];

    // A cell ends where the next one begins or the row ends: a page has tens of thousands.
    private static readonly HashSet<string> Cells = ["td", "th"];

    private readonly StringBuilder page = new();
    private readonly Stack<string> open = [];

    /// <summary>Opens an element; attributes whose value is null are left out.</summary>
    public HtmlWriter Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(element, attributes);
        open.Push(element);
        return this;
    }

    /// <summary>Closes the element opened last.</summary>
    public HtmlWriter Close()
    {
        var element = open.Pop();
        if (Cells.Contains(element))
        {
            return this;
        }

        // A row ends where the next one begins or its table ends.
        if (element == "tr")
        {
            return EndLine();
        }

        page.Append("</").Append(element).Append('>');
        return Inline.Contains(element) ? this : EndLine();
    }

    /// <summary>An element with a text, encoded.</summary>
    public HtmlWriter Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Text(text).Close();

    /// <summary>An element that has no content and no end tag.</summary>
    public HtmlWriter Void(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(element, attributes);
        return EndLine();
    }

    /// <summary>Text, encoded.</summary>
    public HtmlWriter Text(string text)
    {
        page.Append(Encode(text));
        return this;
    }

    /// <summary>What is HTML already.</summary>
    public HtmlWriter Raw(string html)
    {
        page.Append(html);
        return this;
    }

    public HtmlWriter EndLine()
    {
        page.Append('\n');
        return this;
    }

    /// <exception cref="InvalidOperationException">An element has been left open.</exception>
    public override string ToString() => open.Count == 0 ? page.ToString() : throw new InvalidOperationException($"<{open.Peek()}> is not closed");

    // The encoder writes line ends and tabs as numbers; as they are they are easier to read.
    private static string Encode(string text) =>
        Encoder.Encode(VisibleText.Of(text)).Replace("&#xA;", "\n").Replace("&#x9;", "\t").Replace("&#xD;", "").Replace("&#x2B;", "+").Replace("&#x27;", "'")
            .Replace("&#xA0;", "\u00A0");

    private void Tag(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        page.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                page.Append(' ').Append(name).Append("=\"").Append(Encode(value)).Append('"');
            }
        }

        page.Append('>');
    }
}

/// <summary>
/// Text of a description with every character visible. Control characters are not allowed in a page, and marks that turn the direction of writing could
/// make a text read as another: both are shown in place of being obeyed.
/// </summary>
public static class VisibleText
{
    private const char ControlPictures = '\u2400';
    private const char DeletePicture = '\u2421';

    public static string Of(string text)
    {
        if (text.All(IsPlain))
        {
            return text;
        }

        var visible = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                visible.Append(Rune.IsValid(char.ConvertToUtf32(text, i)) && (char.ConvertToUtf32(text, i) & 0xFFFE) != 0xFFFE ? text.AsSpan(i, 2) : "\uFFFD");
                i++;
            }
            else
            {
                Append(visible, text[i]);
            }
        }

        return visible.ToString();
    }

    private static void Append(StringBuilder visible, char character)
    {
        switch (character)
        {
            case var plain when IsPlain(plain):
                visible.Append(plain);
                break;
            case < ' ':
                visible.Append((char)(ControlPictures + character));
                break;
            case '\u007F':
                visible.Append(DeletePicture);
                break;
            case var format when char.GetUnicodeCategory(format) == UnicodeCategory.Format || char.IsControl(format):
                visible.Append(CultureInfo.InvariantCulture, $"[U+{(int)format:X4}]");
                break;
            default:
                visible.Append('\uFFFD');
                break;
        }
    }

    /// <summary>Soft hyphens and joiners are format characters too, but turn nothing round.</summary>
    private static bool IsPlain(char character) =>
        character is '\t' or '\n' or '\r' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060'
        || !(char.IsControl(character) || char.IsSurrogate(character) || character is >= '\uFDD0' and <= '\uFDEF' or >= '\uFFFE'
            || char.GetUnicodeCategory(character) == UnicodeCategory.Format);
}
