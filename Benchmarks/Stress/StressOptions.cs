using System.Globalization;
using FlowSim.Benchmarks.Harness;

namespace FlowSim.Benchmarks.Stress;

/// <summary>What was asked for after <c>stress</c>.</summary>
internal sealed record StressOptions
{
    public const string Usage =
        """
        stress [--runs N] [--threads N,N,…] [--replications N] [--days N] [--spin-up DAYS] [--scenarios N] [--seed N]
          --runs N          runs with each number of threads (100)
          --threads N,N,…   numbers of threads, each compared with 1 (2,4)
          --replications N  of each run (4)
          --days N          reported (10)
          --spin-up DAYS    before the scenarios branch (10); 0: as the library has it, four years
          --scenarios N     of the library's, besides the baseline (1)
          --seed N          (7)
        """;

    public int Runs { get; private init; } = 100;

    public IReadOnlyList<int> Threads { get; private init; } = [2, 4];

    public int Replications { get; private init; } = 4;

    /// <summary>Reported [d].</summary>
    public int Days { get; private init; } = 10;

    /// <summary>Before the scenarios branch [d]; 0: as the library has it.</summary>
    public int SpinUp { get; private init; } = 10;

    public int Scenarios { get; private init; } = 1;

    public int Seed { get; private init; } = 7;

    /// <exception cref="LimitException">A word is not known.</exception>
    public static StressOptions Of(IReadOnlyList<string> words)
    {
        var options = new StressOptions();
        for (var at = 0; at < words.Count; at += 2)
        {
            var value = at + 1 < words.Count ? words[at + 1] : throw new LimitException($"{words[at]} needs a value. {Usage}");
            options = words[at] switch
            {
                "--runs" => options with { Runs = Number(value, 1) },
                "--threads" => options with { Threads = [.. value.Split(',').Select(each => Number(each, 1))] },
                "--replications" => options with { Replications = Number(value, 1) },
                "--days" => options with { Days = Number(value, 1) },
                "--spin-up" => options with { SpinUp = Number(value, 0) },
                "--scenarios" => options with { Scenarios = Number(value, 0) },
                "--seed" => options with { Seed = Number(value, 0) },
                _ => throw new LimitException($"'{words[at]}' is not known. {Usage}"),
            };
        }

        return options;
    }

    private static int Number(string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new LimitException($"expected a whole number of at least {least.ToString(CultureInfo.InvariantCulture)}, received '{text}'");
}
