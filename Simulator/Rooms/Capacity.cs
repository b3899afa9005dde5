using FlowSim.Simulator.Events;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>How many units of a pool are open: rosters, opening hours, slots, surge, closures (docs/law.md, sentences 12, 15 and 16).</summary>
internal sealed class Capacity
{
    private const int None = -1;

    private readonly RunState run;
    private readonly WaitingLists lists;
    private readonly PoolState[] pools;
    private readonly EventList events;
    private readonly Evaluator evaluator;
    private readonly SurgeState[][] surges;
    private readonly Recorder recorder;
    private readonly Agenda agenda;
    private readonly Blocking blocking;
    private readonly Companions companions;
    private readonly Possession possession;
    /// <summary>By pool: the hours whose beginning may let somebody move back to it.</summary>
    private readonly Timetable[][] moveBackWakes;

    public Capacity(RunState run, Recorder recorder, Agenda agenda, Blocking blocking, Companions companions, Possession possession)
    {
        (this.run, this.recorder, this.agenda, this.blocking, this.companions, this.possession) = (run, recorder, agenda, blocking, companions, possession);
        (lists, pools, events, evaluator, surges) = (run.Lists, run.Pools, run.Events, run.Evaluator, run.Surges);
        moveBackWakes = MoveBackWakes(run.Model);
    }

    public void StartPool(int pool)
    {
        var now = run.Now;
        var description = run.Model.Pools[pool];
        ref var state = ref pools[pool];
        state.TouchedAt = now;
        state.ServesBefore = long.MaxValue;
        state.IsPlain = IsPlain(pool);
        state.Rostered = (int)description.Capacity.At(now);
        state.Takes = description.Takes?.IsOpen(now) ?? true;
        UpdateCapacity(pool);
        SchedulePool(pool);
        for (var surge = 0; surge < description.Surges.Length; surge++)
        {
            ScheduleSurgeCheck(pool, surge);
        }
    }

    public bool IsPlain(int pool) =>
        run.Model.Pools[pool] is { Turnaround: null, Kind: not PoolKind.Slots } && !companions.Has(pool)
            && recorder.Layout.DistributionsOfPool[pool].Length == 0 && recorder.Demand?.Counts(pool) != true;

    /// <summary>The next time at which the pool changes by the calendar: roster, taking hours, renewal, hours of moving back.</summary>
    public void SchedulePool(int pool)
    {
        var now = run.Now;
        var description = run.Model.Pools[pool];
        var next = Math.Min(description.Capacity.NextChange(now), description.Takes?.NextChange(now) ?? int.MaxValue);
        next = Math.Min(next, description.Renewed?.NextAfter(now) ?? int.MaxValue);
        foreach (var hours in moveBackWakes[pool])
        {
            next = Math.Min(next, hours.NextChange(now));
        }

        pools[pool].LiveSequence = next == int.MaxValue
            ? uint.MaxValue
            : events.Push(next, EventKind.Roster, EventCode.PoolChanges, pool);
    }

    public void ChangePool(int pool, uint sequence)
    {
        if (pools[pool].LiveSequence != sequence)
        {
            return;
        }

        RefreshPool(pool);
        SchedulePool(pool);
    }

    public void RefreshPool(int pool)
    {
        var now = run.Now;
        var description = run.Model.Pools[pool];
        ref var state = ref pools[pool];
        var took = state.Takes;
        state.Takes = description.Takes?.IsOpen(now) ?? true;
        if (state.Takes && !took)
        {
            blocking.LookForDeadlockAt(pool);
        }

        if (description.Renewed is { } renewed && renewed.NextAfter(now - 1) == now)
        {
            // Slots not taken lapse; those taken are used up.
            possession.TouchPool(pool);
            state.Occupied = 0;
        }

        var rostered = (int)description.Capacity.At(now);
        if (description.EmptyAtClose && rostered == 0 && state.Rostered > 0 && state.Waiting > 0 && state.Takes)
        {
            pools[pool].KeptOpen = state.Rostered;
            state.ServesBefore = lists.NextJoinOrder;
        }
        else if (rostered > 0 || !state.Takes)
        {
            // Outside its hours of taking nobody is served, so nothing is kept open for anybody.
            pools[pool].KeptOpen = 0;
            state.ServesBefore = long.MaxValue;
        }

        state.Rostered = rostered;
        CountSurge(pool);
        UpdateCapacity(pool);
    }

    /// <summary>The last of those who waited at closing time has been seen.</summary>
    public void CloseAfterAll(int pool)
    {
        pools[pool].KeptOpen = 0;
        pools[pool].ServesBefore = long.MaxValue;
        UpdateCapacity(pool);
    }

    public void UpdateCapacity(int pool)
    {
        ref var state = ref pools[pool];
        possession.TouchPool(pool);
        var before = state.Capacity;
        state.Capacity = run.Model.Pools[pool].Unlimited
            ? PoolState.NeverShort
            : Math.Max(0, Math.Max(state.Rostered, pools[pool].KeptOpen) + state.Surge - state.Closed);
        if (state.Capacity != before)
        {
            blocking.LookForDeadlockAt(pool);
        }

        agenda.MarkDirty(pool);
        companions.MarkCompanionsDirty(pool);
    }

    public void ScheduleSurgeCheck(int pool, int surge)
    {
        var next = run.Model.Pools[pool].Surges[surge].Checked.NextAfter(run.Now);
        if (next != int.MaxValue)
        {
            events.Push(next, EventKind.SurgeCheck, EventCode.SurgeCheck, pool, surge);
        }
    }

    public void CheckSurge(int pool, int surge)
    {
        var now = run.Now;
        ref var state = ref surges[pool][surge];
        var description = run.Model.Pools[pool].Surges[surge];
        if (!state.IsOpen && !state.IsOpening && evaluator.Holds(description.Opens, None, now))
        {
            state.IsOpening = true;
            events.Push(RunState.Later(now, description.After), EventKind.Roster, EventCode.SurgeOpens, pool, surge);
        }
        else if (state.IsOpen && now - state.OpenedAt >= description.AtLeast && evaluator.Holds(description.Closes, None, now))
        {
            state.IsOpen = false;
            CountSurge(pool);
            UpdateCapacity(pool);
        }

        ScheduleSurgeCheck(pool, surge);
    }

    public void OpenSurge(int pool, int surge)
    {
        surges[pool][surge] = new SurgeState { IsOpen = true, OpenedAt = run.Now };
        CountSurge(pool);
        UpdateCapacity(pool);
    }

    /// <summary>Counted anew each time: a scenario may change what an open surge adds.</summary>
    public void CountSurge(int pool) => pools[pool].Surge = UnitsOfOpenSurges(run.Model, pool);

    public int UnitsOfOpenSurges(SystemModel of, int pool)
    {
        var open = 0;
        for (var surge = 0; surge < surges[pool].Length; surge++)
        {
            open += surges[pool][surge].IsOpen ? of.Pools[pool].Surges[surge].Adds : 0;
        }

        return open;
    }

    /// <summary>Units have been cleaned.</summary>
    public void EndTurnaround(int pool, int amount)
    {
        var now = run.Now;
        recorder.Demand?.Touch(pool, now);
        pools[pool].Touch(now);
        pools[pool].Turning -= amount;
        agenda.MarkDirty(pool);
        blocking.LookForDeadlockAt(pool);
    }

    /// <summary>Units that were closed are open again.</summary>
    public void EndClosure(int pool, int amount)
    {
        pools[pool].Closed -= amount;
        UpdateCapacity(pool);
    }

    public void Close(ClosureModel closure, int stream, long eventNumber)
    {
        var now = run.Now;
        var spec = closure.Time.Specs[evaluator.Cell(closure.Time.Lookup, None, now)];
        var uniform = DrawKey.Draw(run.StreamKeys[stream], eventNumber, 0, DrawPurpose.Closure, 0, 0).Uniform;
        var length = evaluator.Length(spec, None, now, uniform);
        if (length > 0)
        {
            pools[closure.Pool].Closed += closure.Amount;
            UpdateCapacity(closure.Pool);
            events.Push(RunState.Later(now, length), EventKind.Roster, EventCode.ClosureEnds, closure.Pool, closure.Amount);
        }
    }

    /// <summary>By pool: the hours whose beginning may let somebody move back to it.</summary>
    private static Timetable[][] MoveBackWakes(SystemModel model)
    {
        var wakes = model.Pools.Select(_ => new HashSet<Timetable>()).ToArray();
        foreach (var stage in model.Stages)
        {
            if (stage.MovesBack?.During is not { } during)
            {
                continue;
            }

            foreach (var pool in stage.Place.SelectMany(bundle => bundle.Items).SelectMany(item => Companions.PoolsMeant(item.Pool)))
            {
                wakes[pool].Add(during);
            }
        }

        return [.. wakes.Select(set => set.ToArray())];
    }
}
