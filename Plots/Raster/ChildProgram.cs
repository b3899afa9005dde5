using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace FlowSim.Plots.Raster;

/// <summary>Runs a program to its end.</summary>
internal static class ChildProgram
{
    /// <summary>A program that takes longer has hung.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(90);

    /// <exception cref="ConverterException">It cannot be started, hangs, or fails.</exception>
    public static void Run(string program, IReadOnlyList<string> arguments) => Run(program, arguments, Patience);

    /// <exception cref="ConverterException">It cannot be started, hangs, or fails.</exception>
    internal static void Run(string program, IReadOnlyList<string> arguments, TimeSpan patience)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, CreateNoWindow = true } };
        var said = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(said, line.Data);
        process.ErrorDataReceived += (_, line) => Append(said, line.Data);
        Start(process, program);
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            throw new ConverterException(FormattableString.Invariant($"{program} did not end within {patience.TotalSeconds:0} s and was stopped"));
        }

        if (process.ExitCode != 0)
        {
            throw new ConverterException(FormattableString.Invariant($"{program} failed with exit code {process.ExitCode}{LastWords(said)}"));
        }
    }

    private static void Start(Process process, string program)
    {
        try
        {
            process.Start();
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            throw new ConverterException($"{program} cannot be started: {failure.Message}", failure);
        }
    }

    // Programs write from several threads, and browsers write a great deal.
    private static void Append(StringBuilder said, string? line)
    {
        const int Enough = 10_000;
        lock (said)
        {
            if (line is not null && said.Length < Enough)
            {
                said.AppendLine(line);
            }
        }
    }

    private static string LastWords(StringBuilder said)
    {
        lock (said)
        {
            var last = said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault();
            return last is null ? "" : $": {last}";
        }
    }
}
