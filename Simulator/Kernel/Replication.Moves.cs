using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Kernel;

/// <summary>A patient's way through stages (docs/law.md, sentences 2 to 8).</summary>
public sealed partial class Replication
{
    /// <summary>The patient goes to a target, and on through stages that take no time, until he or she waits, is in service or has left.</summary>
    private void Enter(int patient, int target)
    {
        while (true)
        {
            var to = model.Targets[target];
            if (to.Exit >= 0)
            {
                Leave(patient, to.Exit);
                return;
            }

            if (!EnterStage(patient, evaluator.StageOf(to, patient)))
            {
                return;
            }

            target = EndStage(patient);
        }
    }

    /// <summary>Goes on after a place or staff have been given; true never leaves the patient between stages.</summary>
    private void GoOn(int patient, bool ended)
    {
        if (ended)
        {
            Enter(patient, EndStage(patient));
        }
    }

    /// <summary>docs/law.md, sentences 2 and 3. True when the stage has begun and ended in this instant.</summary>
    private bool EnterStage(int patient, int stageIndex)
    {
        ref var item = ref patients.Items[patient];
        var stage = model.Stages[stageIndex];
        CountMove(patient);
        recorder.Moved(item.Stage >= 0 ? item.Stage : model.Stages.Length + item.Stream, stageIndex);
        item.Stage = stageIndex;
        item.EnteredAt = now;
        item.Level = 0;
        if (stage.InstanceAttribute >= 0)
        {
            patients.Values[(patient * patients.Attributes) + stage.InstanceAttribute] = stage.InstanceValue;
        }

        item.Visit = ++patients.Visits[(patient * patients.Templates) + stage.Template];
        if (item.Visit == 0)
        {
            throw new SimulationException($"more than {ushort.MaxValue} visits of one patient to one stage ({evaluator.Describe(patient)})");
        }

        if (!paths[stageIndex].EntersPlainly || item.FirstRequest != None)
        {
            EnterByLaw(patient, stage);
        }
        else
        {
            Note(TraceStep.Entered, patient);
        }

        switch (stage.PlaceMode)
        {
            case PlaceMode.Keep:
                break;
            case PlaceMode.None:
                if (item.FirstHolding != None)
                {
                    LetGoPlaces(patient, stage, null);
                }

                break;
            default:
                if (recorder.Demand is not null)
                {
                    CountAsked(patient, stage, stage.Place, isStaff: false);
                }

                if (!TryTakeAtOnce(patient, stage))
                {
                    WaitForPlace(patient, stage);
                    return false;
                }

                break;
        }

        return PlaceTaken(patient, stage, null);
    }

    /// <summary>What happens on entry in all generality.</summary>
    private void EnterByLaw(int patient, StageModel stage)
    {
        ref var item = ref patients.Items[patient];
        if (stage.Sets.Length > 0)
        {
            MakeSets(stage.Sets, patient, DrawPurpose.Sets, item.Visit);
        }

        if (item.FirstRequest != None)
        {
            RenewMoveBacks(patient);
        }

        recorder.Entered(item.Stage, patient, now);
        Note(TraceStep.Entered, patient);
        StartLaterClocks(stage, patient);
    }

    /// <summary>
    /// docs/law.md, sentence 4, from the moment the place is the patient's; <paramref name="bundle"/> is what was just given, null if nothing was.
    /// </summary>
    private bool PlaceTaken(int patient, StageModel stage, Bundle? bundle)
    {
        ref var item = ref patients.Items[patient];
        item.TakenAt = now;
        if (recorder.Demand is not null)
        {
            CountPlaced(patient, stage);
        }

        if (!paths[item.Stage].StaysPlainly || patients.Running[patient] != 0 || item.FirstRequest != None || item.DelayKind >= 0)
        {
            TakeByLaw(patient, stage, bundle);
        }
        else
        {
            Note(TraceStep.Taken, patient);
        }

        if (stage.Staff.Length > 0)
        {
            if (recorder.Demand is not null)
            {
                CountAsked(patient, stage, stage.Staff, isStaff: true);
            }

            if (!TryTakeStaffAtOnce(patient, stage))
            {
                WaitForStaff(patient, stage);
                return false;
            }
        }

        return StartService(patient, stage);
    }

    /// <summary>What happens in all generality when the place is the patient's.</summary>
    private void TakeByLaw(int patient, StageModel stage, Bundle? bundle)
    {
        if (patients.Items[patient].FirstRequest != None)
        {
            RenewMoveBacks(patient);
        }

        Note(TraceStep.Taken, patient);
        ChangeClocks(patient, stage);
        StartDelayInPlace(patient, stage, bundle);
    }

    /// <summary>docs/law.md, sentence 6. True when the time is 0.</summary>
    private bool StartService(int patient, StageModel stage)
    {
        ref var item = ref patients.Items[patient];
        item.Phase = Phase.InService;
        ref readonly var path = ref paths[item.Stage];
        var spec = path.Time ?? evaluator.Spec(stage.Time, patient, now);
        Note(TraceStep.Started, patient);
        if (path.CanWait)
        {
            recorder.Waited(item.Stage, now - item.EnteredAt);
        }

        if (path.CountsStarts)
        {
            recorder.Started(item.Stage, patient, now, item.TakenAt - item.EnteredAt, now - item.TakenAt);
        }

        var draws = spec.NeedsDraw;
        var uniform = 0.0;
        if (draws || path.DrawsRoute)
        {
            var block = StageDraw(ref item, patient, stage);
            uniform = block.Uniform;
            item.RoutingDraw = block.W2;
        }

        var length = spec.Kind != TimeKind.Drawn ? evaluator.Length(spec, patient, now, uniform) : draws ? spec.Distribution!.Seconds(uniform) : 0;
        Observer?.Invoke(new Step(item.Stream, item.Number, item.Stage, item.Visit, item.EnteredAt, item.TakenAt, now, length));
        if (length == 0)
        {
            return true;
        }

        item.EndsAt = Later(now, length);
        if (path.FreesStaffEarly)
        {
            ScheduleEndOrFreeing(patient, stage);
        }
        else
        {
            ScheduleEnd(ref item, patient);
        }

        return false;
    }

    /// <summary>The draw of a stage: made on arrival if it is the first.</summary>
    private RandomBlock StageDraw(ref Patient item, int patient, StageModel stage)
    {
        ref readonly var first = ref patients.First[patient];
        return first.Stage == stage.KeyHash && item.Visit == 1 && first.Stage != 0
            ? first.Block
            : DrawKey.Draw(streamKeys[item.Stream], item.Number, stage.KeyHash, DrawPurpose.Stage, item.Visit, 0);
    }

    /// <summary>docs/law.md, sentence 7. The staff come free and the next target is chosen; the place is not let go.</summary>
    private int EndStage(int patient)
    {
        ref var item = ref patients.Items[patient];
        var stage = model.Stages[item.Stage];
        if (stage.Staff.Length > 0)
        {
            LetGoStaff(patient, earlyOnly: false);
        }

        ref readonly var path = ref paths[item.Stage];
        return path.FixedTarget >= 0 ? path.FixedTarget
            : path.Then is { } outcomes ? outcomes.Pick(item.RoutingDraw)
            : NextByLaw(patient, stage);
    }

    /// <summary>Where next in all generality.</summary>
    private int NextByLaw(int patient, StageModel stage)
    {
        foreach (var diversion in stage.Diversions)
        {
            if (IsDiverted(diversion, patient))
            {
                return diversion.To;
            }
        }

        var then = stage.Then;
        if (then.IsFixed)
        {
            return then.FixedTarget;
        }

        foreach (var branch in then.Branches)
        {
            if (branch.If is null || evaluator.Holds(branch.If, patient, now))
            {
                return branch.Outcomes[evaluator.Cell(branch.Lookup, patient, now)].Pick(patients.Items[patient].RoutingDraw);
            }
        }

        throw new SimulationException($"no branch of then holds ({evaluator.Describe(patient)})");
    }

    private bool IsDiverted(Diversion diversion, int patient)
    {
        if (diversion.If is not null && !evaluator.Holds(diversion.If, patient, now))
        {
            return false;
        }

        ref var item = ref patients.Items[patient];
        var share = diversion.Shares[evaluator.Cell(diversion.Lookup, patient, now)];
        return share > 0
            && DrawKey.Draw(streamKeys[item.Stream], item.Number, diversion.KeyHash, DrawPurpose.Diversion, item.Visit, 0).Uniform < share;
    }

    /// <summary>docs/law.md, sentence 8.</summary>
    private void Leave(int patient, int exit)
    {
        ref var item = ref patients.Items[patient];
        if (item.DelayKind >= 0)
        {
            EndDelay(patient);
        }

        recorder.Moved(item.Stage >= 0 ? item.Stage : model.Stages.Length + item.Stream, model.Stages.Length + exit);
        for (var mask = patients.Running[patient]; mask != 0; mask &= mask - 1)
        {
            StopClock(patient, System.Numerics.BitOperations.TrailingZeroCount(mask));
        }

        recorder.Exited(exit, patient, now);
        if (recorder.Demand is not null)
        {
            CountPlaced(patient, null);
        }

        Note(TraceStep.Left, patient, exit);
        while (item.FirstRequest != None)
        {
            DropRequest(patient, item.FirstRequest, None);
        }

        if (item.FirstHolding != None)
        {
            LetGoStaff(patient, earlyOnly: false);
            LetGoPlaces(patient, null, null);
        }

        invariants?.CountLeft(item.Stream, patient);
        patients.Remove(patient);
        left++;
    }

    private void StartLaterClocks(StageModel stage, int patient)
    {
        foreach (var use in stage.Clocks)
        {
            if (use.Within >= 0 && (patients.Running[patient] >> use.Clock & 1) == 0)
            {
                StartClock(patient, use.Clock, Later(now, use.Within));
            }
        }
    }

    private void ChangeClocks(int patient, StageModel stage)
    {
        ref var item = ref patients.Items[patient];
        for (var mask = patients.Running[patient] & ~stage.ClockMask; mask != 0; mask &= mask - 1)
        {
            StopClock(patient, System.Numerics.BitOperations.TrailingZeroCount(mask));
        }

        foreach (var use in stage.Clocks)
        {
            if (use.Within >= 0)
            {
                continue;
            }

            ref var start = ref patients.ClockStart[(patient * patients.Clocks) + use.Clock];
            if ((patients.Running[patient] >> use.Clock & 1) == 0)
            {
                StartClock(patient, use.Clock, now);
            }
            else if (start > now)
            {
                start = now;
            }
        }
    }

    private void StartClock(int patient, int clock, int at)
    {
        var index = (patient * patients.Clocks) + clock;
        patients.ClockStart[index] = at;
        patients.ClockRuns[index]++;
        patients.Running[patient] |= 1 << clock;
        recorder.ClockStarted(clock, patient, now);
    }

    private void StopClock(int patient, int clock)
    {
        patients.Running[patient] &= ~(1 << clock);
        var length = Math.Max(0, now - patients.ClockStart[(patient * patients.Clocks) + clock]);
        recorder.ClockStopped(clock, patient, now, length);
    }

    /// <summary>Adds a length of time; never stays never [s].</summary>
    private static int Later(int time, int length) => length >= int.MaxValue - time ? int.MaxValue : time + length;
}
