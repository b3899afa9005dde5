using System.Globalization;
using FlowSim.Benchmarks.Harness;

namespace FlowSim.Benchmarks.Merging;

/// <summary>Words after <c>merge</c>.</summary>
/// <param name="Program">FlowSim: <c>flowsim</c>, or the <c>.dll</c>.</param>
/// <param name="Replications">Replications in all.</param>
/// <param name="Shards">Files that are merged.</param>
/// <param name="Keep">The folder that takes all of it and stays; null: one of its own, which goes.</param>
internal sealed record MergeOptions(string Program, int Replications, int Shards, string? Keep)
{
    private const string Usage = "expected merge --program FLOWSIM [--replications N] [--shards N] [--keep DIR]";

    /// <exception cref="LimitException">They say something else.</exception>
    public static MergeOptions Of(IReadOnlyList<string> words)
    {
        var options = new MergeOptions("", 10_000, 20, null);
        for (var at = 1; at < words.Count; at += 2)
        {
            var value = at + 1 < words.Count ? words[at + 1] : throw new LimitException(Usage);
            options = words[at] switch
            {
                "--program" => options with { Program = value },
                "--replications" => options with { Replications = Number(value) },
                "--shards" => options with { Shards = Number(value) },
                "--keep" => options with { Keep = value },
                _ => throw new LimitException($"{Usage}, received {words[at]}"),
            };
        }

        return options.Program.Length > 0 ? options : throw new LimitException(Usage);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new LimitException($"expected a whole number above 0, received {text}");
}
