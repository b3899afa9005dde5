using System.Buffers.Binary;
using System.Text;

namespace FlowSim.Plots.Pictures;

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
