using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FlowSim.Benchmarks.Harness;

namespace FlowSim.Benchmarks.Merging;

/// <summary>
/// <c>merge</c>: many replications of one scenario with some 300 values each are run in shards, untimed, and put together by <c>flowsim batch merge</c>: how
/// long that takes, and how much memory.
/// </summary>
internal static class MergeCommand
{
    private const double MostSeconds = 60;
    private const double MostMegabytes = 1_000;

    /// <summary>Prints the figures; exit code 0 where both are within the limits, else 1.</summary>
    public static int Run(IReadOnlyList<string> words)
    {
        try
        {
            return Run(MergeOptions.Of(words));
        }
        catch (LimitException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }

    private static int Run(MergeOptions options)
    {
        var folder = options.Keep ?? Directory.CreateTempSubdirectory("flowsim-merge-").FullName;
        try
        {
            var system = Path.Combine(folder, "many.yaml");
            Directory.CreateDirectory(folder);
            File.WriteAllText(system, ManyValues.System);
            for (var shard = 1; shard <= options.Shards; shard++)
            {
                Output(options.Program, "batch", "run", "baseline", "--system", system, "--quick", "--quiet", "--replications", Text(options.Replications),
                    "--batch", Path.Combine(folder, "batch"), "--shard", $"{Text(shard)}/{Text(options.Shards)}");
            }

            var results = Path.Combine(folder, "results");
            var watch = Stopwatch.StartNew();
            Output(options.Program, "batch", "merge", Path.Combine(folder, "batch"), "--out", results, "--force", "--quiet");
            return Tell(options, watch.Elapsed.TotalSeconds, results);
        }
        finally
        {
            if (options.Keep is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static int Tell(MergeOptions options, double seconds, string results)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(results, "manifest.json")));
        var megabytes = manifest.RootElement.GetProperty("peak_memory_mb").GetDouble();
        var rows = File.ReadLines(Path.Combine(results, "summary.csv")).Count() - 1;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{options.Replications} replications of {ManyValues.Count} values ({rows} of them written) in {options.Shards} shards: {seconds:0.0} s (at most {MostSeconds:0}), {megabytes:0} MB (at most {MostMegabytes:0})"));
        return seconds <= MostSeconds && megabytes <= MostMegabytes ? 0 : 1;
    }

    private static void Output(string program, params string[] words)
    {
        // A DLL is started by the program that runs this one.
        var isLibrary = Path.GetExtension(program) == ".dll";
        var start = new ProcessStartInfo(isLibrary ? "dotnet" : program, isLibrary ? [program, .. words] : words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new LimitException(string.Create(CultureInfo.InvariantCulture,
                $"{program} {string.Join(' ', words)} ended with exit code {process.ExitCode}: {errors.Result}"));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
