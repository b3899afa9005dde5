using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>Deadlocks that no exchange resolves: whether time may undo them, and how they are named if not (docs/law.md, sentences 13.7 and 13.8).</summary>
public sealed partial class Replication
{
    private const int MostPatientsNamed = 6;

    /// <summary>
    /// True when nothing to come undoes the deadlock, or one that is part of it: what may come undone is taken out, so that it does not hide what may not.
    /// What is left of the deadlock then is what remains.
    /// </summary>
    private bool RemainsForEver()
    {
        for (var pool = 0; pool < pools.Length; pool++)
        {
            deadlock[pool] &= pools[pool].Takes && !MayGrow(pool);
        }

        return Shrink(inTime: true);
    }

    /// <summary>
    /// True when the time of giving up, of an alternative or of a rise in priority is still to come for a patient, a move back out of the deadlock, or a
    /// dated change after which less is asked for.
    /// </summary>
    private bool SomethingIsDue(int patient) =>
        patients.Items[patient].LiveSequence != uint.MaxValue || AsksToMoveOutside(patient) || WillAskForLess(patient);

    private bool AsksToMoveOutside(int patient)
    {
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            if (lists.Items[at].Purpose == RequestPurpose.MoveBack && !NeedsDeadlock(patient, lists.Items[at].Bundle))
            {
                return true;
            }
        }

        return false;
    }

    private bool WillAskForLess(int patient)
    {
        for (var index = 0; index < timeline.Models.Length; index++)
        {
            if (timeline.From[index] > now && AsksForLess(patient, timeline.Models[index]))
            {
                return true;
            }
        }

        return false;
    }

    private bool AsksForLess(int patient, SystemModel later)
    {
        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            var request = lists.Items[at];
            if (Array.Exists(later.Bundles[request.Bundle].Items, part => part.Amount < request.Amount && evaluator.PoolOf(part, patient) == request.Pool))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True when a roster, a closure that ends, a surge or a dated change may add to what a pool has now. It is looked at again when that happens.
    /// </summary>
    private bool MayGrow(int pool)
    {
        ref var state = ref pools[pool];
        if (state.Closed > 0 || surges[pool].Any(surge => !surge.IsOpen))
        {
            return true;
        }

        var most = state.Rostered + state.Surge;
        if (RisesAbove(model, pool, now, most))
        {
            return true;
        }

        for (var index = 0; index < timeline.Models.Length; index++)
        {
            if (timeline.From[index] > now && RisesAbove(timeline.Models[index], pool, timeline.From[index], most))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True when a model gives a pool more than now at a time or later, with the surges that are open. After the end of the run too: whoever still waits
    /// then does not wait for ever. Calendars are laid out over more than a year beyond it.
    /// </summary>
    private bool RisesAbove(SystemModel later, int pool, int from, int most)
    {
        var description = later.Pools[pool];
        var surge = UnitsOfOpenSurges(later, pool);
        for (var at = from; at < int.MaxValue; at = description.Capacity.NextChange(at))
        {
            if (description.Unlimited || description.Capacity.At(at) + surge > most)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Something has happened to a patient who goes on waiting: a deadlock may have come about of which he or she holds a place, or the head of whose list
    /// he or she is.
    /// </summary>
    private void LookForDeadlockOf(int patient)
    {
        if (patients.Items[patient].Phase is not (Phase.WaitingForPlace or Phase.WaitingForStaff))
        {
            return;
        }

        if (patients.Items[patient].Phase == Phase.WaitingForPlace && HoldsFullyBlockedPool(patient, DeadlockOf.Enough))
        {
            exchangeCandidates.Add(patient);
        }

        for (var at = patients.Items[patient].FirstRequest; at != None; at = lists.Items[at].NextOfPatient)
        {
            LookForDeadlockBehind(lists.Items[at].Pool);
        }
    }

    /// <summary>A list may have a new head for whom too little is free: those behind who hold a place are looked at.</summary>
    private void LookForDeadlockBehind(int pool)
    {
        if (pools[pool].Boarding > 0 && pools[pool].Free > 0)
        {
            LookForDeadlockAt(pool);
        }
    }

    private SimulationException DeadlockRemains()
    {
        var names = Enumerable.Range(0, pools.Length).Where(pool => deadlock[pool]).Select(pool => model.Pools[pool].Name);
        var heads = Enumerable.Range(0, pools.Length)
            .Where(pool => deadlock[pool] && pools[pool].Free > 0)
            .Select(pool => lists.Items[lists.Head(pool)].Patient)
            .ToHashSet();
        var stuck = Enumerable.Range(0, patients.Used)
            .Where(patient => (patients.Items[patient].Phase == Phase.WaitingForPlace && HoldsInDeadlock(patient)) || heads.Contains(patient))
            .ToList();
        var lines = stuck.Take(MostPatientsNamed).Select(DescribeStuck).ToList();
        if (stuck.Count > MostPatientsNamed)
        {
            lines.Add($"and {stuck.Count - MostPatientsNamed} more");
        }

        return new SimulationException($"patients in {string.Join(", ", names)} wait for each other's places for ever, and no exchange resolves it\n  "
            + $"{string.Join("\n  ", lines)}\n  Let one of them give up (gives_up), add capacity, or do not ask for several pools at once with + while holding one of another stage (such requests, and places that are kept, are not exchanged)");
    }

    private string DescribeStuck(int patient)
    {
        ref var item = ref patients.Items[patient];
        var held = string.Join(" and ", PlacesOf(patient).Select(place => model.Pools[place.Pool].Name));
        var stage = model.Stages[item.Stage];
        var joined = item.Joined;
        var bundles = item.Phase == Phase.WaitingForPlace ? stage.Place : stage.Staff;
        var wanted = bundles.Where((_, index) => (joined >> index & 1) != 0)
            .Select(bundle => string.Join(" + ", bundle.Items.Select(part => NamedAmount(part, patient))));
        return $"{evaluator.Name(patient)} {(held.Length > 0 ? $"holds {held} and" : "is first in the list and")} waits at {stage.Name} for {string.Join(" or ", wanted)}, since {Moment(item.EnteredAt)}";
    }

    private string NamedAmount(PoolAmount part, int patient)
    {
        var name = model.Pools[evaluator.PoolOf(part, patient)].Name;
        return part.Amount == 1 ? name : FormattableString.Invariant($"{part.Amount} of {name}");
    }
}
