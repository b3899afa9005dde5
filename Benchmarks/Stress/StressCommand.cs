using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FlowSim.Benchmarks.County;
using FlowSim.Benchmarks.Harness;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Benchmarks.Stress;

/// <summary><c>stress</c>: the county many times over with several threads; every result file must have the bytes that one thread gives.</summary>
internal static partial class StressCommand
{
    /// <summary>Exit code: 0 when no run differed, 1 when one did or nothing could be compared.</summary>
    public static int Run(IReadOnlyList<string> words)
    {
        try
        {
            return Run(StressOptions.Of(words));
        }
        catch (LimitException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }

    private static int Run(StressOptions options)
    {
        var folder = options.SpinUp == 0 ? null : Directory.CreateTempSubdirectory("flowsim-stress-");
        try
        {
            var system = folder is null ? CountyModel.Id : WithSpinUp(folder.FullName, options.SpinUp);
            var expected = Output(StressRun.Words(system, 1, options));
            Console.WriteLine(expected);
            var differing = options.Threads.Sum(threads => Differing(system, threads, options, expected));
            return differing == 0 ? 0 : 1;
        }
        finally
        {
            folder?.Delete(recursive: true);
        }
    }

    private static int Differing(string system, int threads, StressOptions options, string expected)
    {
        var differing = 0;
        for (var run = 1; run <= options.Runs; run++)
        {
            var received = Output(StressRun.Words(system, threads, options));
            if (received != expected)
            {
                differing++;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {run} with {threads} threads differs:\n{received}"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{threads} threads: {differing} of {options.Runs} runs differ from 1 thread"));
        return differing;
    }

    /// <summary>The county with its scenarios branching some days after the start: what goes wrong when replications start together shows at once.</summary>
    private static string WithSpinUp(string folder, int days)
    {
        foreach (var file in SystemLibrary.FilesOf(CountyModel.Id))
        {
            var path = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Name == SystemFolder.MainFile
                ? Encoding.UTF8.GetBytes(WithSpinUp(Encoding.UTF8.GetString(file.Bytes), days, file.Name))
                : file.Bytes);
        }

        return folder;
    }

    private static string WithSpinUp(string text, int days, string file)
    {
        var dates = Dates().Match(text);
        return dates.Success
            ? text.Replace(dates.Groups["branch"].Value,
                string.Create(CultureInfo.InvariantCulture,
                    $"branch: {DateOnly.ParseExact(dates.Groups["starts"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(days):yyyy-MM-dd}"),
                StringComparison.Ordinal)
            : throw new LimitException($"the county's {file} has no 'starts: DATE, branch: DATE' any more");
    }

    private static string Output(string[] words)
    {
        // Started as dotnet DLL or as a program of its own, the process is told the same words.
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(program, isHost ? [typeof(StressCommand).Assembly.Location, .. words] : words) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd().TrimEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new LimitException(string.Create(CultureInfo.InvariantCulture, $"a run ended with exit code {process.ExitCode}"));
    }

    [GeneratedRegex(@"starts: (?<starts>\d{4}-\d\d-\d\d), (?<branch>branch: \d{4}-\d\d-\d\d)")]
    private static partial Regex Dates();
}
