using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Rooms;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Checks;

/// <summary>What must hold of every pool after every instant.</summary>
internal sealed class PoolChecks
{
    private const int None = -1;

    private readonly RunState run;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly SurgeState[][] surges;
    private readonly Recorder recorder;
    private readonly Exchange exchange;
    private readonly Findings findings;
    private readonly MoveBacks moveBacks;
    private readonly Serving serving;

    public PoolChecks(RunState run, Recorder recorder, Exchange exchange, Findings findings, MoveBacks moveBacks, Serving serving)
    {
        (this.run, this.recorder, this.exchange, this.findings, this.moveBacks, this.serving) = (run, recorder, exchange, findings, moveBacks, serving);
        (lists, pools, surges) = (run.Lists, run.Pools, run.Surges);
    }

    public void CheckPool(int pool, InvariantMemory memory)
    {
        ref var state = ref pools[pool];
        ref var before = ref memory.Pools[pool];
        if (state.Occupied < 0 || state.Turning < 0 || state.Waiting < 0 || state.Closed < 0)
        {
            throw findings.BrokenAt(Invariant.Units, pool, "a count is below 0");
        }

        CheckCapacity(pool);
        CheckWithinCapacity(pool, before, memory.Exchanges);
        CheckServing(pool);
        CheckSums(pool, before, memory.CheckedAt);
    }

    /// <summary>Rosters and calendars of a second have changed before any list of it is served.</summary>
    private void CheckCapacity(int pool)
    {
        ref var state = ref pools[pool];
        var description = run.Model.Pools[pool];
        if (state.Rostered != (int)description.Capacity.At(run.Now))
        {
            throw findings.BrokenAt(Invariant.Capacity, pool, $"rostered {state.Rostered}, expected {description.Capacity.At(run.Now)}");
        }

        if (state.Takes != (description.Takes?.IsOpen(run.Now) ?? true))
        {
            throw findings.BrokenAt(Invariant.Capacity, pool, state.Takes ? "takes patients outside its hours" : "takes no patients though it is open");
        }

        var open = SurgeOpen(pool);
        if (state.Surge != open)
        {
            throw findings.BrokenAt(Invariant.Capacity, pool, $"surge {state.Surge}, expected {open}");
        }

        var expected = description.Unlimited ? PoolState.NeverShort : Math.Max(0, Math.Max(state.Rostered, pools[pool].KeptOpen) + open - state.Closed);
        if (state.Capacity != expected)
        {
            throw findings.BrokenAt(Invariant.Capacity, pool, $"expected capacity {expected}");
        }
    }

    private int SurgeOpen(int pool)
    {
        var open = 0;
        for (var surge = 0; surge < surges[pool].Length; surge++)
        {
            open += surges[pool][surge].IsOpen ? run.Model.Pools[pool].Surges[surge].Adds : 0;
        }

        return open;
    }

    /// <summary>
    /// More may be in use than is open, where capacity fell; but then nothing is given, in the very second in which it falls neither. A pool kept open for
    /// those who waited at closing time closes after the last was given a unit, and in an exchange a place only changes hands.
    /// </summary>
    private void CheckWithinCapacity(int pool, in PoolMemory before, long exchangesBefore)
    {
        ref var state = ref pools[pool];
        var inUse = state.Occupied + state.Turning;
        if (!state.Takes && state.Given > before.Given && run.Now > run.Model.Run.Start)
        {
            throw findings.BrokenAt(Invariant.WithinCapacity, pool, $"{state.Given - before.Given} units were given outside the hours in which it takes patients");
        }

        var kept = pools[pool].KeptOpen > 0
            ? 0
            : run.Model.Pools[pool].EmptyAtClose && state.Rostered == 0 ? Math.Max(before.KeptOpen, before.Rostered)
            : before.KeptOpen;
        var capacity = kept > 0 ? Math.Max(state.Capacity, kept + state.Surge - state.Closed) : state.Capacity;
        if (inUse <= capacity)
        {
            return;
        }

        if (inUse > before.InUse || (state.Given > before.Given && exchange.Count == exchangesBefore))
        {
            throw findings.BrokenAt(Invariant.WithinCapacity, pool, $"{state.Given - before.Given} units were given, {inUse - before.InUse:+0;-0;0} are in use");
        }
    }

    private void CheckSums(int pool, in PoolMemory before, int checkedAt)
    {
        ref var state = ref pools[pool];
        if (state.TouchedAt > run.Now)
        {
            throw findings.BrokenAt(Invariant.Sums, pool, $"the sums run to second {state.TouchedAt}");
        }

        // The recorder takes the sums away when a period ends; nothing has happened between then and this instant.
        var isNew = recorder.SumsSince >= checkedAt;
        long passed = run.Now - (isNew ? recorder.SumsSince : checkedAt);
        var untouched = (long)(run.Now - state.TouchedAt);
        var isRight = state.OccupiedArea + (untouched * state.Occupied) == (isNew ? 0 : before.OccupiedArea) + (passed * before.Occupied)
            && state.OpenArea + (untouched * state.Open) == (isNew ? 0 : before.OpenArea) + (passed * before.Open)
            && state.WaitingArea + (untouched * state.Waiting) == (isNew ? 0 : before.WaitingArea) + (passed * before.Waiting);
        if (!isRight)
        {
            throw findings.BrokenAt(Invariant.Sums, pool,
                $"in {passed} s the sums grew by other than {before.Occupied} occupied, {before.Open} open and {before.Waiting} waiting");
        }
    }

    /// <summary>
    /// The first who is not passed over must be short of something. Passed over is who is not to be served at this hour, and who is short of another
    /// pool of the same bundle; who is short of this pool alone blocks those behind.
    /// </summary>
    private void CheckServing(int pool)
    {
        ref var state = ref pools[pool];
        if ((state.KeptOpen > 0) != (state.ServesBefore != long.MaxValue)
            || (state.KeptOpen > 0 && !serving.HasWaitingFromBefore(pool, state.ServesBefore)))
        {
            throw findings.BrokenAt(Invariant.Serving, pool, "kept open for nobody, or closed to those who waited at closing time");
        }

        if (!state.Takes || state.Free <= 0)
        {
            return;
        }

        for (var at = lists.Head(pool); at != None; at = lists.After(at))
        {
            if (IsPassedOver(at))
            {
                continue;
            }

            if (lists.Items[at].Amount > state.Free)
            {
                CheckAlternatives(at);
                return;
            }

            CheckNotFirst(at);
        }
    }

    /// <summary>Who blocks a list must not be first for an alternative in it that asks for less.</summary>
    private void CheckAlternatives(int blocking)
    {
        foreach (var at in run.RequestsOf(lists.Items[blocking].Patient))
        {
            if (lists.Items[at].Pool == lists.Items[blocking].Pool && lists.Items[at].Purpose == lists.Items[blocking].Purpose && HasRoomFor(at)
                && !IsPassedOver(at))
            {
                CheckNotFirst(at);
            }
        }
    }

    private void CheckNotFirst(int at)
    {
        if (IsFirstEverywhere(at))
        {
            throw findings.BrokenFor(Invariant.Serving, lists.Items[at].Patient, $"all of what is asked for is free, {run.Model.Pools[lists.Items[at].Pool].Name} too");
        }
    }

    private bool IsPassedOver(int at)
    {
        ref var request = ref lists.Items[at];
        if (request.JoinOrder >= pools[request.Pool].ServesBefore)
        {
            return true;
        }

        if (request.Purpose == RequestPurpose.MoveBack
            && (!moveBacks.IsHour(request.Bundle) || run.HoldsAll(request.Patient, run.Model.Bundles[request.Bundle])))
        {
            return true;
        }

        foreach (var other in run.RequestsOf(request.Patient))
        {
            if (other != at && IsSameMoveBack(other, at) && !HasRoomFor(other))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSameMoveBack(int one, int other) =>
        lists.Items[one].Bundle == lists.Items[other].Bundle && lists.Items[one].Purpose == lists.Items[other].Purpose;

    private bool HasRoomFor(int at)
    {
        ref var request = ref lists.Items[at];
        ref var state = ref pools[request.Pool];
        return state.Takes && state.Free >= request.Amount && request.JoinOrder < state.ServesBefore;
    }

    /// <summary>
    /// True when nobody who is not passed over stands before the patient in any list of the bundle; another alternative of the same patient does not
    /// count.
    /// </summary>
    private bool IsFirstEverywhere(int at)
    {
        foreach (var own in run.RequestsOf(lists.Items[at].Patient))
        {
            if (!IsSameMoveBack(own, at))
            {
                continue;
            }

            for (var ahead = lists.Head(lists.Items[own].Pool); ahead != own; ahead = lists.After(ahead))
            {
                var isAlternative = lists.Items[ahead].Patient == lists.Items[own].Patient && lists.Items[ahead].Purpose == lists.Items[own].Purpose;
                if (!isAlternative && !IsPassedOver(ahead))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
