using System.Buffers.Binary;
using System.IO.Compression;

namespace FlowSim.Plots.Pictures;

/// <summary>Writes a PNG of red, green and blue that says how large it is printed, so that a document takes it at its size.</summary>
internal static class PngFile
{
    private const double InchesPerMetre = 1000 / 25.4;
    private const byte UnitIsMetre = 1;
    private const byte BitsOfChannel = 8;
    private const byte RedGreenBlue = 2;
    private const byte UpFilter = 2;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <param name="width">[pixels].</param>
    /// <param name="height">[pixels].</param>
    /// <param name="dpi">[dots an inch].</param>
    /// <param name="rows">Three bytes a pixel; the memory of a row may be used again for the next.</param>
    public static byte[] Write(int width, int height, int dpi, IEnumerable<ReadOnlyMemory<byte>> rows)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = [0, 0, 0, 0, 0, 0, 0, 0, BitsOfChannel, RedGreenBlue, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        Chunk(file, "IHDR"u8, header);
        Span<byte> density = [0, 0, 0, 0, 0, 0, 0, 0, UnitIsMetre];
        BinaryPrimitives.WriteInt32BigEndian(density, (int)Math.Round(dpi * InchesPerMetre));
        density[..4].CopyTo(density[4..]);
        Chunk(file, "pHYs"u8, density);
        Chunk(file, "IDAT"u8, Compressed(3 * width, rows));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    // Each row as its difference from the one above, which in a drawing is mostly nothing.
    private static ReadOnlySpan<byte> Compressed(int length, IEnumerable<ReadOnlyMemory<byte>> rows)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true))
        {
            var (above, filtered) = (new byte[length], new byte[1 + length]);
            filtered[0] = UpFilter;
            foreach (var row in rows)
            {
                for (var i = 0; i < length; i++)
                {
                    filtered[i + 1] = (byte)(row.Span[i] - above[i]);
                }

                zlib.Write(filtered);
                row.Span.CopyTo(above);
            }
        }

        return output.GetBuffer().AsSpan(0, (int)output.Length);
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        var length = type.Length + data.Length;
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(file.GetBuffer().AsSpan((int)file.Length - length, length)));
        file.Write(number);
    }
}
