using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Batches;

/// <summary>The finished shards of a batch.</summary>
public sealed class BatchFolder
{
    internal const string Ending = ".bin";

    private const int MostNamed = 5;

    private readonly IReadOnlyList<string> files;

    private BatchFolder(IReadOnlyList<string> files, ShardHeader header)
    {
        this.files = files;
        Header = header;
    }

    /// <summary>What the shards have in common.</summary>
    public ShardHeader Header { get; }

    /// <summary>The shards of a folder, each of them once.</summary>
    /// <exception cref="BatchException">Some are missing, not finished, damaged, there twice, or of another batch.</exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static BatchFolder Open(string folder)
    {
        string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal)] : [];
        if (files.Length == 0)
        {
            throw new BatchException($"{folder}: expected the files of shards that 'flowsim batch run' has written, found none{Unfinished(folder)}");
        }

        var headers = files.Select(ShardReader.Check).ToList();
        for (var index = 1; index < files.Length; index++)
        {
            if (headers[0].Differs(headers[index]) is { } difference)
            {
                throw new BatchException($"{files[index]} is of another batch than {files[0]}: {difference}. Move one of them elsewhere");
            }
        }

        if (headers.Zip(files).GroupBy(pair => pair.First.Number).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new BatchException(
                FormattableString.Invariant($"shard {twice.Key}/{headers[0].Count} is there twice: {string.Join(" and ", twice.Select(pair => pair.Second))}. Remove one of them"));
        }

        var missing = Enumerable.Range(1, headers[0].Count).Except(headers.Select(header => header.Number)).ToList();
        if (missing.Count > 0)
        {
            var named = string.Join(", ", missing.Take(MostNamed)) + (missing.Count > MostNamed ? ", …" : "");
            throw new BatchException(
                FormattableString.Invariant($"{folder}: {missing.Count} of {headers[0].Count} shards are missing ({named}){Unfinished(folder)}. Run them: 'flowsim batch run --shard {missing[0]}/{headers[0].Count} …'"));
        }

        return new BatchFolder(files, headers[0]);
    }

    /// <summary>What the batch gave: as if one machine had run all of it.</summary>
    /// <param name="plan">What was run.</param>
    /// <param name="facts">The same in words: see <see cref="BatchFacts"/>.</param>
    /// <exception cref="BatchException">The shards are of something else, or damaged.</exception>
    public ExperimentResult Merge(ExperimentPlan plan, IReadOnlyDictionary<string, string> facts)
    {
        if (Header.Differs(Header with { Facts = facts }) is { } difference)
        {
            throw new BatchException($"the shards were run with something else than stands here now: {difference}. Merge with the same program and the same files");
        }

        var pool = new RowPool(plan.KeepsBases);
        var merged = new MergedOutcomes(plan);
        foreach (var file in files)
        {
            foreach (var (part, outcome) in ShardReader.Parts(file, pool))
            {
                merged.Add(part, outcome);
            }
        }

        return ExperimentRunner.Of(plan, merged.All());
    }

    private static string Unfinished(string folder)
    {
        var count = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + Ending + ShardFile.Begun).Count() : 0;
        return count == 0 ? "" : FormattableString.Invariant($"; {count} are begun and not finished");
    }
}
