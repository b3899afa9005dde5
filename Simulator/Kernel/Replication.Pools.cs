using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Kernel;

/// <summary>Rosters, opening hours, slots, surge, closures (docs/law.md, sentences 12, 15 and 16).</summary>
public sealed partial class Replication
{
    private void StartPool(int pool)
    {
        var description = model.Pools[pool];
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

    private bool IsPlain(int pool) =>
        model.Pools[pool] is { Turnaround: null, Kind: not PoolKind.Slots } && companions[pool].Pools.Length == 0
            && recorder.Layout.DistributionsOfPool[pool].Length == 0 && recorder.Demand?.Counts(pool) != true;

    /// <summary>The next time at which the pool changes by the calendar: roster, taking hours, renewal, hours of moving back.</summary>
    private void SchedulePool(int pool)
    {
        var description = model.Pools[pool];
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

    private void ChangePool(int pool, uint sequence)
    {
        if (pools[pool].LiveSequence != sequence)
        {
            return;
        }

        RefreshPool(pool);
        SchedulePool(pool);
    }

    private void RefreshPool(int pool)
    {
        var description = model.Pools[pool];
        ref var state = ref pools[pool];
        var took = state.Takes;
        state.Takes = description.Takes?.IsOpen(now) ?? true;
        if (state.Takes && !took)
        {
            LookForDeadlockAt(pool);
        }

        if (description.Renewed is { } renewed && renewed.NextAfter(now - 1) == now)
        {
            // Slots not taken lapse; those taken are used up.
            TouchPool(pool);
            state.Occupied = 0;
        }

        var rostered = (int)description.Capacity.At(now);
        if (description.EmptyAtClose && rostered == 0 && state.Rostered > 0 && state.Waiting > 0 && state.Takes)
        {
            keptOpen[pool] = state.Rostered;
            state.ServesBefore = lists.NextJoinOrder;
        }
        else if (rostered > 0 || !state.Takes)
        {
            // Outside its hours of taking nobody is served, so nothing is kept open for anybody.
            keptOpen[pool] = 0;
            state.ServesBefore = long.MaxValue;
        }

        state.Rostered = rostered;
        CountSurge(pool);
        UpdateCapacity(pool);
    }

    /// <summary>The last of those who waited at closing time has been seen.</summary>
    private void CloseAfterAll(int pool)
    {
        keptOpen[pool] = 0;
        pools[pool].ServesBefore = long.MaxValue;
        UpdateCapacity(pool);
    }

    private void UpdateCapacity(int pool)
    {
        ref var state = ref pools[pool];
        TouchPool(pool);
        var before = state.Capacity;
        state.Capacity = model.Pools[pool].Unlimited
            ? PoolState.NeverShort
            : Math.Max(0, Math.Max(state.Rostered, keptOpen[pool]) + state.Surge - state.Closed);
        if (state.Capacity != before)
        {
            LookForDeadlockAt(pool);
        }

        MarkDirty(pool);
        MarkCompanionsDirty(pool);
    }

    private void ScheduleSurgeCheck(int pool, int surge)
    {
        var next = model.Pools[pool].Surges[surge].Checked.NextAfter(now);
        if (next != int.MaxValue)
        {
            events.Push(next, EventKind.SurgeCheck, EventCode.SurgeCheck, pool, surge);
        }
    }

    private void CheckSurge(int pool, int surge)
    {
        ref var state = ref surges[pool][surge];
        var description = model.Pools[pool].Surges[surge];
        if (!state.IsOpen && !state.IsOpening && evaluator.Holds(description.Opens, None, now))
        {
            state.IsOpening = true;
            events.Push(Later(now, description.After), EventKind.Roster, EventCode.SurgeOpens, pool, surge);
        }
        else if (state.IsOpen && now - state.OpenedAt >= description.AtLeast && evaluator.Holds(description.Closes, None, now))
        {
            state.IsOpen = false;
            CountSurge(pool);
            UpdateCapacity(pool);
        }

        ScheduleSurgeCheck(pool, surge);
    }

    private void OpenSurge(int pool, int surge)
    {
        surges[pool][surge] = new SurgeState { IsOpen = true, OpenedAt = now };
        CountSurge(pool);
        UpdateCapacity(pool);
    }

    /// <summary>Counted anew each time: a scenario may change what an open surge adds.</summary>
    private void CountSurge(int pool) => pools[pool].Surge = UnitsOfOpenSurges(model, pool);

    private int UnitsOfOpenSurges(SystemModel of, int pool)
    {
        var open = 0;
        for (var surge = 0; surge < surges[pool].Length; surge++)
        {
            open += surges[pool][surge].IsOpen ? of.Pools[pool].Surges[surge].Adds : 0;
        }

        return open;
    }

    private void Close(ClosureModel closure, int stream, long eventNumber)
    {
        var spec = closure.Time.Specs[evaluator.Cell(closure.Time.Lookup, None, now)];
        var uniform = DrawKey.Draw(streamKeys[stream], eventNumber, 0, DrawPurpose.Closure, 0, 0).Uniform;
        var length = evaluator.Length(spec, None, now, uniform);
        if (length > 0)
        {
            pools[closure.Pool].Closed += closure.Amount;
            UpdateCapacity(closure.Pool);
            events.Push(Later(now, length), EventKind.Roster, EventCode.ClosureEnds, closure.Pool, closure.Amount);
        }
    }

    /// <summary>By bundle: the hours in which patients are moved back to it; null: always, or never asked.</summary>
    private static Timetable?[] MoveBackHours(SystemModel model)
    {
        var hours = new Timetable?[model.Bundles.Length];
        foreach (var stage in model.Stages)
        {
            foreach (var bundle in stage.Place)
            {
                hours[bundle.Id] = stage.MovesBack?.During;
            }
        }

        return hours;
    }

    /// <summary>By pool: the pools that are asked for together with it, and the most that is asked for of it in such a bundle.</summary>
    private static (int[] Pools, int MostAsked)[] Companions(SystemModel model)
    {
        var companions = model.Pools.Select(_ => new SortedSet<int>()).ToArray();
        var most = new int[companions.Length];
        foreach (var bundle in model.Bundles.Where(bundle => bundle.Items.Length > 1))
        {
            foreach (var part in bundle.Items)
            {
                foreach (var pool in PoolsMeant(part.Pool))
                {
                    companions[pool].UnionWith(bundle.Items.Where(other => other != part).SelectMany(other => PoolsMeant(other.Pool)));
                    most[pool] = Math.Max(most[pool], part.Amount);
                }
            }
        }

        return [.. companions.Select((set, pool) => (set.ToArray(), most[pool]))];
    }

    private static IEnumerable<int> PoolsMeant(PoolRef pool) => pool.Pool >= 0 ? [pool.Pool] : pool.ByValue.Where(index => index >= 0);

    /// <summary>By bundle: all alternatives of the place it belongs to.</summary>
    private static Bundle[][] Siblings(SystemModel model)
    {
        var siblings = new Bundle[model.Bundles.Length][];
        foreach (var stage in model.Stages)
        {
            foreach (var bundle in stage.Place)
            {
                siblings[bundle.Id] = stage.Place;
            }
        }

        return siblings;
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

            foreach (var pool in stage.Place.SelectMany(bundle => bundle.Items).SelectMany(item => PoolsMeant(item.Pool)))
            {
                wakes[pool].Add(during);
            }
        }

        return [.. wakes.Select(set => set.ToArray())];
    }
}
