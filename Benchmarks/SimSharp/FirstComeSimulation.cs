using SimSharp;

namespace FlowSim.Benchmarks.SimSharp;

/// <summary>
/// A Sim# environment that stops rather than lose the order of simultaneous events: when its event queue grows, which it first does above 1,024 pending
/// events, Sim# numbers them anew in the order of the heap, and those of one time are no longer handled first come, first served.
/// </summary>
internal sealed class FirstComeSimulation : Simulation
{
    /// <summary>The most events that were pending at once.</summary>
    public int MostPending { get; private set; }

    /// <exception cref="InvalidOperationException">The queue would have to grow.</exception>
    protected override EventQueueNode DoSchedule(DateTime date, Event @event, int priority = 0)
    {
        if (ScheduleQ.Count == ScheduleQ.MaxSize)
        {
            throw new InvalidOperationException($"more than {ScheduleQ.MaxSize} events pending: beyond that Sim# does not keep the order of simultaneous ones");
        }

        MostPending = Math.Max(MostPending, ScheduleQ.Count + 1);
        return base.DoSchedule(date, @event, priority);
    }
}
