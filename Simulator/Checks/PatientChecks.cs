using System.Numerics;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Checks;

/// <summary>What must hold of every patient after every instant: times, clocks, staff, delays.</summary>
internal sealed class PatientChecks
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly Evaluator evaluator;
    private readonly Findings findings;
    private readonly ListChecks listChecks;
    private readonly PlaceChecks placeChecks;

    public PatientChecks(RunState run, Findings findings, ListChecks listChecks, PlaceChecks placeChecks)
    {
        (this.run, this.findings, this.listChecks, this.placeChecks) = (run, findings, listChecks, placeChecks);
        (patients, holdings, evaluator) = (run.Patients, run.Holdings, run.Evaluator);
    }

    public void CheckPatient(int patient, InvariantMemory memory)
    {
        CheckTimes(patient);
        placeChecks.CheckPlaces(patient, memory);
        CheckStaff(patient, memory);
        CheckClocks(patient, memory);
        listChecks.CheckRequests(patient, memory);
        CheckDelay(patient, memory);
    }

    private void CheckTimes(int patient)
    {
        ref var item = ref patients.Items[patient];
        var stage = run.Model.Stages[item.Stage];
        var isTaken = item.Phase != Phase.WaitingForPlace;
        if (item.EnteredAt > run.Now
            || (isTaken && (item.TakenAt > run.Now || item.TakenAt < item.EnteredAt))
            || (item.Phase == Phase.InService && item.EndsAt <= run.Now))
        {
            throw findings.BrokenFor(Invariant.Clocks, patient,
                $"{item.Phase}: entered at second {item.EnteredAt}, place taken at {item.TakenAt}, end at {item.EndsAt}");
        }

        if (item.Visit != patients.Visits[(patient * patients.Templates) + stage.Template])
        {
            throw findings.BrokenFor(Invariant.Clocks, patient, $"visit {item.Visit} of {patients.Visits[(patient * patients.Templates) + stage.Template]} visits");
        }
    }

    private void CheckStaff(int patient, InvariantMemory memory)
    {
        ref var item = ref patients.Items[patient];
        var stage = run.Model.Stages[item.Stage];

        // Those who are in a stage when the run starts have no staff: the initial census fills places only.
        var isRight = item.Phase == Phase.InService
            ? item.TakenAt <= memory.ModelSince
                || (item.Number < 0 && item.TakenAt == run.Model.Run.Start)
                || (HoldsNoStaff(patient)
                    ? stage.Staff.Length == 0 || Array.Exists(stage.Staff, bundle => bundle.For is not null)
                    : Array.Exists(stage.Staff, bundle => HoldsStaff(patient, bundle)))
            : HoldsNoStaff(patient);
        if (!isRight)
        {
            throw findings.BrokenFor(Invariant.Staff, patient, $"{item.Phase} with other staff than the stage asks for");
        }
    }

    public bool HoldsNoStaff(int patient)
    {
        foreach (var at in run.HoldingsOf(patient))
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
        foreach (var at in run.HoldingsOf(patient))
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
        var stage = run.Model.Stages[item.Stage];
        var began = item.Phase == Phase.WaitingForPlace ? item.EnteredAt : item.TakenAt;
        if (began > memory.ModelSince)
        {
            // While the place is waited for, those of the stage before run on, and those that start within a time do already.
            var must = item.Phase == Phase.WaitingForPlace ? PlaceChecks.StartingWithin(stage) : stage.ClockMask;
            var may = item.Phase == Phase.WaitingForPlace ? must | memory.Of(patient).ClockMask : must;
            if ((patients.Running[patient] & must) != must || (patients.Running[patient] & ~may) != 0)
            {
                throw findings.BrokenFor(Invariant.Clocks, patient, $"{item.Phase}: clocks {patients.Running[patient]:b} run, {must:b} must and {may:b} may");
            }
        }

        for (var mask = patients.Running[patient]; mask != 0; mask &= mask - 1)
        {
            var clock = BitOperations.TrailingZeroCount(mask);
            var start = patients.ClockStart[(patient * patients.Clocks) + clock];
            if (start > run.Now && start - run.Now > memory.LongestWithin[clock])
            {
                throw findings.BrokenFor(Invariant.Clocks, patient, $"clock {run.Model.Clocks[clock]} starts at second {start}");
            }
        }
    }

    private void CheckDelay(int patient, InvariantMemory memory)
    {
        ref var item = ref patients.Items[patient];
        var stage = run.Model.Stages[item.Stage];
        if (item.DelayKind >= 0 && (!run.Holds(patient, item.DelayPool, 1) || run.Model.Pools[item.DelayPool].Kind != PoolKind.Beds))
        {
            throw findings.BrokenFor(Invariant.Delays, patient, $"is delayed in {run.Model.Pools[item.DelayPool].Name}, which is no bed held");
        }

        var began = item.Phase == Phase.WaitingForPlace ? item.EnteredAt : item.TakenAt;
        var isSure = item.Phase == Phase.WaitingForPlace || stage.PlaceMode == PlaceMode.Keep;
        if (began > memory.ModelSince
            && (item.DelayKind >= 0 ? stage.Delayed is null : stage.Delayed is not null && isSure && run.BedHeld(patient, null) != None))
        {
            throw findings.BrokenFor(Invariant.Delays, patient, item.DelayKind >= 0 ? "is delayed where nobody is" : "holds a bed and is not delayed");
        }
    }
}
