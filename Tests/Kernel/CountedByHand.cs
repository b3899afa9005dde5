using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.State;

namespace FlowSim.Tests.Kernel;

/// <summary>Counts of a run beside those that follow from its patients.</summary>
internal static class CountedByHand
{
    /// <summary>Units of a pool in use, by its own count and by what the patients hold [units].</summary>
    public static (int Occupied, int Held) UnitsOf(this Replication replication, int pool)
    {
        var run = replication.Engine.Run;
        var held = 0;
        for (var patient = 0; patient < run.Patients.Used; patient++)
        {
            if (run.Patients.Items[patient].Phase == Phase.None)
            {
                continue;
            }

            foreach (var at in run.HoldingsOf(patient))
            {
                held += run.Holdings.Items[at].Pool == pool ? run.Holdings.Items[at].Amount : 0;
            }
        }

        return (run.Pools[pool].Occupied, held);
    }

    /// <summary>Patients waiting at a stage, by its own count and by the patients' phases.</summary>
    public static (int Counted, int Found) WaitingAt(this Replication replication, int stage)
    {
        var run = replication.Engine.Run;
        var found = 0;
        for (var patient = 0; patient < run.Patients.Used; patient++)
        {
            ref var item = ref run.Patients.Items[patient];
            found += item.Stage == stage && (item.Phase is Phase.WaitingForPlace or Phase.WaitingForStaff) ? 1 : 0;
        }

        return (run.WaitingForStage[stage], found);
    }
}
