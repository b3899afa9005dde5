using System.ComponentModel;
using System.Diagnostics;
using FlowSim.Cli;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Cli;

/// <summary>The command as a process of its own, which signals can reach.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private ChildProcess(Process process)
    {
        this.process = process;
        (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public bool IsRunning => !process.HasExited;

    /// <summary>Processor time used so far: unlike the time that passes it tells how far the process has come on a busy machine.</summary>
    public TimeSpan Work
    {
        get
        {
            process.Refresh();
            try
            {
                return process.HasExited ? TimeSpan.MaxValue : process.TotalProcessorTime;
            }
            catch (Exception e) when (e is Win32Exception or InvalidOperationException && process.WaitForExit(Patience))
            {
                return TimeSpan.MaxValue; // It ended between the question and the answer.
            }
        }
    }

    public static ChildProcess Start(params string[] args) => Start(new Dictionary<string, string>(), args);

    /// <summary>With more in its environment.</summary>
    public static ChildProcess Start(IReadOnlyDictionary<string, string> environment, params string[] args) =>
        Start(Host, [typeof(CommandLine).Assembly.Location, .. args], environment);

    /// <summary>In a folder.</summary>
    public static ChildProcess StartIn(string folder, params string[] args) =>
        Start(Host, [typeof(CommandLine).Assembly.Location, .. args], new Dictionary<string, string>(), folder);

    private static ChildProcess Start(string program, IEnumerable<string> args, IReadOnlyDictionary<string, string> environment, string folder = "")
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        start.Environment["FLOWSIM_CACHE"] = "";
        start.Environment.Remove("COLUMNS");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>With its standard streams as a shell sets them, such as <c>2&gt;&amp;-</c>.</summary>
    public static ChildProcess StartRedirected(string redirection, params string[] args) =>
        Start("sh", ["-c", $"exec \"$0\" \"$@\" {redirection}", Host, typeof(CommandLine).Assembly.Location, .. args], new Dictionary<string, string>());

    /// <summary>Waits until something is so, while the process runs.</summary>
    public void WaitFor(Func<bool> isSo, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.That(IsRunning && watch.Elapsed < Patience, $"{what} did not come about; {(IsRunning ? "" : error.Result)}");
            Thread.Sleep(20);
        }
    }

    /// <summary>What Ctrl+C does; or another signal.</summary>
    public void Signal(string name = "INT")
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    public TypedCommand End()
    {
        Assert.That(process.WaitForExit(Patience), "the process has not ended");
        return new TypedCommand(process.ExitCode, output.Result, error.Result);
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
