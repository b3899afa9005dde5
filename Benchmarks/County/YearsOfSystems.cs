using System.Globalization;
using FlowSim.Benchmarks.Harness;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Benchmarks.County;

/// <summary><c>years</c>: what a simulated year of each system takes on one core, the systems in turn in one process.</summary>
internal static class YearsOfSystems
{
    private const string Usage = "expected years SYSTEM… [--spin-up DAYS] [--rounds N]";
    private const int Year = 365;

    /// <summary>Prints a row for each system; exit code 0.</summary>
    /// <param name="words">After <c>years</c>: names of systems or folders, and options.</param>
    /// <exception cref="LimitException">They say something else, or a system cannot be read.</exception>
    public static int Run(IReadOnlyList<string> words)
    {
        var (systems, spinUp, rounds) = Read(words);
        var runs = systems.ConvertAll(system => new CountyRun(Compiled(system), 1, spinUp, Year));
        var samples = runs.ConvertAll(run => new List<CountySample>());
        runs.ForEach(run => run.Run());
        for (var round = 0; round < rounds; round++)
        {
            // Which comes first takes turns.
            for (var turn = 0; turn < runs.Count; turn++)
            {
                var which = (round + turn) % runs.Count;
                samples[which].Add(runs[which].Run());
            }
        }

        var first = NanosecondsPerEvent(samples[0]);
        Console.Write(TextTable.Of(["system", "patients at the start", "million events a year", "ns/event", "÷ the first", "s a year"],
            runs.Select((run, index) => Row(systems[index], run, samples[index], first))));
        return 0;
    }

    private static IReadOnlyList<string> Row(string system, CountyRun run, List<CountySample> samples, double first)
    {
        var (nanoseconds, events) = (NanosecondsPerEvent(samples), samples[0].Events);
        return
        [
            system, Text($"{run.Present}"), Text($"{events / 1e6:F2}"), Text($"{nanoseconds:F0}"), Text($"{nanoseconds / first:F2}"),
            Text($"{nanoseconds * events / 1e9:F2}"),
        ];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double NanosecondsPerEvent(List<CountySample> samples) => Quantiles.Lower([.. samples.Select(sample => sample.NanosecondsPerEvent)]);

    private static SystemModel Compiled(string system)
    {
        var problems = new ProblemList();
        var files = SystemReader.Read(system, problems);
        var compiled = files is null ? null : SystemCompiler.Compile(files, RunOverrides.None, problems);
        return compiled?.Model ?? throw new LimitException(string.Join('\n', problems.Sorted.Select(ProblemText.Render)));
    }

    private static (List<string> Systems, int SpinUp, int Rounds) Read(IReadOnlyList<string> words)
    {
        var (systems, spinUp, rounds) = (new List<string>(), 60, 5);
        for (var at = 0; at < words.Count; at++)
        {
            switch (words[at])
            {
                case "--spin-up":
                    spinUp = Number(words, ++at);
                    break;
                case "--rounds":
                    rounds = Number(words, ++at);
                    break;
                default:
                    systems.Add(words[at]);
                    break;
            }
        }

        return systems.Count > 0 ? (systems, spinUp, rounds) : throw new LimitException(Usage);
    }

    private static int Number(IReadOnlyList<string> words, int at) =>
        at < words.Count && int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new LimitException(Usage);
}
