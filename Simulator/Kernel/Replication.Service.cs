using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Simulator.Kernel;

/// <summary>The one live event of a patient in service: staff asked for with <c>for T</c> come free, then the stage ends.</summary>
public sealed partial class Replication
{
    private void ScheduleEnd(ref Patient item, int patient) =>
        item.LiveSequence = item.EndsAt == int.MaxValue ? uint.MaxValue : events.Push(item.EndsAt, EventKind.Ending, EventCode.StageEnds, patient);

    private void ScheduleEndOrFreeing(int patient, StageModel stage)
    {
        ref var item = ref patients.Items[patient];
        var early = EarlyStaffLength(patient, stage);
        if (early == 0)
        {
            LetGoStaff(patient, earlyOnly: true);
        }

        if (early > 0 && early < item.EndsAt - now)
        {
            item.LiveSequence = events.Push(now + early, EventKind.Ending, EventCode.StaffFree, patient);
        }
        else
        {
            ScheduleEnd(ref item, patient);
        }
    }

    /// <summary>After how long staff come free before the end [s]; -1: not before the end.</summary>
    private int EarlyStaffLength(int patient, StageModel stage)
    {
        for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
        {
            if (holdings.Items[at].FreeEarly)
            {
                return EarlyLength(patient, stage, stage.Staff[holdings.Items[at].Alternative].For!);
            }
        }

        return None;
    }

    private int EarlyLength(int patient, StageModel stage, TimeRule rule)
    {
        ref var item = ref patients.Items[patient];
        var spec = evaluator.Spec(rule, patient, now);
        var draw = DrawKey.Draw(streamKeys[item.Stream], item.Number, stage.KeyHash, DrawPurpose.Until, item.Visit, 0);
        return evaluator.Length(spec, patient, now, draw.Uniform);
    }

    private void FreeStaffEarly(int patient)
    {
        LetGoStaff(patient, earlyOnly: true);
        ScheduleEnd(ref patients.Items[patient], patient);
    }
}
