using BenchmarkDotNet.Attributes;
using FlowSim.Simulator.Events;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Benchmarks;

/// <summary>
/// One event taken and one scheduled at a later time, with a steady number pending: the kernel's list, a textbook binary heap, .NET's priority queue
/// (which does not keep the order of scheduling within a second, so it could not be used).
/// </summary>
public class EventListBenchmarks
{
    private const int Steps = 100_000;

    /// <summary>Far below the range of 31 bits of seconds: the fill starts anew before a list reaches its end.</summary>
    private const int Latest = 1 << 30;

    private EventList events = new();
    private BinaryHeap heap = new();
    private PriorityQueue<int, long> queue = new();
    private uint state;

    [Params(1_000, 20_000)]
    public int Pending { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        (events, heap, queue, state) = (new EventList(), new BinaryHeap(), new PriorityQueue<int, long>(), 1);
        for (var index = 0; index < Pending; index++)
        {
            var time = Delay();
            events.Push(time, EventKind.Ending, EventCode.StageEnds, index);
            heap.Push(time, index);
            queue.Enqueue(index, time);
        }
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public int KernelList()
    {
        var last = 0;
        for (var step = 0; step < Steps; step++)
        {
            events.TryPeek(out var next);
            events.Drop();
            last = next.Time;
            events.Push(last + Delay(), EventKind.Ending, EventCode.StageEnds, next.Subject);
        }

        Restart(last);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public long BinaryHeap()
    {
        long last = 0;
        for (var step = 0; step < Steps; step++)
        {
            (last, var subject) = heap.Pop();
            heap.Push(last + Delay(), subject);
        }

        Restart(last);
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

        Restart(last);
        return last;
    }

    private void Restart(long last)
    {
        if (last > Latest)
        {
            Fill();
        }
    }

    /// <summary>Delays of minutes to days, cheap to make.</summary>
    private int Delay()
    {
        state = (state * 1664525) + 1013904223;
        return (int)(state >> (12 + (int)(state & 3)));
    }
}
