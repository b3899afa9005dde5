using FlowSim.Simulator.Events;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>The one live event of a patient in service: staff asked for with <c>for T</c> come free, then the stage ends.</summary>
internal sealed class ServiceEnds
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly EventList events;
    private readonly Evaluator evaluator;
    private readonly Possession possession;
    private readonly Steps steps;

    public ServiceEnds(RunState run, Possession possession, Steps steps)
    {
        (this.run, this.possession, this.steps) = (run, possession, steps);
        (patients, holdings, events, evaluator) = (run.Patients, run.Holdings, run.Events, run.Evaluator);
    }

    public void ScheduleEnd(ref Patient item, int patient) =>
        item.LiveSequence = item.EndsAt == int.MaxValue ? uint.MaxValue : events.Push(item.EndsAt, EventKind.Ending, EventCode.StageEnds, patient);

    public void ScheduleEndOrFreeing(int patient, StageModel stage)
    {
        var now = run.Now;
        ref var item = ref patients.Items[patient];
        var early = EarlyStaffLength(patient, stage);
        if (early == 0)
        {
            possession.LetGoStaff(patient, earlyOnly: true);
            steps.Mention(TraceStep.StaffFreed, patient);
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
        foreach (var at in run.HoldingsOf(patient))
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
        var now = run.Now;
        ref var item = ref patients.Items[patient];
        var spec = evaluator.Spec(rule, patient, now);
        var draw = run.Draw(item, stage.KeyHash, DrawPurpose.Until, item.Visit, 0);
        return evaluator.Length(spec, patient, now, draw.Uniform);
    }

    public void FreeStaffEarly(int patient)
    {
        possession.LetGoStaff(patient, earlyOnly: true);
        steps.Mention(TraceStep.StaffFreed, patient);
        ScheduleEnd(ref patients.Items[patient], patient);
    }
}
