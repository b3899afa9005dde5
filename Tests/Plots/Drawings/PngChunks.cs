using System.Buffers.Binary;
using System.Text;
using FlowSim.Plots.Drawings;

namespace FlowSim.Tests.Plots.Drawings;

/// <summary>A chunk of a PNG: four letters and its data.</summary>
internal readonly record struct PngChunk(string Type, ReadOnlyMemory<byte> Data);

/// <summary>The chunks of a PNG file.</summary>
internal static class PngChunks
{
    private const int LengthBytes = 4;
    private const int TypeBytes = 4;
    private const int CrcBytes = 4;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>The chunks in order; null when the file is no PNG, damaged or cut off.</summary>
    public static List<PngChunk>? Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Signature))
        {
            return null;
        }

        var chunks = new List<PngChunk>();
        var at = Signature.Length;
        while (chunks.Count == 0 || chunks[^1].Type != "IEND")
        {
            if (file.Length - at < LengthBytes + TypeBytes + CrcBytes)
            {
                return null;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - LengthBytes - TypeBytes - CrcBytes)
            {
                return null;
            }

            var checkedPart = file.AsMemory(at + LengthBytes, TypeBytes + (int)length);
            at += LengthBytes + checkedPart.Length;
            if (BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at)) != Crc32.Of(checkedPart.Span))
            {
                return null;
            }

            at += CrcBytes;
            chunks.Add(new PngChunk(Encoding.ASCII.GetString(checkedPart.Span[..TypeBytes]), checkedPart[TypeBytes..]));
        }

        return chunks;
    }

    /// <summary>A file of these chunks.</summary>
    public static byte[] Write(IEnumerable<PngChunk> chunks)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> number = stackalloc byte[4];
        foreach (var chunk in chunks)
        {
            byte[] checkedPart = [.. Encoding.ASCII.GetBytes(chunk.Type), .. chunk.Data.Span];
            BinaryPrimitives.WriteInt32BigEndian(number, chunk.Data.Length);
            file.Write(number);
            file.Write(checkedPart);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(checkedPart));
            file.Write(number);
        }

        return file.ToArray();
    }
}
