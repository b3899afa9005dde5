using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace FlowSim.Tests.Browser;

/// <summary>As much of a PNG file as a test wants to know.</summary>
internal sealed class PngFile
{
    private const int ChunkOverhead = 12;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly byte[] rows;

    public PngFile(byte[] file)
    {
        Assert.That(file.Take(Signature.Length), Is.EqualTo(Signature));
        Width = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16));
        Height = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20));
        using var packed = new MemoryStream();
        for (var at = Signature.Length; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (Encoding.ASCII.GetString(file, at + 4, 4) == "IDAT")
            {
                packed.Write(file, at + 8, length);
            }

            at += length + ChunkOverhead;
        }

        packed.Position = 0;
        using var unpacked = new MemoryStream();
        using (var inflater = new ZLibStream(packed, CompressionMode.Decompress))
        {
            inflater.CopyTo(unpacked);
        }

        rows = unpacked.ToArray();
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>
    /// Rows that are more than one colour throughout: whatever the filter, a plain row has at most five different bytes (its filter, one pixel, 0).
    /// </summary>
    public int RowsWithDetail => rows.Chunk(rows.Length / Height).Count(row => row.Distinct().Count() > 6);
}
