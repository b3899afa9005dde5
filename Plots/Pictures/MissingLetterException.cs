using System.Text;

namespace FlowSim.Plots.Pictures;

/// <summary>A drawing has a letter that the font of PNG and PDF has no glyph for; the message says which, where, and what to do.</summary>
public sealed class MissingLetterException : Exception
{
    internal MissingLetterException(Rune letter, string text)
        : base(FormattableString.Invariant(
            $"the font of PNG and PDF has Latin, Greek and Cyrillic letters, but no '{letter}' (U+{letter.Value:X4}), which stands in \"{text}\". Write the chart as SVG (--format svg), which is shown in the fonts of the reader's machine, or change the name in the system's files"))
    {
    }
}
