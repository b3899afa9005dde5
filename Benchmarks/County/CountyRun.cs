using System.Diagnostics;
using FlowSim.Benchmarks.Workloads;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Benchmarks.County;

/// <summary>One timed window of the county.</summary>
/// <param name="Seconds">Time of the core [s].</param>
/// <param name="Wall">Wall time [s].</param>
/// <param name="Events">Entries of the event list handled.</param>
/// <param name="Moves">Arrivals and ends of stages, zero-time ones too.</param>
internal sealed record CountySample(double Seconds, double Wall, long Events, double Moves)
{
    public double NanosecondsPerEvent => Seconds * 1e9 / Events;
}

/// <summary>A replication that has been spun up once; every sample goes on from a copy of its state.</summary>
internal sealed class CountyRun
{
    private readonly SystemTimeline timeline;
    private readonly Replication state;
    private readonly int from;
    private readonly int days;

    /// <param name="model">The county.</param>
    /// <param name="number">Replication.</param>
    /// <param name="spinUp">Unmeasured from the described census on [d].</param>
    /// <param name="days">Measured and timed [d].</param>
    public CountyRun(SystemModel model, int number, int spinUp, int days)
    {
        timeline = new SystemTimeline([model], [model.Run.Start]);
        from = model.Run.Start + (spinUp * SimTime.Day);
        this.days = days;
        state = Replication.Start(timeline, 20170401, number);
        state.Measure(from - SimTime.Day, from);
    }

    public int Present => state.Present;

    public CountySample Run() => Run(Replication.Branch(timeline, state));

    /// <summary>Managed memory that one replication holds at the end of its window, and what the window allocated [MB].</summary>
    public (double Held, double Allocated) Memory()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var run = Replication.Branch(timeline, state);
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        Run(run);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(run);
        const double megabyte = 1e6;
        return (held / megabyte, allocated / megabyte);
    }

    /// <summary>Wall time of two replications at once, each on its own thread [s].</summary>
    public static double Together(CountyRun one, CountyRun other)
    {
        Replication[] runs = [Replication.Branch(one.timeline, one.state), Replication.Branch(other.timeline, other.state)];
        Thread[] threads = [new(() => one.Run(runs[0])), new(() => other.Run(runs[1]))];
        var start = Stopwatch.GetTimestamp();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private CountySample Run(Replication run)
    {
        var (start, time) = (Stopwatch.GetTimestamp(), ThreadTime.Start());
        var result = run.Measure(from, from + (days * SimTime.Day));
        var (seconds, wall) = (time.Seconds, Stopwatch.GetElapsedTime(start).TotalSeconds);
        return new CountySample(seconds, wall, result.Events, Moves(result.Flows));
    }

    /// <summary>Flows are given by year and, of several years, of all.</summary>
    private double Moves(IReadOnlyList<FlowRow> flows) =>
        flows.GroupBy(flow => flow.Period).Max(period => period.Sum(flow => flow.PerDay)) * days;
}
