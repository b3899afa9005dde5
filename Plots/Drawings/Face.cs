using System.Collections.Concurrent;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using SkiaSharp;

namespace FlowSim.Plots.Drawings;

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

/// <summary>
/// The font files that come along. The package that holds them keeps them in a resource of its assembly, a copy of which is a resource of ours: it is read as
/// a file and never loaded.
/// </summary>
internal static class EmbeddedFont
{
    private const string Copy = "inter.dll";
    private const string Resource = "!AvaloniaResources";
    private const string Folder = "/Assets/";
    private const int Version = 2;

    /// <summary>The bytes of a font file, such as <c>Inter-Bold.ttf</c>.</summary>
    public static byte[] Read(string file)
    {
        using var assembly = new PEReader(typeof(EmbeddedFont).Assembly.GetManifestResourceStream(Copy)!);
        var metadata = assembly.GetMetadataReader();
        var resource = metadata.ManifestResources.Select(metadata.GetManifestResource).Single(found => metadata.GetString(found.Name) == Resource);
        var reader = assembly.GetSectionData(assembly.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress).GetReader();
        reader.Offset = (int)resource.Offset;
        return Find(reader.ReadBytes(reader.ReadInt32()), Folder + file);
    }

    /// <summary>
    /// One of the files within the resource, which is: length of the index, version, number of files; of each its path, position and length; then the files.
    /// </summary>
    private static byte[] Find(byte[] resource, string path)
    {
        using var reader = new BinaryReader(new MemoryStream(resource));
        var start = reader.ReadInt32() + sizeof(int);
        if (reader.ReadInt32() != Version)
        {
            throw new InvalidDataException("the resource with the font has another form than is read here");
        }

        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (name, at, length) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
            if (name == path)
            {
                return resource[(start + at)..(start + at + length)];
            }
        }

        throw new InvalidDataException($"the resource has no font file {path}");
    }
}

/// <summary>A drawing has a letter that the font of PNG and PDF has no glyph for; the message says which, where, and what to do.</summary>
public sealed class MissingLetterException : Exception
{
    internal MissingLetterException(Rune letter, string text)
        : base(FormattableString.Invariant(
            $"the font of PNG and PDF has Latin, Greek and Cyrillic letters, but no '{letter}' (U+{letter.Value:X4}), which stands in \"{text}\". Write the chart as SVG (--format svg), which is shown in the fonts of the reader's machine, or change the name in the system's files"))
    {
    }
}

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
