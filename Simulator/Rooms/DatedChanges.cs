using FlowSim.Simulator.Events;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>Changes of the scenario at their dates: the next model of the timeline comes into force.</summary>
internal sealed class DatedChanges
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly EventList events;
    private readonly Evaluator evaluator;
    private readonly Agenda agenda;
    private readonly Arrivals arrivals;
    private readonly Blocking blocking;
    private readonly Capacity capacity;
    private readonly Companions companions;
    private readonly Lacking lacking;
    private readonly MoveBacks moveBacks;
    private readonly Paths paths;
    private readonly Requests requests;
    private readonly Steps steps;

    public DatedChanges(RunState run, Agenda agenda, Arrivals arrivals, Blocking blocking, Capacity capacity, Companions companions, Lacking lacking,
        MoveBacks moveBacks, Paths paths, Requests requests, Steps steps)
    {
        this.run = run;
        this.agenda = agenda;
        this.arrivals = arrivals;
        this.blocking = blocking;
        this.capacity = capacity;
        this.companions = companions;
        this.lacking = lacking;
        this.moveBacks = moveBacks;
        this.paths = paths;
        this.requests = requests;
        this.steps = steps;
        (patients, lists, pools, events, evaluator) = (run.Patients, run.Lists, run.Pools, run.Events, run.Evaluator);
    }

    public void ScheduleDatedChanges()
    {
        for (var index = 1; index < run.Timeline.Models.Length; index++)
        {
            if (run.Timeline.From[index] > run.Now)
            {
                events.Push(run.Timeline.From[index], EventKind.Roster, EventCode.DatedChange, index);
            }
        }
    }

    /// <summary>The next model of the timeline comes into force: same indices, other numbers.</summary>
    public void SwapModel(int index)
    {
        run.BringIntoForce(run.Timeline.Models[index]);
        steps.Witness?.ModelHasChanged();
        companions.ModelHasChanged();
        paths.Find();
        for (var pool = 0; pool < pools.Length; pool++)
        {
            pools[pool].IsPlain = capacity.IsPlain(pool);
        }

        lacking.Forget();
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].FirstRequest != None && patients.Items[patient].Phase != Phase.None)
            {
                AskForNewAmounts(patient);
            }
        }

        for (var pool = 0; pool < pools.Length; pool++)
        {
            capacity.RefreshPool(pool);
            capacity.SchedulePool(pool);
        }

        for (var patient = 0; patient < patients.Used; patient++)
        {
            blocking.LookForDeadlockOf(patient);
        }

        for (var stream = 0; stream < arrivals.Sources.Length; stream++)
        {
            // A closure is of the same kind as this change, so that of this second may have happened already.
            var isOver = run.Model.Streams[stream].Closes is not null && arrivals.Sources[stream].Next > run.Now;
            arrivals.StartStream(stream, isOver ? run.Now + 1 : run.Now, isStart: false);
        }
    }

    /// <summary>A dated change may have changed how many are asked for; the time of joining stays.</summary>
    private void AskForNewAmounts(int patient)
    {
        var model = run.Model;
        ref var item = ref patients.Items[patient];
        foreach (var at in run.RequestsOf(patient))
        {
            ref var request = ref lists.Items[at];
            foreach (ref readonly var part in model.Bundles[request.Bundle].Items.AsSpan())
            {
                if (evaluator.PoolOf(part, patient) == request.Pool)
                {
                    request.Amount = (short)part.Amount;
                    agenda.MarkDirty(request.Pool);
                    break;
                }
            }
        }

        moveBacks.RenewMoveBacks(patient);
        var stage = model.Stages[item.Stage];
        var (bundles, purpose) = item.Phase == Phase.WaitingForPlace ? (stage.Place, RequestPurpose.Place) : (stage.Staff, RequestPurpose.Staff);
        for (var index = 0; item.Phase != Phase.InService && index < bundles.Length; index++)
        {
            if ((item.Joined >> index & 1) != 0)
            {
                requests.JoinMissing(patient, bundles[index], index, purpose);
            }
        }
    }
}
