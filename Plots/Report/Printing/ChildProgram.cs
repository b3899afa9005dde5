using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace FlowSim.Plots.Report.Printing;

/// <summary>Runs a program to its end.</summary>
internal static class ChildProgram
{
    private static readonly TimeSpan LastWordsWithin = TimeSpan.FromSeconds(2);

    /// <summary>A program that takes longer has hung.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(90);

    /// <exception cref="PrinterException">It cannot be started, hangs, or fails.</exception>
    /// <exception cref="OperationCanceledException">Interrupted; it was stopped.</exception>
    public static void Run(string program, IReadOnlyList<string> arguments, TimeSpan patience, CancellationToken interrupt = default)
    {
        interrupt.ThrowIfCancellationRequested();
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
                UseShellExecute = false,
                CreateNoWindow = true,
            },
        };
        var said = new StringBuilder();

        // Not disposed of: what it has left running may still end one of the two streams later.
        var ended = new CountdownEvent(2);
        process.OutputDataReceived += (_, line) => Append(said, line.Data, ended);
        process.ErrorDataReceived += (_, line) => Append(said, line.Data, ended);
        Start(process, program);
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!Ends(process, patience, interrupt))
        {
            process.Kill(entireProcessTree: true);
            throw new PrinterException(FormattableString.Invariant($"{program} did not end within {patience.TotalSeconds:0} s and was stopped"));
        }

        if (process.ExitCode != 0)
        {
            // What it said last may still be on its way; a child that it has left behind can keep the way open.
            ended.Wait(LastWordsWithin, interrupt);
            throw new PrinterException(FormattableString.Invariant($"{program} failed with exit code {process.ExitCode}{LastWords(said)}"));
        }
    }

    /// <summary>False when it has not ended in time.</summary>
    private static bool Ends(Process process, TimeSpan patience, CancellationToken interrupt)
    {
        bool ended;
        using (interrupt.Register(() => Stop(process)))
        {
            ended = process.WaitForExit(patience);
        }

        interrupt.ThrowIfCancellationRequested();
        return ended;
    }

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or AggregateException)
        {
            // It has ended by itself: Ctrl+C reaches all that a terminal runs.
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
            throw new PrinterException($"{program} cannot be started: {failure.Message}", failure);
        }
    }

    // Browsers write a great deal; the last line is what they failed for.
    private static void Append(StringBuilder said, string? line, CountdownEvent ended)
    {
        if (line is null)
        {
            ended.Signal();
        }
        else if (!string.IsNullOrWhiteSpace(line))
        {
            lock (said)
            {
                said.Clear().Append(line.Trim());
            }
        }
    }

    private static string LastWords(StringBuilder said)
    {
        lock (said)
        {
            return said.Length == 0 ? "" : $": {said}";
        }
    }
}

/// <summary>A folder for what printing needs on the way; removed with all that a program has left in it.</summary>
internal sealed class WorkFolder : IDisposable
{
    private const int Tries = 5;
    private const int BetweenTries = 200;

    private readonly string folder = Make();

    /// <summary>A file, or folder, of this name in it.</summary>
    public string File(string name) => Path.Combine(folder, name);

    /// <exception cref="PrinterException">There is no place for it.</exception>
    private static string Make()
    {
        try
        {
            return Directory.CreateTempSubdirectory("flowsim-").FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PrinterException(
                $"printing needs a folder for files on the way, and none can be made in {Path.GetTempPath()}. Set the environment variable {(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR")} to a folder that can be written", failure);
        }
    }

    /// <summary>Removes the folder; what a program that is just ending still holds is tried again, then left to the system.</summary>
    public void Dispose()
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(BetweenTries);
            }
        }
    }
}
