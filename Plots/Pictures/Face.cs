using System.Collections.Concurrent;
using System.Text;
using FlowSim.Plots.Svg;
using SkiaSharp;

namespace FlowSim.Plots.Pictures;

/// <summary>
/// One weight of the font. Widths come from its file, outlines are taken at the size it was drawn at, without hinting, and scaled: so they are the same on
/// every machine, and no text engine of the machine takes part.
/// </summary>
internal sealed class Face
{
    private static readonly Lazy<Face> Regular = new(() => new Face("Inter-Regular.ttf"));
    private static readonly Lazy<Face> Bold = new(() => new Face("Inter-Bold.ttf"));

    private readonly FontTables tables;
    private readonly SKTypeface typeface;
    private readonly SKFont drawn;
    private readonly ConcurrentDictionary<Rune, Glyph> glyphs = new();

    private Face(string file)
    {
        var bytes = EmbeddedFont.Read(file);
        tables = new FontTables(bytes);
        typeface = Typeface(bytes) ?? throw new InvalidDataException($"{file} is no font");
        drawn = Font(typeface, tables.UnitsPerEm);
    }

    public static Face Of(TextStyle style) => (style.Bold ? Bold : Regular).Value;

    /// <summary>A font as the file has it: letters are neither moved nor bent to fit pixels.</summary>
    public static SKFont Font(SKTypeface typeface, double size) =>
        new(typeface, (float)size) { Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true, Edging = SKFontEdging.Antialias };

    /// <summary>True when the font has a glyph for a letter.</summary>
    public bool Has(Rune letter) => Of(letter).Number != 0;

    /// <summary>Width of a line of text at a size, in the unit of <paramref name="size"/>.</summary>
    public double Width(string text, double size) => text.EnumerateRunes().Sum(letter => Of(letter).Width) * size / tables.UnitsPerEm;

    /// <summary>The outline of a line of text that begins at a point.</summary>
    public SKPath Outline(string text, double size, double x, double y)
    {
        var scale = size / tables.UnitsPerEm;
        var outline = new SKPath { FillType = SKPathFillType.Winding };
        foreach (var letter in text.EnumerateRunes())
        {
            var glyph = Of(letter);
            if (glyph.Outline is { } path)
            {
                outline.AddPath(path, SKMatrix.CreateScaleTranslation((float)scale, (float)scale, (float)x, (float)y));
            }

            x += glyph.Width * scale;
        }

        return outline;
    }

    /// <summary>The same with the glyphs of some letters only.</summary>
    public SKTypeface Part(IEnumerable<Rune> letters) =>
        Typeface(FontSubset.Of(tables, letters.Select(letter => (letter.Value, Of(letter).Number)))) ?? throw new InvalidDataException("a part of the font is no font");

    private static SKTypeface? Typeface(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        return SKTypeface.FromData(data);
    }

    private Glyph Of(Rune letter) => glyphs.GetOrAdd(letter, known =>
    {
        var glyph = typeface.GetGlyph(known.Value);
        var outline = drawn.GetGlyphPath(glyph);

        // A path works out its bounds when first asked: before several threads have it.
        _ = outline?.Bounds;
        return new Glyph(glyph, tables.Width(glyph), outline);
    });

    /// <summary>Number in the font, width and outline in the units of the font.</summary>
    private readonly record struct Glyph(ushort Number, int Width, SKPath? Outline);
}
