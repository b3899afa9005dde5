using FlowSim.Simulator.Events;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Overloads;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>What is looked at by the clock of the day: censuses, hourly samples, midnight.</summary>
internal sealed class Censuses
{
    private const int None = -1;

    private readonly RunState run;
    private readonly EventList events;
    private readonly Recorder recorder;
    private readonly Overload overload;
    private Action<int>? progress;
    private CancellationToken cancel;

    public Censuses(RunState run, Recorder recorder, Overload overload)
    {
        (this.run, this.recorder, this.overload) = (run, recorder, overload);
        events = run.Events;
    }

    /// <summary>Whom to tell once a simulated day, and what stops the run.</summary>
    public void Tell(Action<int>? daily, CancellationToken stop) => (progress, cancel) = (daily, stop);

    public void StartCensus(int second)
    {
        var now = run.Now;
        var today = (now / SimTime.Day * SimTime.Day) + second;
        events.Push(today > now ? today : today + SimTime.Day, EventKind.Census, EventCode.Census, second);
    }

    public void StartHourlySamples()
    {
        if (recorder.Timelines.NeedsHours)
        {
            events.Push(((run.Now / SimTime.Hour) + 1) * SimTime.Hour, EventKind.Census, EventCode.Census, None);
        }
    }

    public void TakeCensus(int secondOfDay)
    {
        var now = run.Now;
        if (secondOfDay < 0)
        {
            recorder.Timelines.OnTheHour(now);
            events.Push(now + SimTime.Hour, EventKind.Census, EventCode.Census, None);
            return;
        }

        recorder.Census(now, Array.IndexOf(recorder.Layout.CensusTimes, secondOfDay));
        if (recorder.IsMeasuring)
        {
            recorder.Timelines.OnceADay(now, secondOfDay);
        }

        if (secondOfDay == 0)
        {
            overload.WatchHeadcount();
            progress?.Invoke(now);
            cancel.ThrowIfCancellationRequested();
        }

        events.Push(now + SimTime.Day, EventKind.Census, EventCode.Census, secondOfDay);
    }
}
