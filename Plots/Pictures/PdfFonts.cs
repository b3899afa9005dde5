using FlowSim.Plots.Svg;
using SkiaSharp;

namespace FlowSim.Plots.Pictures;

/// <summary>The two weights of the font with the letters that one drawing needs.</summary>
internal sealed class PdfFonts : IDisposable
{
    private readonly Dictionary<bool, SKTypeface> typefaces;

    public PdfFonts(Drawing drawing) => typefaces = drawing.Texts.GroupBy(text => text.Style.Bold).ToDictionary(texts => texts.Key, Part);

    public SKFont Of(TextStyle style) => Face.Font(typefaces[style.Bold], style.Size);

    public void Dispose()
    {
        foreach (var typeface in typefaces.Values)
        {
            typeface.Dispose();
        }
    }

    private static SKTypeface Part(IEnumerable<TextBox> texts) =>
        Face.Of(texts.First().Style).Part(texts.SelectMany(text => PictureText.Of(text.Text, text.Style).EnumerateRunes()));
}
