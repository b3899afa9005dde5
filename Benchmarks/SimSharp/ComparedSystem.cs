using FlowSim.Benchmarks.Workloads;

namespace FlowSim.Benchmarks.SimSharp;

/// <summary>A system that both engines simulate.</summary>
/// <param name="Workload">Its file and its length.</param>
/// <param name="Speed">How many times as fast as the bed-blocking model everything happens.</param>
internal sealed record ComparedSystem(Workload Workload, double Speed)
{
    /// <summary>The model of ../README.md, over so many measured days.</summary>
    public static ComparedSystem BedBlocking(int days) => new(Workload.BedBlocking with { Days = days }, 1);

    /// <summary>In every second something happens more than once: the order of simultaneous events decides.</summary>
    public static ComparedSystem BusySeconds { get; } = new(new Workload("busy-seconds", 2, 1, Workload.BedBlocking.Measures), 3600);
}
