using System.Numerics;
using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>What must hold of every patient after every instant: times, clocks, staff, delays.</summary>
public sealed partial class Replication
{
    private void CheckPatient(int patient, InvariantMemory memory)
    {
        CheckTimes(patient);
        CheckPlaces(patient, memory);
        CheckStaff(patient, memory);
        CheckClocks(patient, memory);
        CheckRequests(patient, memory);
        CheckDelay(patient, memory);
    }

    private void CheckTimes(int patient)
    {
        ref var item = ref patients.Items[patient];
        var stage = model.Stages[item.Stage];
        var isTaken = item.Phase != Phase.WaitingForPlace;
        if (item.EnteredAt > now || (isTaken && (item.TakenAt > now || item.TakenAt < item.EnteredAt)) || (item.Phase == Phase.InService && item.EndsAt <= now))
        {
            throw BrokenFor(Invariant.Clocks, patient,
                $"{item.Phase}: entered at second {item.EnteredAt}, place taken at {item.TakenAt}, end at {item.EndsAt}");
        }

        if (item.Visit != patients.Visits[(patient * patients.Templates) + stage.Template])
        {
            throw BrokenFor(Invariant.Clocks, patient, $"visit {item.Visit} of {patients.Visits[(patient * patients.Templates) + stage.Template]} visits");
        }
    }

    private void CheckStaff(int patient, InvariantMemory memory)
    {
        ref var item = ref patients.Items[patient];
        var stage = model.Stages[item.Stage];

        // Those who are in a stage when the run starts have no staff: the initial census fills places only.
        var isRight = item.Phase == Phase.InService
            ? item.TakenAt <= memory.ModelSince
                || (item.Number < 0 && item.TakenAt == model.Run.Start)
                || (HoldsNoStaff(patient)
                    ? stage.Staff.Length == 0 || Array.Exists(stage.Staff, bundle => bundle.For is not null)
                    : Array.Exists(stage.Staff, bundle => HoldsStaff(patient, bundle)))
            : HoldsNoStaff(patient);
        if (!isRight)
        {
            throw BrokenFor(Invariant.Staff, patient, $"{item.Phase} with other staff than the stage asks for");
        }
    }

    private bool HoldsNoStaff(int patient)
    {
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
        {
            if (holdings.Items[at].IsStaff)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when the staff held are those of the bundle, each part once.</summary>
    private bool HoldsStaff(int patient, Bundle bundle)
    {
        var found = 0;
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
        {
            ref var holding = ref holdings.Items[at];
            if (!holding.IsStaff)
            {
                continue;
            }

            var index = 0;
            while (index < bundle.Items.Length
                && ((found >> index & 1) != 0 || bundle.Items[index].Amount != holding.Amount
                    || evaluator.PoolOf(bundle.Items[index].Pool, patient) != holding.Pool))
            {
                index++;
            }

            if (index == bundle.Items.Length)
            {
                return false;
            }

            found |= 1 << index;
        }

        return found == (1 << bundle.Items.Length) - 1;
    }

    private void CheckClocks(int patient, InvariantMemory memory)
    {
        ref var item = ref patients.Items[patient];
        var stage = model.Stages[item.Stage];
        var began = item.Phase == Phase.WaitingForPlace ? item.EnteredAt : item.TakenAt;
        if (began > memory.ModelSince)
        {
            // While the place is waited for, those of the stage before run on, and those that start within a time do already.
            var must = item.Phase == Phase.WaitingForPlace ? StartingWithin(stage) : stage.ClockMask;
            var may = item.Phase == Phase.WaitingForPlace ? must | memory.Of(patient).ClockMask : must;
            if ((patients.Running[patient] & must) != must || (patients.Running[patient] & ~may) != 0)
            {
                throw BrokenFor(Invariant.Clocks, patient, $"{item.Phase}: clocks {patients.Running[patient]:b} run, {must:b} must and {may:b} may");
            }
        }

        for (var mask = patients.Running[patient]; mask != 0; mask &= mask - 1)
        {
            var clock = BitOperations.TrailingZeroCount(mask);
            var start = patients.ClockStart[(patient * patients.Clocks) + clock];
            if (start > now && start - now > memory.LongestWithin[clock])
            {
                throw BrokenFor(Invariant.Clocks, patient, $"clock {model.Clocks[clock]} starts at second {start}");
            }
        }
    }

    private static int StartingWithin(StageModel stage)
    {
        var mask = 0;
        foreach (var use in stage.Clocks)
        {
            mask |= use.Within >= 0 ? 1 << use.Clock : 0;
        }

        return mask;
    }

    private void CheckDelay(int patient, InvariantMemory memory)
    {
        ref var item = ref patients.Items[patient];
        var stage = model.Stages[item.Stage];
        if (item.DelayKind >= 0 && (!Holds(patient, item.DelayPool, 1) || model.Pools[item.DelayPool].Kind != PoolKind.Beds))
        {
            throw BrokenFor(Invariant.Delays, patient, $"is delayed in {model.Pools[item.DelayPool].Name}, which is no bed held");
        }

        var began = item.Phase == Phase.WaitingForPlace ? item.EnteredAt : item.TakenAt;
        var isSure = item.Phase == Phase.WaitingForPlace || stage.PlaceMode == PlaceMode.Keep;
        if (began > memory.ModelSince && (item.DelayKind >= 0 ? stage.Delayed is null : stage.Delayed is not null && isSure && BedHeld(patient, null) != None))
        {
            throw BrokenFor(Invariant.Delays, patient, item.DelayKind >= 0 ? "is delayed where nobody is" : "holds a bed and is not delayed");
        }
    }
}
