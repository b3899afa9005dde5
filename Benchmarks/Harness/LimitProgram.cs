using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FlowSim.Benchmarks.Workloads;

namespace FlowSim.Benchmarks.Harness;

/// <summary>limit.cpp: builds it, and runs it as a child process.</summary>
internal sealed class LimitProgram
{
    private const string Compiler = "g++";
    private readonly string program;

    private LimitProgram(string program, string compilerVersion) => (this.program, CompilerVersion) = (program, compilerVersion);

    /// <summary>First line of <c>g++ --version</c>.</summary>
    public string CompilerVersion { get; }

    /// <exception cref="LimitException">There is no compiler, or it refuses the program.</exception>
    public static LimitProgram Build()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "limit");
        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? "limit.exe" : "limit.out");
        var version = Output(Compiler, "--version").Split('\n')[0].Trim();
        Output(Compiler, "-O3", "-march=native", "-std=c++20", Path.Combine(folder, "limit.cpp"), "-o", program);
        return new LimitProgram(program, version);
    }

    /// <summary>One sample: its own short warm-up run, then the timed one.</summary>
    /// <exception cref="LimitException">It failed.</exception>
    public Sample Run(Workload workload, int seed, params string[] options)
    {
        string[] words = [workload.Id, "--days", Text(workload.Days), "--warm-up", Text(workload.WarmUp), "--seed", Text(seed), .. options];
        using var line = JsonDocument.Parse(Output(program, words));
        string[] names = ["mean_wait", "mean_occupancy", "community_wait", "community_occupancy"];
        return new Sample(
            line.RootElement.GetProperty("cpu_seconds").GetDouble(),
            line.RootElement.GetProperty("patients").GetInt64(),
            line.RootElement.GetProperty("events").GetInt64(),
            [.. names[..workload.Measures.Length].Select(name => line.RootElement.GetProperty(name).GetDouble())]);
    }

    private static string Output(string file, params string[] words)
    {
        var start = new ProcessStartInfo(file, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw new LimitException($"{file} failed with exit code {Text(process.ExitCode)}: {errors.Result}");
        }
        catch (Win32Exception failure)
        {
            throw new LimitException(
                $"{file} cannot be started. The limit is a C++ program: install g++ 11 or later and have it on the PATH (Debian, Ubuntu: apt-get install g++).",
                failure);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
