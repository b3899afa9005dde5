using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace FlowSim.Plots.Drawings;

/// <summary>Drawings as PNG. The same drawing gives the same bytes each time: nothing of the machine takes part, its fonts no more than its programs.</summary>
public static class PngPicture
{
    /// <summary>Resolution that print asks for [dots an inch].</summary>
    public const int DefaultDpi = 300;

    /// <summary>At less, letters of a chart cannot be read [dots an inch].</summary>
    public const int LowestDpi = 30;

    /// <summary>More is finer than any printer, and a page of it does not fit the memory of a picture [dots an inch].</summary>
    public const int HighestDpi = 1200;

    private const double PointsPerInch = 72;

    /// <summary>The bytes of a PNG that is printed in the size of the drawing.</summary>
    /// <param name="drawing">What it shows.</param>
    /// <param name="dpi">Resolution, from <see cref="LowestDpi"/> to <see cref="HighestDpi"/> [dots an inch].</param>
    /// <exception cref="MissingLetterException">The font has no glyph for a letter of it.</exception>
    public static byte[] Of(Drawing drawing, int dpi = DefaultDpi)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dpi, LowestDpi);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dpi, HighestDpi);
        var scale = dpi / PointsPerInch;
        using var bitmap = new SKBitmap(Pixels(drawing.Width * scale), Pixels(drawing.Height * scale), SKImageInfo.PlatformColorType, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale((float)scale);
            drawing.DrawOn(new SkiaCanvas(canvas));
        }

        return PngFile.Write(bitmap.Width, bitmap.Height, dpi, Rows(bitmap));
    }

    private static int Pixels(double length) => Math.Max(1, (int)Math.Round(length));

    /// <summary>Red, green and blue of each row.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Rows(SKBitmap bitmap)
    {
        var (red, blue) = bitmap.ColorType == SKColorType.Bgra8888 ? (2, 0) : (0, 2);
        var row = new byte[3 * bitmap.Width];
        for (var y = 0; y < bitmap.Height; y++)
        {
            Copy(bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, 4 * bitmap.Width), row, red, blue);
            yield return row;
        }
    }

    private static void Copy(ReadOnlySpan<byte> pixels, byte[] row, int red, int blue)
    {
        for (var (from, to) = (0, 0); to < row.Length; (from, to) = (from + 4, to + 3))
        {
            row[to] = pixels[from + red];
            row[to + 1] = pixels[from + 1];
            row[to + 2] = pixels[from + blue];
        }
    }
}

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

/// <summary>The check sum of PNG chunks (PNG specification, third edition, annex D; ISO 3309).</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint Entry(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : Polynomial ^ (crc >> 1);
        }

        return crc;
    }
}
