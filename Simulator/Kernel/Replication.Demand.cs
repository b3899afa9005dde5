using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>What is told to who records the demand for pools.</summary>
public sealed partial class Replication
{
    /// <summary>A patient asks for the first alternative of a place, or of staff; who holds one of them asks for nothing, but is to be there too.</summary>
    private void CountAsked(int patient, StageModel stage, Bundle[] bundles, bool isStaff)
    {
        if (!isStaff && FirstChoice(patient, stage) is >= 0 and var first)
        {
            recorder.Demand!.Wanted(patient, first);
        }

        if (!isStaff && HeldBundle(patient, stage) is not null)
        {
            return;
        }

        foreach (ref readonly var part in bundles[0].Items.AsSpan())
        {
            var pool = evaluator.PoolOf(part, patient);
            if (isStaff || !Holds(patient, pool, part.Amount))
            {
                recorder.Demand!.Asked(pool, part.Amount);
            }
        }
    }

    /// <summary>A patient has the place of a stage, or has left.</summary>
    private void CountPlaced(int patient, StageModel? stage)
    {
        if (stage?.PlaceMode != PlaceMode.Keep)
        {
            recorder.Demand!.Placed(patient, stage?.PlaceMode == PlaceMode.Request ? FirstChoice(patient, stage) : None, now);
        }
    }

    /// <summary>The first pool that counts of the first alternative of a stage's place, or -1.</summary>
    private int FirstChoice(int patient, StageModel stage)
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
    private void CountGiven(int patient, int pool, int amount, bool isStaff)
    {
        ref var item = ref patients.Items[patient];
        var stage = model.Stages[item.Stage];
        var bundles = isStaff ? stage.Staff : stage.Place;

        // Who moves back from a place that a later stage keeps is no longer in the stage that asked.
        var isFirstChoice = bundles.Length == 0 || IsPartOf(bundles[0], pool, patient);
        recorder.Demand!.Given(pool, amount, isFirstChoice, holdings, item.FirstHolding);
    }
}
