using System.Buffers.Binary;
using System.IO.Compression;

namespace FlowSim.Tests.Plots.Drawings;

/// <summary>The pixels of a PNG of 8 bits a channel, without a palette and not interlaced, and the resolution it says it has.</summary>
internal sealed class PngImage
{
    private const int HeaderLength = 13;

    private readonly byte[] pixels;
    private readonly byte colourType;

    private PngImage(int width, int height, byte colourType, byte[] pixels, int? dotsPerMetre)
    {
        DotsPerMetre = dotsPerMetre;
        Width = width;
        Height = height;
        this.colourType = colourType;
        this.pixels = pixels;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Null where the file does not say.</summary>
    public int? DotsPerMetre { get; }

    private int Channels => ChannelsOf(colourType);

    private int RowLength => Width * Channels;

    /// <summary>The channels of one pixel.</summary>
    public ReadOnlySpan<byte> this[int x, int y] => pixels.AsSpan((y * RowLength) + (x * Channels), Channels);

    /// <summary>The image; null when the file is no PNG, damaged, or of another kind.</summary>
    public static PngImage? Decode(byte[] file)
    {
        if (PngChunks.Read(file) is not { } chunks || chunks[0] is not { Type: "IHDR", Data.Length: HeaderLength })
        {
            return null;
        }

        var header = chunks[0].Data.Span;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var (depth, colourType, interlace) = (header[8], header[9], header[12]);
        if (width <= 0 || height <= 0 || depth != 8 || ChannelsOf(colourType) == 0 || interlace != 0)
        {
            return null;
        }

        var pixels = Pixels(chunks, width * ChannelsOf(colourType), height, ChannelsOf(colourType));
        return pixels is null ? null : new PngImage(width, height, colourType, pixels, Density(chunks));
    }

    private static int? Density(List<PngChunk> chunks) =>
        chunks.Find(chunk => chunk.Type == "pHYs") is { Data: { Length: 9 } data } && data.Span[..4].SequenceEqual(data.Span[4..8]) && data.Span[8] == 1
            ? BinaryPrimitives.ReadInt32BigEndian(data.Span)
            : null;

    private static int ChannelsOf(byte colourType) => colourType switch
    {
        0 => 1,
        2 => 3,
        4 => 2,
        6 => 4,
        _ => 0,
    };

    private static byte[]? Pixels(List<PngChunk> chunks, int rowLength, int height, int channels)
    {
        using var compressed = new MemoryStream();
        chunks.FindAll(chunk => chunk.Type == "IDAT").ForEach(chunk => compressed.Write(chunk.Data.Span));
        compressed.Position = 0;
        var pixels = new byte[rowLength * height];
        var filter = new byte[1];
        try
        {
            using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
            for (var y = 0; y < height; y++)
            {
                zlib.ReadExactly(filter);
                var row = pixels.AsSpan(y * rowLength, rowLength);
                zlib.ReadExactly(row);
                if (!PngFilter.Undo(filter[0], row, y == 0 ? [] : pixels.AsSpan((y - 1) * rowLength, rowLength), channels))
                {
                    return null;
                }
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            return null;
        }

        return pixels;
    }
}
