using System.IO.Compression;
using System.Text.Json;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Batches;

/// <summary>Reads files of shards.</summary>
internal static class ShardReader
{
    /// <summary>What a finished file says of itself.</summary>
    /// <exception cref="BatchException">It is no such file, or it is damaged.</exception>
    public static ShardHeader Check(string path)
    {
        using var file = File.OpenRead(path);
        return Header(file, path);
    }

    /// <summary>Every part of a finished file, each as soon as it is read.</summary>
    /// <exception cref="BatchException">It is damaged.</exception>
    public static IEnumerable<(BatchPart Part, ReplicationOutcome Outcome)> Parts(string path, RowPool pool)
    {
        using var file = File.OpenRead(path);
        Header(file, path);
        var codec = new PartCodec();
        while (true)
        {
            switch (ShardBlock.Read(file))
            {
                case { Kind: ShardBlock.PartKind } block:
                    yield return codec.Read(Unpacked(block.Bytes), pool);
                    break;
                case { Kind: ShardBlock.EndKind } when file.Position == file.Length:
                    yield break;
                default:
                    throw Damaged(path);
            }
        }
    }

    /// <summary>What an open file says of itself; null where it does not come so far.</summary>
    public static ShardHeader? ReadHeader(Stream file) =>
        ShardBlock.ReadMagic(file) && ShardBlock.Read(file) is { Kind: ShardBlock.HeaderKind } block
            ? JsonSerializer.Deserialize<ShardHeader>(block.Bytes, ResultJson.Options)
            : null;

    public static byte[] Unpacked(byte[] bytes)
    {
        using var zip = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var all = new MemoryStream();
        zip.CopyTo(all);
        return all.ToArray();
    }

    private static ShardHeader Header(Stream file, string path) => ReadHeader(file) ?? throw Damaged(path);

    private static BatchException Damaged(string path) =>
        new($"{path} is damaged or cut off: expected the file of a shard as 'flowsim batch run' ends it. Remove it and run the shard again");
}
