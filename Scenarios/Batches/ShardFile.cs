using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Batches;

/// <summary>
/// The file of a shard while it is run: each part that is finished is added at the end, with its length and its SHA-256, and is on the disk before the next
/// is begun. Whoever is stopped at any moment, by kill −9 or a full disk, has lost the part that was being run and nothing else: the next run goes on behind
/// the last whole part. When all are there the file takes its final name.
/// </summary>
public sealed class ShardFile : IDisposable
{
    /// <summary>Behind the final name while the shard is not finished.</summary>
    internal const string Begun = ".begun";

    private readonly Lock writing = new();
    private readonly FileStream file;
    private readonly string final;
    private readonly PartCodec codec = new();
    private readonly HashSet<BatchPart> done = [];
    private bool damaged;

    private ShardFile(FileStream file, string final)
    {
        this.file = file;
        this.final = final;
    }

    /// <summary>Parts that were there already.</summary>
    internal IReadOnlySet<BatchPart> Done => done;

    /// <summary>Begins a shard, or goes on with it; null: it is finished.</summary>
    /// <param name="folder">The batch's; it is made if needed.</param>
    /// <param name="header">What the file says of itself.</param>
    /// <exception cref="BatchException">Another process runs it, or what is there is of another batch.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static ShardFile? Open(string folder, ShardHeader header)
    {
        Directory.CreateDirectory(folder);
        var final = Path.Combine(folder, header.Shard.FileName);
        var shard = new ShardFile(Take(final + Begun, header), final);
        try
        {
            if (File.Exists(final))
            {
                DemandSame(final, ShardReader.Check(final), header);
                shard.Discard();
                return null;
            }

            shard.GoOn(header);
            return shard;
        }
        catch
        {
            shard.Dispose();
            throw;
        }
    }

    /// <summary>Adds a part that is finished; several threads may.</summary>
    /// <exception cref="IOException">It cannot be written; what was there before is as it was.</exception>
    internal void Add(BatchPart part, ReplicationOutcome outcome)
    {
        lock (writing)
        {
            if (damaged)
            {
                throw new IOException($"{file.Name}: cannot be written to the end");
            }

            // Names of a part that is not there in the end would be missed by the next.
            damaged = true;
            ShardBlock.Write(file, ShardBlock.PartKind, Compressed(codec.Write(part, outcome)));
            damaged = false;
        }
    }

    /// <summary>All parts are there: the file takes its final name.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    public void Finish()
    {
        ShardBlock.Write(file, ShardBlock.EndKind, []);
        file.Dispose();
        File.Move(file.Name, final, overwrite: true);
    }

    public void Dispose() => file.Dispose();

    private static byte[] Compressed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static FileStream Take(string path, ShardHeader header)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (File.Exists(path) && failure is not FileNotFoundException and not DirectoryNotFoundException)
        {
            throw new BatchException($"shard {header.Shard} is being run by another process ({path}): {failure.Message}", failure);
        }
    }

    private static void DemandSame(string path, ShardHeader there, ShardHeader wanted)
    {
        if (wanted.Differs(there) is { } difference)
        {
            throw new BatchException($"{path} is of another batch: {difference}. Name another folder with --batch, or remove it");
        }
    }

    /// <summary>Reads what is there as far as it is whole, and goes on behind it.</summary>
    private void GoOn(ShardHeader header)
    {
        if (ShardReader.ReadHeader(file) is not { } there)
        {
            file.SetLength(0);
            ShardBlock.WriteMagic(file);
            ShardBlock.Write(file, ShardBlock.HeaderKind, JsonSerializer.SerializeToUtf8Bytes(header, ResultJson.Options));
            return;
        }

        DemandSame(file.Name, there, header);
        var whole = file.Position;
        while (ShardBlock.Read(file) is { Kind: ShardBlock.PartKind } block)
        {
            done.Add(codec.Read(ShardReader.Unpacked(block.Bytes), pool: null).Part);
            whole = file.Position;
        }

        file.SetLength(whole);
        file.Position = whole;
    }

    /// <summary>Removes the file that was opened beside a finished one.</summary>
    private void Discard()
    {
        file.Dispose();
        File.Delete(file.Name);
    }
}
