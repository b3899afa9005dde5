using System.Text;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Pictures;

/// <summary>A text as a picture shows it.</summary>
internal static class PictureText
{
    /// <summary>The text without what cannot be seen.</summary>
    /// <exception cref="MissingLetterException">The font has no glyph for a letter of it.</exception>
    public static string Of(string text, TextStyle style)
    {
        var visible = XmlText.Allowed(text);
        var face = Face.Of(style);
        foreach (var letter in visible.EnumerateRunes())
        {
            if (!face.Has(letter))
            {
                throw new MissingLetterException(letter, text);
            }
        }

        return visible;
    }
}
