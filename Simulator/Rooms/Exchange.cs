using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>
/// Patients who block each other change places (docs/law.md, sentence 13). Looked for when somebody begins to wait for a place while holding one: a deadlock
/// comes about only when its last patient does, when a pool that was shut or cleaned could take part again, or when capacity falls.
/// </summary>
internal sealed class Exchange
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly Recorder recorder;
    private readonly Agenda agenda;
    private readonly Circles circles;
    private readonly DeadlockSearch deadlockSearch;
    private readonly DeadlockText deadlockText;
    private readonly Journey journey;
    private readonly Possession possession;
    private readonly Waiting waiting;

    public Exchange(RunState run, Recorder recorder, Agenda agenda, Circles circles, DeadlockSearch deadlockSearch, DeadlockText deadlockText,
        Journey journey, Possession possession, Waiting waiting)
    {
        this.run = run;
        this.recorder = recorder;
        this.agenda = agenda;
        this.circles = circles;
        this.deadlockSearch = deadlockSearch;
        this.deadlockText = deadlockText;
        this.journey = journey;
        this.possession = possession;
        this.waiting = waiting;
        (patients, lists, pools) = (run.Patients, run.Lists, run.Pools);
    }

    /// <summary>Exchanges since the start of this object.</summary>
    public long Count { get; private set; }

    /// <summary>
    /// True when some patients have changed places. The others are looked at when the lists have been served again and those who began to wait meanwhile
    /// have been looked at, of whom it is not known before whether anything is to happen to them.
    /// </summary>
    public bool ExchangePlaces()
    {
        for (var index = 0; index < agenda.Blocked.Count; index++)
        {
            var patient = agenda.Blocked[index];
            if (patients.Items[patient].Phase == Phase.WaitingForPlace && run.HoldsPlace(patient) && (TryHeadCycle(patient) || TryDeadlock(patient)))
            {
                agenda.Blocked.RemoveRange(0, index + 1);
                return true;
            }
        }

        agenda.Blocked.Clear();
        return false;
    }

    /// <summary>docs/law.md, sentence 13.3: everybody in the cycle is the head of the list: nobody is passed over.</summary>
    private bool TryHeadCycle(int patient)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            if (circles.MayExchange(at) && lists.Head(lists.Items[at].Pool) == at)
            {
                circles.ResetSearch();
                if (circles.FollowHeads(at, lists.Items[at].Pool))
                {
                    ChangePlaces();
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>docs/law.md, sentence 13.4: every unit of a set of pools is held by patients who have ended and wait only for pools of the set.</summary>
    private bool TryDeadlock(int patient)
    {
        if (deadlockSearch.MayBeInDeadlock(patient, DeadlockOf.AllUnits) && deadlockSearch.FindDeadlock(DeadlockOf.AllUnits) && TryExchangeInDeadlock())
        {
            return true;
        }

        // Whoever is first and wants more than is free would never be served, so is not passed over by an exchange either.
        return deadlockSearch.MayBeInDeadlock(patient, DeadlockOf.Enough) && deadlockSearch.FindDeadlock(DeadlockOf.Enough) && deadlockSearch.RemainsForEver()
            && (TryExchangeInDeadlock() ? true : throw deadlockText.DeadlockRemains());
    }

    private bool TryExchangeInDeadlock()
    {
        for (var pool = 0; pool < pools.Length; pool++)
        {
            if (!deadlockSearch.Has(pool))
            {
                continue;
            }

            circles.ResetSearch();
            if (circles.FollowDeadlock(pool, pool, int.MaxValue))
            {
                ChangePlaces();
                return true;
            }
        }

        return false;
    }

    private void ChangePlaces()
    {
        var model = run.Model;
        Span<(int Patient, int Bundle, int Index, int Pool, int Amount)> moves = stackalloc (int, int, int, int, int)[circles.Length];
        for (var index = 0; index < moves.Length; index++)
        {
            ref var request = ref lists.Items[circles.Asked[index]];
            moves[index] = (request.Patient, request.Bundle, request.BundleIndex, request.Pool, request.Amount);
        }

        foreach (var (patient, _, _, _, _) in moves)
        {
            waiting.EndWait(patient);
        }

        // Everybody has the new place before anybody goes on, so that nobody outside can come in between.
        for (var index = 0; index < moves.Length; index++)
        {
            var (patient, bundle) = (moves[index].Patient, model.Bundles[moves[index].Bundle]);
            var next = moves[(index + 1) % moves.Length];
            possession.WillChangeHands(next.Pool, next.Amount);
            possession.AcquireBundle(patient, bundle, isStaff: false);
            possession.LetGoPlaces(patient, model.Stages[patients.Items[patient].Stage], bundle);
        }

        possession.WillChangeHands(None, 0);
        Count++;
        recorder.Exchanged(moves.Length);
        foreach (var (patient, bundle, index, _, _) in moves)
        {
            journey.TakePlace(patient, model.Stages[patients.Items[patient].Stage], model.Bundles[bundle], index);
        }
    }
}
