using System.Diagnostics;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli.Running;

/// <summary>What a run took.</summary>
internal static class RunCost
{
    /// <summary>
    /// All the command's time, of it that of the runs, and the processor's apart: on a machine that others use too, only that says what the run took.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="all">From the beginning of the command.</param>
    public static string Of(RunFacts run, TimeSpan all)
    {
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime.TotalSeconds;
        return FormattableString.Invariant(
            $"{all.TotalSeconds:F1} s, of these {run.Duration.TotalSeconds:F1} s for the runs; of the processor {processor:F1} s; {run.Events} events, {run.EventsPerSecondPerThread / 1e6:F2} million a second a thread; {run.PeakMemoryMb:F0} MB");
    }
}
