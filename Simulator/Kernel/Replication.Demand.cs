using FlowSim.Simulator.Model;

namespace FlowSim.Simulator.Kernel;

/// <summary>What is told to who records the demand for pools.</summary>
public sealed partial class Replication
{
    /// <summary>A patient asks for the first alternative of a place, or of staff; who holds one of them asks for nothing.</summary>
    private void CountAsked(int patient, StageModel stage, Bundle[] bundles, bool isStaff)
    {
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

    /// <summary>A patient is about to be given units of a pool.</summary>
    private void CountGiven(int patient, int pool, int amount, bool isStaff)
    {
        ref var item = ref patients.Items[patient];
        var stage = model.Stages[item.Stage];
        var isFirstChoice = IsPartOf((isStaff ? stage.Staff : stage.Place)[0], pool, patient);
        recorder.Demand!.Given(pool, amount, isFirstChoice, holdings, item.FirstHolding);
    }
}
