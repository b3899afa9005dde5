using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>Who is delayed in a bed, and by what: while the next place is waited for, and in a stage that keeps the bed.</summary>
internal sealed class Delays
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly Evaluator evaluator;
    private readonly Recorder recorder;
    private readonly Steps steps;

    public Delays(RunState run, Recorder recorder, Steps steps)
    {
        (this.run, this.recorder, this.steps) = (run, recorder, steps);
        (patients, evaluator) = (run.Patients, run.Evaluator);
    }

    /// <summary>Waiting for the place of a stage with <c>delayed</c> while a bed is still held.</summary>
    public void StartDelayWhileWaiting(int patient, StageModel stage) =>
        SetDelay(patient, stage, stage.Delayed is null ? None : run.BedHeld(patient, null));

    /// <summary>In a stage with <c>delayed</c> that keeps the bed.</summary>
    public void StartDelayInPlace(int patient, StageModel stage, Bundle? taken)
    {
        if (stage.Delayed is null)
        {
            EndDelay(patient);
            return;
        }

        // A bundle found already held is the stage's own place: being in it is no delay.
        var own = stage.PlaceMode == PlaceMode.Request ? taken ?? run.HeldBundle(patient, stage) : null;
        SetDelay(patient, stage, run.BedHeld(patient, own));
    }

    private void SetDelay(int patient, StageModel stage, int pool)
    {
        if (pool == None)
        {
            EndDelay(patient);
            return;
        }

        var kind = DelayKindOf(patient, stage);
        ref var item = ref patients.Items[patient];
        if (item.DelayKind == kind && item.DelayPool == pool)
        {
            return;
        }

        EndDelay(patient);
        (item.DelayKind, item.DelayPool) = ((short)kind, (short)pool);
        recorder.DelayChanged(pool, kind, +1, run.Now);
        steps.Mention(TraceStep.DelayBegan, patient, kind);
    }

    private int DelayKindOf(int patient, StageModel stage)
    {
        var rule = stage.Delayed!;
        var kinds = rule.Kinds[evaluator.Cell(rule.Lookup, patient, run.Now)];
        if (kinds.IsSingle)
        {
            return kinds.First;
        }

        ref var item = ref patients.Items[patient];
        return kinds.Pick(run.Draw(item, stage.KeyHash, DrawPurpose.Attribution, item.Visit, 0).Uniform);
    }

    public void EndDelay(int patient)
    {
        ref var item = ref patients.Items[patient];
        if (item.DelayKind >= 0)
        {
            recorder.DelayChanged(item.DelayPool, item.DelayKind, -1, run.Now);
            steps.Mention(TraceStep.DelayEnded, patient, item.DelayKind);
            (item.DelayKind, item.DelayPool) = (None, None);
        }
    }

    /// <summary>The bed in which the patient is delayed may be another one now, or none.</summary>
    public void RenewDelay(int patient, bool boards)
    {
        var stage = run.Model.Stages[patients.Items[patient].Stage];
        if (stage.Delayed is null)
        {
            return;
        }

        if (boards)
        {
            StartDelayWhileWaiting(patient, stage);
        }
        else
        {
            StartDelayInPlace(patient, stage, null);
        }
    }
}
