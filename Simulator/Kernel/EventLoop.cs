using System.Runtime.CompilerServices;
using FlowSim.Simulator.Checks;
using FlowSim.Simulator.Events;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Kernel;

/// <summary>The loop of a run: instant by instant, each event by the room that knows it, and over the ends of the periods that are measured.</summary>
internal sealed class EventLoop
{
    private readonly Engine engine;
    private readonly RunState run;
    private readonly EventList events;
    private readonly PatientStore patients;
    private readonly Recorder recorder;
    private readonly Agenda agenda;
    private readonly Journey journey;
    private readonly Arrivals arrivals;
    private readonly Settling settling;

    /// <summary>Null: nothing is checked, and a run pays one branch an instant.</summary>
    private readonly StateChecks? checks;

    public EventLoop(Engine engine, StateChecks? checks)
    {
        (this.engine, this.checks, run) = (engine, checks, engine.Run);
        (events, patients, recorder, agenda) = (run.Events, run.Patients, engine.Recorder, engine.Agenda);
        (journey, arrivals, settling) = (engine.Journey, engine.Arrivals, engine.Settling);
    }

    /// <summary>Events handled, those among them that had become stale.</summary>
    public long Handled { get; set; }

    /// <summary>All that comes before a second has happened, and all sums go up to there.</summary>
    /// <param name="time">The second [s].</param>
    public void PauseBefore(int time)
    {
        RunBefore(time);
        while (recorder.NextBoundary < time)
        {
            recorder.CrossBoundary(recorder.NextBoundary);
        }

        run.Now = time - 1;
        recorder.TouchAll(run.Now);
    }

    /// <summary>To the end of a window: its last second happens too, and belongs to none.</summary>
    /// <param name="to">The end [s].</param>
    public void RunToEnd(int to)
    {
        RunBefore(to);
        while (recorder.NextBoundary <= to)
        {
            recorder.CrossBoundary(recorder.NextBoundary);
        }

        RunBefore(to + 1);
        recorder.Close();
        run.Now = to;
    }

    /// <summary>Runs until all that comes before a second has happened; by itself it allocates nothing.</summary>
    /// <param name="end">The second [s].</param>
    public void RunBefore(int end)
    {
        while (events.TryPeek(out var next) && next.Time < end)
        {
            if (next.Time >= recorder.NextBoundary)
            {
                recorder.CrossBoundary(recorder.NextBoundary);
                continue;
            }

            RunInstant(next);
            if (events.IsExhausted)
            {
                engine.LiveEvents.Renumber();
            }
        }
    }

    /// <summary>
    /// All events of one instant, then the serving. A method of its own, so that it is compiled as hot code and not as part of one long loop.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunInstant(Event next)
    {
        run.Now = next.Time;
        agenda.Begin(next);
        do
        {
            events.Drop();
            if (patients.Used > PatientStore.FitIntoCache && events.LikelyNextPatient() is >= 0 and var likely)
            {
                patients.Fetch(likely);
            }

            Handled++;
            Handle(next);
        }
        while (agenda.HasMore && events.TryPeek(out next));
        settling.Settle();
        checks?.CheckInvariants();
    }

    private void Handle(in Event next)
    {
        var subject = next.Subject;
        switch (next.Code)
        {
            case EventCode.StageEnds:
                if (patients.Items[subject].LiveSequence == next.Sequence)
                {
                    patients.Items[subject].LiveSequence = uint.MaxValue;
                    journey.Enter(subject, journey.EndStage(subject));
                }

                break;
            case EventCode.StaffFree:
                if (patients.Items[subject].LiveSequence == next.Sequence)
                {
                    engine.ServiceEnds.FreeStaffEarly(subject);
                }

                break;
            case EventCode.Timer:
                if (patients.Items[subject].LiveSequence == next.Sequence)
                {
                    engine.Patience.HandleTimer(subject, next.Kind);
                }

                break;
            case EventCode.TurnaroundEnds:
                engine.Capacity.EndTurnaround(subject, next.Payload);
                break;
            case EventCode.PoolChanges:
                engine.Capacity.ChangePool(subject, next.Sequence);
                break;
            case EventCode.SurgeOpens:
                engine.Capacity.OpenSurge(subject, next.Payload);
                break;
            case EventCode.SurgeCheck:
                engine.Capacity.CheckSurge(subject, next.Payload);
                break;
            case EventCode.ClosureEnds:
                engine.Capacity.EndClosure(subject, next.Payload);
                break;
            case EventCode.Arrival:
                arrivals.Arrive(subject, next.Sequence);
                break;
            case EventCode.Census:
                engine.Censuses.TakeCensus(subject);
                break;
            default:
                engine.DatedChanges.SwapModel(subject);
                break;
        }
    }
}
