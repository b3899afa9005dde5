using System.Buffers.Binary;
using System.Security.Cryptography;

namespace FlowSim.Scenarios.Batches;

/// <summary>A block of a shard's file: kind, length, bytes, and the SHA-256 of these three.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Bytes">The content.</param>
internal sealed record ShardBlock(byte Kind, byte[] Bytes)
{
    public const byte HeaderKind = 1;
    public const byte PartKind = 2;
    public const byte EndKind = 3;

    private const int Prefix = 1 + sizeof(int);

    private static ReadOnlySpan<byte> Magic => "flowsim shard 2\n"u8;

    public static void WriteMagic(Stream to) => to.Write(Magic);

    public static bool ReadMagic(Stream from)
    {
        Span<byte> there = stackalloc byte[Magic.Length];
        return from.ReadAtLeast(there, there.Length, throwOnEndOfStream: false) == there.Length && there.SequenceEqual(Magic);
    }

    /// <summary>Writes a block, which is on the disk then.</summary>
    public static void Write(FileStream to, byte kind, byte[] bytes)
    {
        var block = new byte[Prefix + bytes.Length + SHA256.HashSizeInBytes];
        block[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(1), bytes.Length);
        bytes.CopyTo(block, Prefix);
        SHA256.HashData(block.AsSpan(0, Prefix + bytes.Length), block.AsSpan(Prefix + bytes.Length));
        to.Write(block);
        to.Flush(flushToDisk: true);
    }

    /// <summary>The next block; null where there is none that is whole.</summary>
    public static ShardBlock? Read(Stream from)
    {
        Span<byte> prefix = stackalloc byte[Prefix];
        if (from.ReadAtLeast(prefix, Prefix, throwOnEndOfStream: false) < Prefix)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(prefix[1..]);
        if (length < 0 || length > from.Length - from.Position - SHA256.HashSizeInBytes)
        {
            return null;
        }

        var all = new byte[Prefix + length];
        prefix.CopyTo(all);
        from.ReadExactly(all, Prefix, length);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        from.ReadExactly(hash);
        return SHA256.HashData(all).AsSpan().SequenceEqual(hash) ? new ShardBlock(prefix[0], all[Prefix..]) : null;
    }
}
