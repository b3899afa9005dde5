using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FlowSim.Benchmarks.Workloads;

/// <summary>
/// A stopwatch that stands still while the thread waits for a core, where the system tells such a time (Linux); elsewhere wall time. On a quiet machine
/// the two are the same; on a busy one wall time measures the neighbours.
/// </summary>
internal readonly struct ThreadTime
{
    private const int ThreadClock = 3; // CLOCK_THREAD_CPUTIME_ID of <time.h> on Linux
    private readonly double start;

    private ThreadTime(double start) => this.start = start;

    /// <summary>Since <see cref="Start"/> on this thread [s].</summary>
    public double Seconds => Now() - start;

    public static ThreadTime Start() => new(Now());

    private static double Now()
    {
        if (!OperatingSystem.IsLinux())
        {
            return (double)Stopwatch.GetTimestamp() / Stopwatch.Frequency;
        }

        _ = ReadClock(ThreadClock, out var time);
        return time.Seconds + (time.Nanoseconds / 1e9);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ReadClock(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
