using FlowSim.Simulator.Events;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>Which pending events still count: a patient, a pool and a stream have one live event each.</summary>
internal sealed class LiveEvents
{
    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly PoolState[] pools;
    private readonly EventList events;
    private readonly Arrivals arrivals;

    public LiveEvents(RunState run, Arrivals arrivals)
    {
        (this.run, this.arrivals) = (run, arrivals);
        (patients, pools, events) = (run.Patients, run.Pools, run.Events);
    }

    public bool IsLive(Event pending) => pending.Code switch
    {
        EventCode.StageEnds or EventCode.StaffFree or EventCode.Timer => patients.Items[pending.Subject].LiveSequence == pending.Sequence,
        EventCode.PoolChanges => pools[pending.Subject].LiveSequence == pending.Sequence,
        EventCode.Arrival => arrivals.Sources[pending.Subject].LiveSequence == pending.Sequence,
        _ => true,
    };

    /// <summary>Schedules every live event anew in its order, with sequences from 0; stale ones are dropped.</summary>
    public void Renumber()
    {
        var pending = Array.FindAll(events.Drain(), IsLive);
        foreach (var old in pending)
        {
            var sequence = events.Push(old.Time, old.Kind, old.Code, old.Subject, old.Payload);
            switch (old.Code)
            {
                case EventCode.StageEnds or EventCode.StaffFree or EventCode.Timer:
                    patients.Items[old.Subject].LiveSequence = sequence;
                    break;
                case EventCode.PoolChanges:
                    pools[old.Subject].LiveSequence = sequence;
                    break;
                case EventCode.Arrival:
                    arrivals.Sources[old.Subject].LiveSequence = sequence;
                    break;
                default:
                    break;
            }
        }
    }
}
