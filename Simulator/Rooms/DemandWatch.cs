using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Rooms;

/// <summary>What is told to who records the demand for pools.</summary>
internal sealed class DemandWatch
{
    private const int None = -1;

    private readonly RunState run;
    private readonly PatientStore patients;
    private readonly HoldingStore holdings;
    private readonly Evaluator evaluator;
    private readonly Recorder recorder;

    public DemandWatch(RunState run, Recorder recorder)
    {
        (this.run, this.recorder) = (run, recorder);
        (patients, holdings, evaluator) = (run.Patients, run.Holdings, run.Evaluator);
    }

    /// <summary>True where somebody wants to know.</summary>
    public bool IsRecorded => recorder.Demand is not null;

    /// <summary>A patient asks for the first alternative of a place, or of staff; who holds one of them asks for nothing, but is to be there too.</summary>
    public void CountAsked(int patient, StageModel stage, Bundle[] bundles, bool isStaff)
    {
        if (!isStaff && FirstPool(patient, stage) is >= 0 and var first)
        {
            recorder.Demand!.Wanted(patient, first);
        }

        if (!isStaff && run.HeldBundle(patient, stage) is not null)
        {
            return;
        }

        foreach (ref readonly var part in bundles[0].Items.AsSpan())
        {
            var pool = evaluator.PoolOf(part, patient);
            if (isStaff || !run.Holds(patient, pool, part.Amount))
            {
                recorder.Demand!.Asked(pool, part.Amount);
            }
        }
    }

    /// <summary>A patient has the place of a stage, or has left.</summary>
    public void CountPlaced(int patient, StageModel? stage)
    {
        if (stage?.PlaceMode != PlaceMode.Keep)
        {
            recorder.Demand!.Placed(patient, stage?.PlaceMode == PlaceMode.Request ? FirstPool(patient, stage) : None, run.Now);
        }
    }

    /// <summary>The first pool that counts of the first alternative of a stage's place, or -1.</summary>
    private int FirstPool(int patient, StageModel stage)
    {
        foreach (ref readonly var part in stage.Place[0].Items.AsSpan())
        {
            if (evaluator.PoolOf(part, patient) is var pool && recorder.Demand!.Counts(pool))
            {
                return pool;
            }
        }

        return None;
    }

    /// <summary>A patient is about to be given units of a pool.</summary>
    public void CountGiven(int patient, int pool, int amount, bool isStaff)
    {
        ref var item = ref patients.Items[patient];
        var stage = run.Model.Stages[item.Stage];
        var bundles = isStaff ? stage.Staff : stage.Place;

        // Who moves back from a place that a later stage keeps is no longer in the stage that asked.
        var isFirstChoice = bundles.Length == 0 || run.IsPartOf(bundles[0], pool, patient);
        recorder.Demand!.Given(pool, amount, isFirstChoice, holdings, item.FirstHolding);
    }
}
