using System.Globalization;
using System.Security.Cryptography;
using FlowSim.Benchmarks.Harness;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Benchmarks.Stress;

/// <summary>
/// One run of an experiment in a process of its own, as a user would start it: nothing is compiled or cached yet, and the threads meet in code that has
/// never run. Prints a digest of each result file.
/// </summary>
internal static class StressRun
{
    public const string Word = "stress-run";

    /// <summary>The words that ask a process for a run.</summary>
    public static string[] Words(string system, int threads, StressOptions options) =>
        [Word, system,
            .. new[] { threads, options.Replications, options.Days, options.Scenarios,
                options.Seed }.Select(number => number.ToString(CultureInfo.InvariantCulture))];

    public static int Run(string[] words)
    {
        var numbers = Array.ConvertAll(words[2..], word => int.Parse(word, CultureInfo.InvariantCulture));
        Run(words[1], numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        return 0;
    }

    private static void Run(string system, int threads, int replications, int days, int scenarios, int seed)
    {
        var problems = new ProblemList();
        var files = SystemReader.Read(system, problems) ?? throw Refused(problems);
        var builder = new TimelineBuilder(files, new RunOverrides(Days: days), problems);
        var baseline = builder.Baseline() ?? throw Refused(problems);
        var others = files.Scenarios.Keys.Order(StringComparer.Ordinal).Take(scenarios)
            .Select(id => new PlannedScenario(id, "", builder.Scenario(id, baseline.First.Run) ?? throw Refused(problems)));
        var result = ExperimentRunner.Run(new ExperimentPlan
        {
            Baseline = baseline,
            Scenarios = [new PlannedScenario(ExperimentPlan.BaselineId, "", baseline), .. others],
            Replications = replications,
            Threads = threads,
            Seed = (ulong)seed,
        });
        var summary = ExperimentSummary.Of(result);
        Print("replications.csv", stream => ResultFiles.WriteReplications(stream, result));
        foreach (var (name, write) in ResultFiles.Tables(summary, baseline.First.Run.HasDates))
        {
            Print(name, write);
        }
    }

    private static void Print(string name, Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        var content = bytes.ToArray();
        Console.WriteLine($"{name} {content.Length.ToString(CultureInfo.InvariantCulture)} bytes {Convert.ToHexString(SHA256.HashData(content))[..16]}");
    }

    private static LimitException Refused(ProblemList problems) => new(string.Join('\n', problems.Sorted.Select(ProblemText.Render)));
}
