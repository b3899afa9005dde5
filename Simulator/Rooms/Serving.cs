using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>Serving the list of one pool: who is given what (docs/law.md, sentences 3, 5, 10, 11).</summary>
internal sealed class Serving
{
    private const int None = -1;
    /// <summary>Shorter walks are not worth remembering [requests].</summary>
    private const int LongWalk = 64;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly Agenda agenda;
    private readonly Capacity capacity;
    private readonly Journey journey;
    private readonly Lacking lacking;
    private readonly MoveBacks moveBacks;
    private readonly Possession possession;
    private readonly Returning returning;
    private readonly Waiting waiting;

    public Serving(RunState run, Agenda agenda, Capacity capacity, Journey journey, Lacking lacking, MoveBacks moveBacks, Possession possession,
        Returning returning, Waiting waiting)
    {
        this.run = run;
        this.agenda = agenda;
        this.capacity = capacity;
        this.journey = journey;
        this.lacking = lacking;
        this.moveBacks = moveBacks;
        this.possession = possession;
        this.returning = returning;
        this.waiting = waiting;
        (patients, lists, pools) = (run.Patients, run.Lists, run.Pools);
    }

    public void Serve(int pool)
    {
        ref var state = ref pools[pool];
        agenda.Serving = pool;
        while (!lists.IsEmpty(pool) && state.Takes && state.Free > 0 && !lacking.EverybodyLacksAnother(pool) && GiveOne(pool, ref state))
        {
        }

        agenda.Serving = None;

        if (pools[pool].KeptOpen > 0 && !HasWaitingFromBefore(pool, state.ServesBefore))
        {
            capacity.CloseAfterAll(pool);
        }
    }

    /// <summary>Gives to the first in the list who can be served; false when nobody can.</summary>
    private bool GiveOne(int pool, ref PoolState state)
    {
        var walked = 0;
        for (var at = lists.Head(pool); at != None; at = lists.After(at))
        {
            walked++;
            ref var request = ref lists.Items[at];
            if (request.JoinOrder >= state.ServesBefore)
            {
                continue;
            }

            if (request.Amount > state.Free)
            {
                // Short here alone: blocks those behind, but not the same patient's alternatives. Short elsewhere as well: passed over.
                if (OthersAreFree(at))
                {
                    return GiveLess(at, pool, ref state);
                }

                continue;
            }

            if (TryGive(at, pool))
            {
                return true;
            }
        }

        if (walked > LongWalk)
        {
            lacking.LookForWhatAllLack(pool);
        }

        return false;
    }

    /// <summary>
    /// A patient who is short of this pool alone may stand in its list for an alternative too, which asks for less. A request to move back is no request
    /// for a place.
    /// </summary>
    private bool GiveLess(int blocking, int pool, ref PoolState state)
    {
        var purpose = lists.Items[blocking].Purpose;
        foreach (var at in run.RequestsOf(lists.Items[blocking].Patient))
        {
            ref var request = ref lists.Items[at];
            if (request.Purpose == purpose && request.Pool == pool && request.Amount <= state.Free && request.JoinOrder < state.ServesBefore
                && TryGive(at, pool))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryGive(int at, int pool)
    {
        ref var request = ref lists.Items[at];
        var patient = request.Patient;
        if (request.Purpose == RequestPurpose.MoveBack)
        {
            return returning.TryMoveBack(at);
        }

        // The usual case: one request, one pool.
        var single = patients.Items[patient].FirstRequest == at && request.NextOfPatient == None;
        var stage = run.Model.Stages[patients.Items[patient].Stage];
        var bundles = request.Purpose == RequestPurpose.Place ? stage.Place : stage.Staff;
        var index = single ? request.BundleIndex : FirstServable(patient, bundles, request.Purpose, pool);
        if (index < 0)
        {
            return false;
        }

        Give(patient, stage, bundles[index], index, request.Purpose);
        return true;
    }

    /// <summary>The first joined bundle, in written order, of which every pool can serve this patient now, or -1.</summary>
    private int FirstServable(int patient, Bundle[] bundles, RequestPurpose purpose, int servedPool)
    {
        var joined = patients.Items[patient].Joined;
        for (var index = 0; index < bundles.Length; index++)
        {
            if ((joined >> index & 1) != 0 && CanServe(patient, bundles[index].Id, purpose, servedPool))
            {
                return index;
            }
        }

        return None;
    }

    private bool CanServe(int patient, int bundle, RequestPurpose purpose, int servedPool)
    {
        foreach (var at in run.RequestsOf(patient))
        {
            ref var request = ref lists.Items[at];
            if (request.Bundle == bundle && request.Purpose == purpose && !PoolCanServe(at, servedPool))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// True when the request's pool has enough left after those ahead who could be served. Those ahead in the pool being served have just been
    /// passed over, so they need not be looked at again.
    /// </summary>
    private bool PoolCanServe(int at, int servedPool)
    {
        ref var request = ref lists.Items[at];
        ref var state = ref pools[request.Pool];
        if (!state.Takes || request.JoinOrder >= state.ServesBefore || state.Free < request.Amount)
        {
            return false;
        }

        if (request.Pool == servedPool)
        {
            return true;
        }

        var free = state.Free;
        for (var ahead = lists.Head(request.Pool); ahead != at; ahead = lists.After(ahead))
        {
            ref var other = ref lists.Items[ahead];
            var isAlternative = other.Patient == request.Patient && other.Purpose == request.Purpose;
            if (isAlternative || other.JoinOrder >= state.ServesBefore || !OthersAreFree(ahead))
            {
                continue;
            }

            free -= other.Amount;
            if (free < request.Amount)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when every other pool of the same bundle has the amount free and gives it out at this hour.</summary>
    private bool OthersAreFree(int at)
    {
        ref var request = ref lists.Items[at];
        if (request.Purpose == RequestPurpose.MoveBack && !moveBacks.MayMoveBack(request.Patient, request.Bundle))
        {
            return false;
        }

        foreach (var other in run.RequestsOf(request.Patient))
        {
            ref var item = ref lists.Items[other];
            if (other == at || item.Bundle != request.Bundle || item.Purpose != request.Purpose)
            {
                continue;
            }

            ref var state = ref pools[item.Pool];
            if (state.Free < item.Amount || !state.Takes || item.JoinOrder >= state.ServesBefore)
            {
                return false;
            }
        }

        return true;
    }

    private void Give(int patient, StageModel stage, Bundle bundle, int index, RequestPurpose purpose)
    {
        waiting.EndWait(patient);
        if (purpose == RequestPurpose.Staff)
        {
            possession.AcquireBundle(patient, bundle, isStaff: true);
            journey.TakeStaff(patient);
            return;
        }

        journey.TakePlace(patient, stage, bundle, index);
    }

    public bool HasWaitingFromBefore(int pool, long order)
    {
        for (var at = lists.Head(pool); at != None; at = lists.After(at))
        {
            if (lists.Items[at].JoinOrder < order)
            {
                return true;
            }
        }

        return false;
    }
}
