using System.Globalization;
using System.Text;

namespace FlowSim.Plots.Report.Html;

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
