using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>Taking at once what can be had without waiting, and else beginning and ending a wait (docs/law.md, sentences 3, 5, 9, 10, 11).</summary>
internal sealed class Waiting
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly int[] waitingForStage;
    private readonly Evaluator evaluator;
    private readonly Recorder recorder;
    private readonly Agenda agenda;
    private readonly Blocking blocking;
    private readonly Delays delays;
    private readonly MoveBacks moveBacks;
    private readonly Paths paths;
    private readonly Possession possession;
    private readonly Requests requests;
    private readonly Timers timers;

    public Waiting(RunState run, Recorder recorder, Agenda agenda, Blocking blocking, Delays delays, MoveBacks moveBacks, Paths paths, Possession possession,
        Requests requests, Timers timers)
    {
        this.run = run;
        this.recorder = recorder;
        this.agenda = agenda;
        this.blocking = blocking;
        this.delays = delays;
        this.moveBacks = moveBacks;
        this.paths = paths;
        this.possession = possession;
        this.requests = requests;
        this.timers = timers;
        (patients, lists, pools, waitingForStage, evaluator) = (run.Patients, run.Lists, run.Pools, run.WaitingForStage, run.Evaluator);
    }

    /// <summary>
    /// Takes without asking what is already held, what is never short and what would be given in this instant. False: the patient has to wait for the
    /// serving.
    /// </summary>
    public bool TryTakeAtOnce(int patient, in StagePath path)
    {
        if (path.PlaceAmount > 0 && patients.Items[patient].FirstHolding == None)
        {
            return TryTakeOnly(patient, path.PlacePool, path.PlaceAmount, isStaff: false);
        }

        var stage = path.Stage;
        evaluator.CheckParts(stage.Place, patient);
        if (run.HeldBundle(patient, stage) is { } held)
        {
            possession.LetGoPlaces(patient, stage, held);
            patients.Items[patient].PlaceTaken = (short)evaluator.PoolOf(held.Items[0], patient);
            moveBacks.AskToMoveBack(patient, stage, Array.IndexOf(stage.Place, held));
            return true;
        }

        var first = stage.Place[0];
        if (!CanTakeAtOnce(first, patient, isStaff: false))
        {
            return false;
        }

        possession.AcquireBundle(patient, first, isStaff: false);
        possession.LetGoPlaces(patient, stage, first);
        return true;
    }

    public bool TryTakeStaffAtOnce(int patient, in StagePath path)
    {
        if (path.StaffAmount > 0)
        {
            return TryTakeOnly(patient, path.StaffPool, path.StaffAmount, isStaff: true);
        }

        var stage = path.Stage;
        evaluator.CheckParts(stage.Staff, patient);
        if (!CanTakeAtOnce(stage.Staff[0], patient, isStaff: true))
        {
            return false;
        }

        possession.AcquireBundle(patient, stage.Staff[0], isStaff: true);
        return true;
    }

    /// <summary>The same, of one pool without a choice, for whoever holds nothing that counts.</summary>
    private bool TryTakeOnly(int patient, int pool, int amount, bool isStaff)
    {
        if (!(IsNeverShort(pool) || (IsFree(pool, amount) && agenda.IsServedNext())))
        {
            return false;
        }

        possession.Acquire(patient, pool, amount, isStaff, freeEarly: false);
        if (!isStaff)
        {
            patients.Items[patient].PlaceTaken = (short)pool;
        }

        return true;
    }

    /// <summary>True when a pool has room for everybody at all times: nobody is before anybody, and it never closes.</summary>
    private bool IsNeverShort(int pool) => pools[pool].Capacity >= PoolState.NeverShort && run.Model.Pools[pool] is { Unlimited: true, Takes: null };

    /// <summary>True when a pool has the amount and nobody is before the patient.</summary>
    private bool IsFree(int pool, int amount)
    {
        ref var state = ref pools[pool];
        return state.Free >= amount && lists.IsEmpty(pool) && state.Takes && pools[pool].KeptOpen == 0;
    }

    /// <summary>True when the bundle is never short, or free with nobody before the patient.</summary>
    private bool CanTakeAtOnce(Bundle bundle, int patient, bool isStaff)
    {
        if (bundle.After is not null)
        {
            return false;
        }

        var isLimited = false;
        var parts = bundle.Items;
        for (var index = 0; index < parts.Length; index++)
        {
            var pool = evaluator.PoolOf(parts[index], patient);
            if (IsNeverShort(pool))
            {
                continue;
            }

            if (!isStaff && run.Holds(patient, pool, parts[index].Amount))
            {
                continue;
            }

            if (!IsFree(pool, parts[index].Amount))
            {
                return false;
            }

            isLimited = true;
        }

        return !isLimited || agenda.IsServedNext();
    }

    public void WaitForPlace(int patient, StageModel stage)
    {
        ref var item = ref patients.Items[patient];
        item.Phase = Phase.WaitingForPlace;
        delays.StartDelayWhileWaiting(patient, stage);
        BeginWait(patient, stage, stage.Place, RequestPurpose.Place);
        if (run.HoldsPlace(patient))
        {
            blocking.CountBoarding(patient, +1);
            agenda.Blocked.Add(patient);
        }
    }

    public void WaitForStaff(int patient, StageModel stage)
    {
        patients.Items[patient].Phase = Phase.WaitingForStaff;
        BeginWait(patient, stage, stage.Staff, RequestPurpose.Staff);
    }

    private void BeginWait(int patient, StageModel stage, Bundle[] bundles, RequestPurpose purpose)
    {
        ref var item = ref patients.Items[patient];
        recorder.TouchStage(item.Stage, run.Now);
        waitingForStage[item.Stage]++;
        item.Joined = 0;
        item.Rank = (byte)timers.RankAt(patient, stage, item.Level);
        if (stage.Priority.Levels.Length > 1)
        {
            timers.RaiseByClock(patient, stage);
        }

        for (var index = 0; index < bundles.Length; index++)
        {
            if (bundles[index].After is not { } after || timers.IsLongDue(patient, after, DrawPurpose.Alternative))
            {
                requests.Join(patient, bundles[index], index, purpose, item.Rank, None);
            }
        }

        if (paths[item.Stage].NeedsLook)
        {
            agenda.NoteBegunWait(patient);
        }
    }

    /// <summary>Ends a wait: the requests leave their lists.</summary>
    public void EndWait(int patient)
    {
        ref var item = ref patients.Items[patient];
        recorder.TouchStage(item.Stage, run.Now);
        waitingForStage[item.Stage]--;
        item.LiveSequence = uint.MaxValue;
        if (item.Phase == Phase.WaitingForPlace)
        {
            blocking.CountBoarding(patient, -1);
        }

        ref var link = ref item.FirstRequest;
        while (link != None)
        {
            if (lists.Items[link].Purpose == RequestPurpose.MoveBack)
            {
                link = ref lists.Items[link].NextOfPatient;
            }
            else
            {
                requests.DropRequest(ref link);
            }
        }
    }
}
