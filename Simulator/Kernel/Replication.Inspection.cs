namespace FlowSim.Simulator.Kernel;

/// <summary>A stage's time as it begins, for tests: who, which visit of which stage, and when.</summary>
/// <param name="Stream">Index of the stream.</param>
/// <param name="Patient">The patient's number in the stream; with it, it names the patient in every scenario.</param>
/// <param name="Stage">Index of the stage instance.</param>
/// <param name="Visit">Which visit of the patient to the stage.</param>
/// <param name="Entered">Entry, e [s].</param>
/// <param name="Taken">Place taken, p [s].</param>
/// <param name="Started">Start, s [s].</param>
/// <param name="Length">Length drawn [s].</param>
internal readonly record struct Step(int Stream, long Patient, int Stage, int Visit, int Entered, int Taken, int Started, int Length)
{
    /// <summary>From asking to getting [s].</summary>
    public int Wait => Started - Entered;
}

/// <summary>What tests look at; no run needs it.</summary>
public sealed partial class Replication
{
    /// <summary>Told of every stage that begins; null costs nothing.</summary>
    internal Action<Step>? Observer { get; set; }

    /// <summary>Runs unmeasured to a time, which has not happened yet; by itself it allocates nothing [s].</summary>
    internal void RunTo(int time)
    {
        try
        {
            RunBefore(time);
        }
        catch (SimulationException problem) when (!problem.IsLocated)
        {
            throw problem.Located(Moment(now), now, seed, number);
        }
    }

    private void Tell(TraceStep step, int patient, int exit)
    {
        ref var item = ref patients.Items[patient];
        trace?.Invoke(new TraceEntry(step, item.Stream, item.Number, item.Stage, now, exit));
        if (invariants is { } memory)
        {
            CheckStep(step, patient, memory);
        }
    }

    /// <summary>Units of a pool in use, by its own count and by what the patients hold [units].</summary>
    internal (int Occupied, int Held) UnitsOf(int pool)
    {
        var held = 0;
        for (var patient = 0; patient < patients.Used; patient++)
        {
            if (patients.Items[patient].Phase == Phase.None)
            {
                continue;
            }

            for (var at = patients.Items[patient].FirstHolding; at != None; at = holdings.Items[at].Next)
            {
                held += holdings.Items[at].Pool == pool ? holdings.Items[at].Amount : 0;
            }
        }

        return (pools[pool].Occupied, held);
    }

    /// <summary>Patients waiting at a stage, by its own count and by the patients' phases.</summary>
    internal (int Counted, int Found) WaitingAt(int stage)
    {
        var found = 0;
        for (var patient = 0; patient < patients.Used; patient++)
        {
            ref var item = ref patients.Items[patient];
            found += item.Stage == stage && (item.Phase is Phase.WaitingForPlace or Phase.WaitingForStaff) ? 1 : 0;
        }

        return (waitingForStage[stage], found);
    }
}
