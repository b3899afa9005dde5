using System.Buffers.Binary;
using System.Text;

namespace FlowSim.Plots.Drawings;

/// <summary>
/// A font file with the shapes of some letters only. A PDF carries its fonts, and what draws it would put in the whole of them: 150 KB each, where the
/// letters of a chart need ten.
/// </summary>
internal static class FontSubset
{
    private const int PostHeader = 32;

    // Flags of a glyph that is made of others (OpenType specification, table glyf).
    private const int WordArguments = 0x1;
    private const int OneScale = 0x8;
    private const int MoreComponents = 0x20;
    private const int TwoScales = 0x40;
    private const int FourScales = 0x80;

    /// <param name="font">The whole font.</param>
    /// <param name="letters">Code of each letter and its glyph.</param>
    public static byte[] Of(FontTables font, IEnumerable<(int Code, ushort Glyph)> letters)
    {
        var sorted = letters.Distinct().OrderBy(letter => letter.Code).ToList();
        var (places, shapes) = Shapes(font, Closure(font, sorted.Select(letter => letter.Glyph)));

        // Without the names of glyphs, which is the third form of this table.
        var post = font["post"][..PostHeader].ToArray();
        BinaryPrimitives.WriteInt32BigEndian(post, 0x00030000);
        return Write([
            ("OS/2", font["OS/2"].ToArray()), ("cmap", Codes(sorted)), ("glyf", shapes), ("head", font["head"].ToArray()), ("hhea", font["hhea"].ToArray()),
            ("hmtx", font["hmtx"].ToArray()), ("loca", places), ("maxp", font["maxp"].ToArray()), ("name", font["name"].ToArray()), ("post", post),
        ]);
    }

    /// <summary>The glyphs, the box for what is missing, and those that they are made of.</summary>
    private static HashSet<ushort> Closure(FontTables font, IEnumerable<ushort> glyphs)
    {
        var all = new HashSet<ushort>();
        var open = new Stack<ushort>(glyphs.Append((ushort)0));
        while (open.TryPop(out var glyph))
        {
            if (all.Add(glyph))
            {
                Components(font.Shape(glyph)).ForEach(open.Push);
            }
        }

        return all;
    }

    private static List<ushort> Components(ReadOnlySpan<byte> shape)
    {
        var found = new List<ushort>();
        if (shape.IsEmpty || BinaryPrimitives.ReadInt16BigEndian(shape) >= 0)
        {
            return found;
        }

        for (var (at, flags) = (10, MoreComponents); (flags & MoreComponents) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(shape[at..]);
            found.Add(BinaryPrimitives.ReadUInt16BigEndian(shape[(at + 2)..]));
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2)
                + ((flags & OneScale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & FourScales) != 0 ? 8 : 0);
        }

        return found;
    }

    /// <summary>Where each shape begins, and the shapes: glyphs keep their numbers, and those left out have no length.</summary>
    private static (byte[] Places, byte[] Shapes) Shapes(FontTables font, HashSet<ushort> kept)
    {
        var places = new byte[4 * (font.Glyphs + 1)];
        using var shapes = new MemoryStream();
        for (var glyph = 0; glyph < font.Glyphs; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(4 * glyph), (int)shapes.Length);
            if (kept.Contains((ushort)glyph))
            {
                shapes.Write(font.Shape((ushort)glyph));
                shapes.Write(new byte[Padding((int)shapes.Length)]);
            }
        }

        BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(4 * font.Glyphs), (int)shapes.Length);
        return (places, shapes.ToArray());
    }

    /// <summary>Which glyph a letter has: one table, of the twelfth form, a group for each letter.</summary>
    private static byte[] Codes(List<(int Code, ushort Glyph)> letters) => Numbers([
        0x0000_0001, 0x0003_000A, 12, 0x000C_0000, 16 + (12 * letters.Count), 0, letters.Count,
        .. letters.SelectMany(letter => new[] { letter.Code, letter.Code, letter.Glyph }),
    ]);

    private static byte[] Write(List<(string Tag, byte[] Data)> tables)
    {
        using var file = new MemoryStream();
        var power = (int)Math.Log2(tables.Count);
        file.Write(Numbers([0x0001_0000, (tables.Count << 16) | (16 << power), (power << 16) | ((tables.Count - (1 << power)) * 16)]));
        var at = 12 + (16 * tables.Count);
        foreach (var (tag, data) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(tag));
            file.Write(Numbers([(int)Sum(data), at, data.Length]));
            at += data.Length + Padding(data.Length);
        }

        tables.ForEach(table => file.Write([.. table.Data, .. new byte[Padding(table.Data.Length)]]));
        return file.ToArray();
    }

    private static uint Sum(byte[] data)
    {
        byte[] whole = [.. data, .. new byte[Padding(data.Length)]];
        var sum = 0u;
        for (var i = 0; i < whole.Length; i += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(whole.AsSpan(i));
        }

        return sum;
    }

    private static int Padding(int length) => (4 - (length % 4)) % 4;

    private static byte[] Numbers(IReadOnlyList<int> numbers)
    {
        var bytes = new byte[4 * numbers.Count];
        for (var i = 0; i < numbers.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), numbers[i]);
        }

        return bytes;
    }
}

/// <summary>The tables of a TrueType font (OpenType specification, 1.9), of which the widths and the outlines of glyphs are read.</summary>
internal sealed class FontTables
{
    private const int HeaderLength = 12;
    private const int EntryLength = 16;
    private const int TagLength = 4;

    private readonly byte[] file;
    private readonly Dictionary<string, Range> tables = new(StringComparer.Ordinal);

    public FontTables(byte[] file)
    {
        this.file = file;
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(TagLength)); i++)
        {
            var entry = file.AsSpan(HeaderLength + (i * EntryLength), EntryLength);
            var (start, length) = (BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
            tables.Add(Encoding.ASCII.GetString(entry[..TagLength]), start..(start + length));
        }
    }

    /// <summary>Side of the square that letters are drawn in, which is the font size [units].</summary>
    public int UnitsPerEm => BinaryPrimitives.ReadUInt16BigEndian(this["head"][18..]);

    public int Glyphs => BinaryPrimitives.ReadUInt16BigEndian(this["maxp"][4..]);

    public ReadOnlySpan<byte> this[string tag] => file.AsSpan(tables[tag]);

    /// <summary>How far the next letter is from the beginning of this one [units].</summary>
    public int Width(ushort glyph)
    {
        // The last width holds for all glyphs after it.
        var last = BinaryPrimitives.ReadUInt16BigEndian(this["hhea"][34..]) - 1;
        return BinaryPrimitives.ReadUInt16BigEndian(this["hmtx"][(4 * Math.Min(glyph, last))..]);
    }

    /// <summary>What the font says of the shape of a glyph; empty for a blank.</summary>
    public ReadOnlySpan<byte> Shape(ushort glyph)
    {
        var places = this["loca"][(4 * glyph)..];
        return this["glyf"][BinaryPrimitives.ReadInt32BigEndian(places)..BinaryPrimitives.ReadInt32BigEndian(places[4..])];
    }
}
