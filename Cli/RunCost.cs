using System.Diagnostics;
using FlowSim.Scenarios.Results;

namespace FlowSim.Cli;

/// <summary>What a run took.</summary>
internal static class RunCost
{
    /// <summary>Wall and processor time apart: on a machine that others use too, only the second says what the run took.</summary>
    public static string Of(RunFacts run)
    {
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime.TotalSeconds;
        return FormattableString.Invariant(
            $"{run.Duration.TotalSeconds:F1} s, of the processor {processor:F1} s; {run.Events} events, {run.EventsPerSecondPerThread / 1e6:F2} million a second a thread; {run.PeakMemoryMb:F0} MB");
    }
}
