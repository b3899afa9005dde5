using BenchmarkDotNet.Attributes;
using FlowSim.Simulator.Kernel;

namespace FlowSim.Benchmarks;

/// <summary>One event taken and one scheduled at a later time, with a steady number pending; .NET's priority queue beside it.</summary>
public class EventListBenchmarks
{
    private const int Steps = 100_000;
    private EventList events = new();
    private PriorityQueue<int, long> queue = new();
    private uint state;

    [Params(1_000, 20_000)]
    public int Pending { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        (events, queue, state) = (new EventList(), new PriorityQueue<int, long>(), 1);
        for (var index = 0; index < Pending; index++)
        {
            var time = Delay();
            events.Push(time, EventKind.Ending, EventCode.StageEnds, index);
            queue.Enqueue(index, time);
        }
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public int HeapAndBuckets()
    {
        var last = 0;
        for (var step = 0; step < Steps; step++)
        {
            events.TryPeek(out var next);
            events.Drop();
            last = next.Time;
            events.Push(last + Delay(), EventKind.Ending, EventCode.StageEnds, next.Subject);
        }

        return last;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Steps)]
    public long PriorityQueue()
    {
        long last = 0;
        for (var step = 0; step < Steps; step++)
        {
            queue.TryDequeue(out var subject, out last);
            queue.Enqueue(subject, last + Delay());
        }

        return last;
    }

    /// <summary>Delays of minutes to days, cheap to make.</summary>
    private int Delay()
    {
        state = (state * 1664525) + 1013904223;
        return (int)(state >> (12 + (int)(state & 3)));
    }
}
