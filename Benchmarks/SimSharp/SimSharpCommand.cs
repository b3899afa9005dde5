using System.Globalization;
using FlowSim.Benchmarks.Harness;
using FlowSim.Benchmarks.Workloads;

namespace FlowSim.Benchmarks.SimSharp;

/// <summary>First whether Sim# and our engine agree on every patient, then what they take.</summary>
internal static class SimSharpCommand
{
    private const string Usage =
        """
        [--days N] [--seeds N] [--repeats N]
          --days N      measured days of a run, after 1,000 days from empty (10,000)
          --seeds N     runs that are compared patient by patient (3)
          --repeats N   samples of each subject, interleaved (15); 0: no times
        """;

    /// <summary>Exit code: 0; 1 when anything differs or a word is not known.</summary>
    public static int Run(IReadOnlyList<string> words)
    {
        var numbers = new Dictionary<string, int> { ["--days"] = Workload.BedBlocking.Days, ["--seeds"] = 3, ["--repeats"] = 15 };
        try
        {
            Read(words, numbers);
            return Run(ComparedSystem.BedBlocking(numbers["--days"]), numbers["--seeds"], numbers["--repeats"]);
        }
        catch (LimitException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }

    private static int Run(ComparedSystem system, int seeds, int repeats)
    {
        var comparison = new CourseComparison();
        for (var seed = 1; seed <= seeds; seed++)
        {
            comparison.Compare(system, seed);
            comparison.Compare(ComparedSystem.BusySeconds, seed);
        }

        Console.WriteLine(comparison.Table());
        if (HasAny(comparison.Differences))
        {
            return 1;
        }

        if (repeats == 0)
        {
            return 0;
        }

        var loadBefore = Machine.Load();
        var sideBySide = new SideBySide(system);
        sideBySide.Take(repeats);
        Console.WriteLine(sideBySide.Table());
        Console.WriteLine(
            FormattableString.Invariant(
                $"{repeats} samples of each; load of the machine before: {loadBefore?.ToString("F1", CultureInfo.InvariantCulture) ?? "not known"}"));
        return HasAny([.. sideBySide.Differences()]) ? 1 : 0;
    }

    private static bool HasAny(IReadOnlyList<string> differences)
    {
        foreach (var difference in differences)
        {
            Console.WriteLine(difference);
        }

        return differences.Count > 0;
    }

    private static void Read(IReadOnlyList<string> words, Dictionary<string, int> numbers)
    {
        for (var at = 0; at < words.Count; at += 2)
        {
            if (!numbers.ContainsKey(words[at]) || at + 1 == words.Count
                || !int.TryParse(words[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < (words[at] == "--repeats" ? 0 : 1))
            {
                throw new LimitException($"'{words[at]}' is not known, or no number follows that it can take.\n{Usage}");
            }

            numbers[words[at]] = number;
        }
    }
}
