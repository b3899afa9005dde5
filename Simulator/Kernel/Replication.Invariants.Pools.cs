using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>What must hold of every pool after every instant.</summary>
public sealed partial class Replication
{
    private void CheckPool(int pool, InvariantMemory memory)
    {
        ref var state = ref pools[pool];
        ref var before = ref memory.Pools[pool];
        if (state.Occupied < 0 || state.Turning < 0 || state.Waiting < 0 || state.Closed < 0)
        {
            throw BrokenAt(Invariant.Units, pool, "a count is below 0");
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
        var description = model.Pools[pool];
        if (state.Rostered != (int)description.Capacity.At(now))
        {
            throw BrokenAt(Invariant.Capacity, pool, $"rostered {state.Rostered}, expected {description.Capacity.At(now)}");
        }

        if (state.Takes != (description.Takes?.IsOpen(now) ?? true))
        {
            throw BrokenAt(Invariant.Capacity, pool, state.Takes ? "takes patients outside its hours" : "takes no patients though it is open");
        }

        var open = SurgeOpen(pool);
        if (state.Surge != open)
        {
            throw BrokenAt(Invariant.Capacity, pool, $"surge {state.Surge}, expected {open}");
        }

        var expected = description.Unlimited ? PoolState.NeverShort : Math.Max(0, Math.Max(state.Rostered, keptOpen[pool]) + open - state.Closed);
        if (state.Capacity != expected)
        {
            throw BrokenAt(Invariant.Capacity, pool, $"expected capacity {expected}");
        }
    }

    private int SurgeOpen(int pool)
    {
        var open = 0;
        for (var surge = 0; surge < surges[pool].Length; surge++)
        {
            open += surges[pool][surge].IsOpen ? model.Pools[pool].Surges[surge].Adds : 0;
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
        if (!state.Takes && state.Given > before.Given && now > model.Run.Start)
        {
            throw BrokenAt(Invariant.WithinCapacity, pool, $"{state.Given - before.Given} units were given outside the hours in which it takes patients");
        }

        var kept = keptOpen[pool] > 0
            ? 0
            : model.Pools[pool].EmptyAtClose && state.Rostered == 0 ? Math.Max(before.KeptOpen, before.Rostered)
            : before.KeptOpen;
        var capacity = kept > 0 ? Math.Max(state.Capacity, kept + state.Surge - state.Closed) : state.Capacity;
        if (inUse <= capacity)
        {
            return;
        }

        if (inUse > before.InUse || (state.Given > before.Given && exchanges == exchangesBefore))
        {
            throw BrokenAt(Invariant.WithinCapacity, pool, $"{state.Given - before.Given} units were given, {inUse - before.InUse:+0;-0;0} are in use");
        }
    }

    private void CheckSums(int pool, in PoolMemory before, int checkedAt)
    {
        ref var state = ref pools[pool];
        if (state.TouchedAt > now)
        {
            throw BrokenAt(Invariant.Sums, pool, $"the sums run to second {state.TouchedAt}");
        }

        // The recorder takes the sums away when a period ends; nothing has happened between then and this instant.
        var isNew = recorder.SumsSince >= checkedAt;
        long passed = now - (isNew ? recorder.SumsSince : checkedAt);
        var untouched = (long)(now - state.TouchedAt);
        var isRight = state.OccupiedArea + (untouched * state.Occupied) == (isNew ? 0 : before.OccupiedArea) + (passed * before.Occupied)
            && state.OpenArea + (untouched * state.Open) == (isNew ? 0 : before.OpenArea) + (passed * before.Open)
            && state.WaitingArea + (untouched * state.Waiting) == (isNew ? 0 : before.WaitingArea) + (passed * before.Waiting);
        if (!isRight)
        {
            throw BrokenAt(Invariant.Sums, pool,
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
        if ((keptOpen[pool] > 0) != (state.ServesBefore != long.MaxValue) || (keptOpen[pool] > 0 && !HasWaitingFromBefore(pool, state.ServesBefore)))
        {
            throw BrokenAt(Invariant.Serving, pool, "kept open for nobody, or closed to those who waited at closing time");
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
        for (var at = patients.Items[lists.Items[blocking].Patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
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
            throw BrokenFor(Invariant.Serving, lists.Items[at].Patient, $"all of what is asked for is free, {model.Pools[lists.Items[at].Pool].Name} too");
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
            && (moveBackHours[request.Bundle]?.IsOpen(now) == false || HoldsAll(request.Patient, model.Bundles[request.Bundle])))
        {
            return true;
        }

        for (var other = patients.Items[request.Patient].FirstRequest; other != None; other = lists.Items[other].NextOfPatient)
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
        for (var own = patients.Items[lists.Items[at].Patient].FirstRequest; own != None; own = lists.Items[own].NextOfPatient)
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
