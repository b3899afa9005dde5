using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>
/// Asking for places and staff: a request stands in the list of its pool and in the chain of its patient (docs/law.md, sentences 3, 5 and 10).
/// </summary>
internal sealed class Requests
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly Evaluator evaluator;
    private readonly Agenda agenda;
    private readonly Blocking blocking;
    private readonly Lacking lacking;

    public Requests(RunState run, Agenda agenda, Blocking blocking, Lacking lacking)
    {
        (this.run, this.agenda, this.blocking, this.lacking) = (run, agenda, blocking, lacking);
        (patients, lists, pools, evaluator) = (run.Patients, run.Lists, run.Pools, run.Evaluator);
    }

    public void Join(int patient, Bundle bundle, int index, RequestPurpose purpose, int rank, int leavesPool)
    {
        if (purpose != RequestPurpose.MoveBack)
        {
            patients.Items[patient].Joined |= 1 << index;
        }

        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            var pool = evaluator.PoolOf(part, patient);
            if (purpose != RequestPurpose.Place || !run.Holds(patient, pool, part.Amount))
            {
                JoinList(patient, pool, part.Amount, bundle.Id, index, purpose, rank, leavesPool);
            }
        }
    }

    private void JoinList(int patient, int pool, int amount, int bundle, int index, RequestPurpose purpose, int rank, int leavesPool)
    {
        var at = lists.Take();
        ref var request = ref lists.Items[at];
        request.Patient = patient;
        request.Bundle = bundle;
        request.BundleIndex = (byte)index;
        request.JoinedAt = run.Now;
        request.Pool = (short)pool;
        request.Amount = (short)amount;
        request.Rank = (byte)rank;
        request.Purpose = purpose;
        request.LeavesPool = (short)leavesPool;
        ref var item = ref patients.Items[patient];
        lists.Enter(at, item.FirstRequest);
        item.FirstRequest = at;
        CountWaiting(pool, purpose, +1);
        agenda.MarkDirty(pool);
        blocking.LookForDeadlockBehind(pool);
        lacking.Joined(pool, at);
    }

    /// <summary>Asks for the parts of a joined bundle that are neither held nor asked for yet.</summary>
    public void JoinMissing(int patient, Bundle bundle, int index, RequestPurpose purpose)
    {
        patients.Items[patient].Joined |= 1 << index;
        foreach (ref readonly var part in bundle.Items.AsSpan())
        {
            var pool = evaluator.PoolOf(part, patient);
            if (!(purpose == RequestPurpose.Place && run.Holds(patient, pool, part.Amount)) && !IsAskedFor(patient, bundle.Id, pool, purpose))
            {
                JoinList(patient, pool, part.Amount, bundle.Id, index, purpose, patients.Items[patient].Rank, None);
            }
        }
    }

    public bool IsAskedFor(int patient, int bundle, int pool, RequestPurpose purpose)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            ref var request = ref lists.Items[at];
            if (request.Bundle == bundle && request.Pool == pool && request.Purpose == purpose)
            {
                return true;
            }
        }

        return false;
    }

    public void CountWaiting(int pool, RequestPurpose purpose, int by)
    {
        if (purpose != RequestPurpose.MoveBack)
        {
            pools[pool].Touch(run.Now);
            pools[pool].Waiting += by;
        }
    }

    /// <summary>Takes one request out.</summary>
    public void DropRequest(int patient, int request) => DropRequest(ref lists.LinkTo(ref patients.Items[patient].FirstRequest, request));

    /// <summary>The same by what leads to it in the chain of its patient, and then leads to the next.</summary>
    public void DropRequest(ref int link)
    {
        ref var item = ref lists.Items[link];
        var pool = item.Pool;
        CountWaiting(pool, item.Purpose, -1);
        agenda.MarkDirty(pool);
        lists.Remove(ref link);
        if (pools[pool].Free > 0)
        {
            // What is free may be too little for the one who is head now.
            blocking.LookForDeadlockOfThoseLeft(pool);
        }
    }
}
