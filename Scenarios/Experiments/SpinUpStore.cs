using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Kernel;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// Spin-ups that are kept on disk between commands, so that whoever runs the same system again begins at the branch. A file is of one replication; its name
/// is a hash of all that its content depends on, so that none is ever out of date. What cannot be written or read is run.
/// </summary>
public sealed class SpinUpStore
{
    /// <summary>Where there is more, what was used longest ago goes [bytes].</summary>
    public const long MostBytes = 1L << 30;

    private const string Ending = ".spinup";

    /// <summary>The folder is looked through each time so many-th part of what it may hold has come.</summary>
    private const int LooksPerLimit = 20;

    private readonly string folder;
    private readonly long mostBytes;
    private readonly string fingerprint;
    private readonly TimeProvider clock;
    private readonly SpinUpStore? parent;
    private int found;

    /// <summary>Bytes kept since the folder was looked through, which is done once at first: of ten thousand replications not each need do it.</summary>
    private long unseen;

    private SpinUpStore(string folder, long mostBytes, string fingerprint, TimeProvider clock, SpinUpStore? parent) =>
        (this.folder, this.mostBytes, this.fingerprint, this.clock, this.parent, unseen) = (folder, mostBytes, fingerprint, clock, parent, mostBytes);

    /// <summary>Spin-ups that need not be run.</summary>
    public int Found => found;

    /// <summary>The spin-ups of a system; null where they cannot be kept.</summary>
    /// <param name="folder">Where they are; it is made if needed.</param>
    /// <param name="files">The system.</param>
    /// <param name="overrides">As the command line says.</param>
    /// <param name="clock">Says what was used when.</param>
    /// <param name="mostBytes">Where there is more, what was used longest ago goes.</param>
    public static SpinUpStore? Of(string folder, SystemFiles files, RunOverrides overrides, TimeProvider clock, long mostBytes = MostBytes) =>
        SystemFingerprint.Of(files, overrides) is { } hash ? new SpinUpStore(folder, mostBytes, hash, clock, null) : null;

    /// <summary>The same for a changed system.</summary>
    internal SpinUpStore? For(SystemFiles files, RunOverrides overrides) =>
        SystemFingerprint.Of(files, overrides) is { } hash ? new SpinUpStore(folder, mostBytes, hash, clock, this) : null;

    /// <summary>A spin-up and what it gave; null: it has to be run.</summary>
    internal (Replication State, ReplicationOutcome Outcome)? Find(ExperimentPlan plan, int number, RowPool pool) => Find(PathOf(plan, number), from =>
    {
        var outcome = new OutcomeCodec().Read(from, pool);
        return ((Replication State, ReplicationOutcome Outcome)?)(Replication.Load(plan.Baseline, plan.Seed, number, from), outcome);
    });

    /// <summary>The state at the branch alone, whether kept so or with what the spin-up gave; null: it has to be run.</summary>
    internal Replication? FindState(ExperimentPlan plan, int number) =>
        Find(PathOfState(plan, number), from => Replication.Load(plan.Baseline, plan.Seed, number, from)) ?? Find(plan, number, new RowPool())?.State;

    /// <summary>Keeps a spin-up, if that can be done.</summary>
    internal void Keep(ExperimentPlan plan, int number, Replication state, ReplicationOutcome outcome) => Keep(PathOf(plan, number), to =>
    {
        to.Write(new OutcomeCodec().Write(outcome));
        state.Save(to);
    });

    /// <summary>Keeps a state at the branch alone, if that can be done.</summary>
    internal void KeepState(ExperimentPlan plan, int number, Replication state) => Keep(PathOfState(plan, number), state.Save);

    private T? Find<T>(string path, Func<BinaryReader, T> read)
    {
        try
        {
            if (!File.Exists(path))
            {
                return default;
            }

            var bytes = File.ReadAllBytes(path);
            var body = bytes.AsSpan(Math.Min(bytes.Length, SHA256.HashSizeInBytes));
            if (!SHA256.HashData(body).AsSpan().SequenceEqual(bytes.AsSpan(0, bytes.Length - body.Length)))
            {
                File.Delete(path);
                return default;
            }

            using var unpacked = new MemoryStream();
            using (var packed = new BrotliStream(new MemoryStream(bytes, bytes.Length - body.Length, body.Length), CompressionMode.Decompress))
            {
                packed.CopyTo(unpacked);
            }

            unpacked.Position = 0;
            using var from = new BinaryReader(unpacked);
            var found = read(from);
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            CountFound();
            return found;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return default;
        }
    }

    private void Keep(string path, Action<BinaryWriter> write)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var to = new BinaryWriter(brotli))
        {
            write(to);
        }

        var beside = FormattableString.Invariant($"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}");
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write))
            {
                file.Write(SHA256.HashData(packed.GetBuffer().AsSpan(0, (int)packed.Length)));
                packed.WriteTo(file);
            }

            File.SetLastWriteTimeUtc(beside, clock.GetUtcNow().UtcDateTime);
            File.Move(beside, path, overwrite: true);
            if (Interlocked.Add(ref unseen, packed.Length) > mostBytes / LooksPerLimit)
            {
                Interlocked.Exchange(ref unseen, 0);
                MakeRoom();
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Remove(beside);
        }
    }

    /// <summary>What was used longest ago goes, and what a run that was killed has left.</summary>
    private void MakeRoom()
    {
        var all = new DirectoryInfo(folder).EnumerateFiles($"*{Ending}*").OrderByDescending(file => file.LastWriteTimeUtc).ToList();
        var bytes = 0L;
        foreach (var file in all)
        {
            bytes += file.Length;
            var isLeft = file.Extension != Ending && file.LastWriteTimeUtc < clock.GetUtcNow().UtcDateTime.AddHours(-1);
            if (bytes > mostBytes || isLeft)
            {
                Remove(file.FullName);
            }
        }
    }

    private void CountFound()
    {
        Interlocked.Increment(ref found);
        parent?.CountFound();
    }

    private string PathOf(ExperimentPlan plan, int number) => PathOf(FormattableString.Invariant(
        $"{fingerprint} {plan.Seed} {number} {plan.YearsBeforeBranch} {plan.Run.FirstDay} {plan.Run.Start} {plan.Run.Branch} {string.Join(' ', plan.SpinUpMeasures)}"));

    private string PathOfState(ExperimentPlan plan, int number) =>
        PathOf(FormattableString.Invariant($"state {fingerprint} {plan.Seed} {number} {plan.Run.FirstDay} {plan.Run.Start} {plan.Run.Branch}"));

    private string PathOf(string what) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what))) + Ending);

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Somebody else is at it.
        }
    }
}
