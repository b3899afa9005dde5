using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>
/// Checks of the engine's own state after every instant, for tests and for <c>--paranoid</c>. They decide by docs/law.md, not by asking
/// the code that changed the state. Every pool and every patient to whom something happened is looked at in every instant; the whole state as well
/// while it is small, else once a simulated hour.
/// </summary>
public sealed partial class Replication
{
    /// <summary>A state of up to this many patients and pools is checked whole in every instant.</summary>
    private const int SmallState = 300;

    /// <summary>Null: nothing is checked, and a run pays one branch an instant.</summary>
    private InvariantMemory? invariants;

    /// <summary>Exchanges since the start of this object.</summary>
    private long exchanges;

    private int OldestWhole => patients.Present + pools.Length <= SmallState ? now : now / SimTime.Hour * SimTime.Hour;

    private static InvariantMemory NewMemory(SystemModel model) => new(model.Pools.Length, model.Streams.Length, model.Stages.Length, model.Clocks.Length);

    /// <summary>From here on the state is watched; called when it is complete but nothing has been served.</summary>
    private void BeginWatching()
    {
        if (invariants is not { } memory)
        {
            return;
        }

        memory.CheckedAt = now;
        RememberWithin(memory);
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].Phase != Phase.None)
            {
                memory.CountArrival(patients.Items[patient].Stream);
            }
        }

        RememberPools(memory);
    }

    /// <summary>What goes on now began under another model.</summary>
    private void ModelHasChanged()
    {
        if (invariants is { } memory)
        {
            memory.ModelSince = now;
            RememberWithin(memory);
        }
    }

    private void RememberWithin(InvariantMemory memory)
    {
        foreach (var use in model.Stages.SelectMany(stage => stage.Clocks))
        {
            memory.LongestWithin[use.Clock] = Math.Max(memory.LongestWithin[use.Clock], use.Within);
        }
    }

    private void CheckBeginning()
    {
        if (invariants is not null)
        {
            CheckInvariants();
        }
    }

    /// <summary>To be called when an instant's serving is complete.</summary>
    private void CheckInvariants()
    {
        var memory = invariants!;
        if (now < memory.CheckedAt)
        {
            throw Broken(Invariant.Time, $"second {memory.CheckedAt} was before this one");
        }

        for (var pool = 0; pool < pools.Length; pool++)
        {
            CheckPool(pool, memory);
        }

        foreach (var patient in memory.Touched)
        {
            if (patients.Items[patient].Phase != Phase.None)
            {
                CheckPatient(patient, memory);
            }
        }

        memory.Touched.Clear();
        if (memory.WholeAt < OldestWhole || patients.Present + pools.Length <= SmallState)
        {
            CheckWhole(memory);
        }

        memory.CheckedAt = now;
        memory.Exchanges = exchanges;
        RememberPools(memory);
    }

    private void CheckWhole(InvariantMemory memory)
    {
        memory.Begin(lists.Items.Length, patients.Used);
        CheckPaths();
        CheckEvents(memory);
        CheckLists(memory);
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].Phase != Phase.None)
            {
                CheckPatient(patient, memory);
                CheckOwnRequests(patient, memory);
                CheckLiveEvent(patient, memory);
            }
        }

        CheckEveryone(memory, isThorough: memory.WholeAt < now / SimTime.Hour * SimTime.Hour);
        CheckRecords(memory);
        CheckUnits();
        CheckCountsOfWaiting(memory);
        CheckCountsOfDelays();
        CheckDeadlocks();
        memory.WholeAt = now;
    }

    private void RememberPools(InvariantMemory memory)
    {
        for (var pool = 0; pool < pools.Length; pool++)
        {
            ref var state = ref pools[pool];
            var untouched = (long)(now - state.TouchedAt);
            memory.Pools[pool] = new PoolMemory
            {
                Occupied = state.Occupied,
                Open = state.Open,
                Waiting = state.Waiting,
                InUse = state.Occupied + state.Turning,
                Rostered = state.Rostered,
                KeptOpen = keptOpen[pool],
                Given = state.Given,
                OccupiedArea = state.OccupiedArea + (untouched * state.Occupied),
                OpenArea = state.OpenArea + (untouched * state.Open),
                WaitingArea = state.WaitingArea + (untouched * state.Waiting),
            };
        }
    }

    private InvariantException Broken(Invariant invariant, string finding) =>
        new(invariant, $"invariant {invariant} is broken at {Moment(now)} (second {now}), replication {number}, seed {seed}: {finding}");

    private InvariantException BrokenFor(Invariant invariant, int patient, string finding) =>
        Broken(invariant, $"{finding} ({evaluator.Describe(patient)})");

    private InvariantException BrokenAt(Invariant invariant, int pool, string finding)
    {
        ref var state = ref pools[pool];
        return Broken(invariant,
            $"{finding} ({model.Pools[pool].Name}: capacity {state.Capacity}, occupied {state.Occupied}, in turnaround {state.Turning}, waiting {state.Waiting})");
    }
}
