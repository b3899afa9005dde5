using System.Buffers.Binary;

namespace FlowSim.Plots.Raster;

/// <summary>Says in a PNG how large it is printed, so that a document takes it at its size.</summary>
internal static class PngResolution
{
    private const string Chunk = "pHYs";
    private const double InchesPerMetre = 1000 / 25.4;
    private const byte UnitIsMetre = 1;

    /// <summary>The file with a resolution, in place of one it may have.</summary>
    /// <param name="png">A PNG.</param>
    /// <param name="dpi">[dots an inch].</param>
    public static byte[] Set(byte[] png, int dpi)
    {
        var data = new byte[9];
        var dotsPerMetre = (int)Math.Round(dpi * InchesPerMetre);
        BinaryPrimitives.WriteInt32BigEndian(data, dotsPerMetre);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), dotsPerMetre);
        data[8] = UnitIsMetre;
        var chunks = PngChunks.Read(png)!;
        return PngChunks.Write([chunks[0], new PngChunk(Chunk, data), .. chunks.Skip(1).Where(chunk => chunk.Type != Chunk)]);
    }

    /// <summary>The resolution a PNG says it has [dots an inch]; null when it says nothing.</summary>
    public static int? Of(byte[] png)
    {
        var chunk = PngChunks.Read(png)?.Find(chunk => chunk.Type == Chunk);
        return chunk is { Data.Length: 9 } found ? (int)Math.Round(BinaryPrimitives.ReadInt32BigEndian(found.Data.Span) / InchesPerMetre) : null;
    }
}
