using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Batches;

/// <summary>A ward with a spin-up, a scenario from the branch on, one from a later date, and a range to draw from.</summary>
internal sealed class BatchSystem : IDisposable
{
    private const string Ward = """
        system: ward
        run: { starts: 2015-04-01, branch: 2017-04-01, lasts: 1 y, begin: empty, replications: 3 }
        pools: { bed: { kind: beds, group: acute, capacity: 3 } }
        streams: { some: { to: ward, rate: 0.6 per d } }
        stages: { ward: { place: bed, clock: spell, time: exponential mean 4 d, then: leave } }
        timelines: { occupied_beds: { pools: bed, unit: beds } }
        measures: { stay: { clock: spell, mean: true, unit: d }, beds: { average: { occupied: bed }, unit: beds } }
        headline: [stay, beds]
        scenarios:
          now: { title: A bed more, changes: [ { add: pools.bed.capacity, by: 1, reason: opened } ] }
          later: { title: A bed more later, changes: [ { add: pools.bed.capacity, by: 1, from: 2017-10-01, reason: opened } ] }
          longer: { title: Longer stays, changes: [ { scale: stages.ward.time, by: { value: 1.1, range: 1 to 1.2 }, reason: slower } ] }
        """;

    private readonly TemporaryFolder folder = new();

    public BatchSystem() => File.WriteAllText(System, Ward);

    public string System => Path.Combine(folder.Path, "ward.yaml");

    public string Batch => Path.Combine(folder.Path, "batch");

    /// <summary>A path in the folder.</summary>
    public string this[string name] => Path.Combine(folder.Path, name);

    /// <summary>Words that say what is run.</summary>
    public string[] What(params string[] more) =>
        ["now", "later", "longer", "--system", System, .. more.Contains("--replications") ? Array.Empty<string>() : ["--replications", "3", "--draws", "6"], .. more];

    public TypedCommand Run(string shard, params string[] more) => TypedCommand.Run(["batch", "run", .. What(more), "--batch", Batch, "--shard", shard]);

    public TypedCommand RunAll(int shards)
    {
        for (var shard = 1; shard < shards; shard++)
        {
            Done(Run($"{shard}/{shards}"));
        }

        return Done(Run($"{shards}/{shards}"));
    }

    public TypedCommand Merge(string to = "merged") => TypedCommand.Run("batch", "merge", Batch, "--out", this[to]);

    /// <summary>The shard's file.</summary>
    public string FileOf(int shard, int shards) => Path.Combine(Batch, $"shard-{shard:00000}-of-{shards:00000}.bin");

    public void Dispose() => folder.Dispose();

    public static TypedCommand Done(TypedCommand typed)
    {
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        return typed;
    }

    /// <summary>Demands the same tables and drawings, byte for byte.</summary>
    public static void DemandSame(string one, string other)
    {
        string[] names = [.. Names(one)];
        Assert.That(Names(other), Is.EqualTo(names));
        foreach (var name in names.Where(name => Path.GetExtension(name) is ".csv" or ".svg" or ".html" || name == "system.json"))
        {
            Assert.That(Text(other, name), Is.EqualTo(Text(one, name)), name);
        }
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal);

    /// <summary>The page names the command line, which says where the system is and where the results go.</summary>
    private static string Text(string folder, string name) => File.ReadAllText(Path.Combine(folder, name))
        .Replace($" --out {folder}", "", StringComparison.Ordinal).Replace(Path.GetDirectoryName(folder)!, "", StringComparison.Ordinal);
}
