using FlowSim.Simulator.State;

namespace FlowSim.Simulator.Checks;

/// <summary>Says what is wrong, with time, replication and seed.</summary>
internal sealed class Findings
{
    private readonly RunState run;
    private readonly PoolState[] pools;
    private readonly Evaluator evaluator;

    public Findings(RunState run)
    {
        this.run = run;
        (pools, evaluator) = (run.Pools, run.Evaluator);
    }

    public InvariantException Broken(Invariant invariant, string finding) =>
        new(invariant, $"invariant {invariant} is broken at {run.Moment(run.Now)} (second {run.Now}), replication {run.Number}, seed {run.Seed}: {finding}");

    public InvariantException BrokenFor(Invariant invariant, int patient, string finding) =>
        Broken(invariant, $"{finding} ({evaluator.Describe(patient)})");

    public InvariantException BrokenAt(Invariant invariant, int pool, string finding)
    {
        ref var state = ref pools[pool];
        return Broken(invariant,
            $"{finding} ({run.Model.Pools[pool].Name}: capacity {state.Capacity}, occupied {state.Occupied}, in turnaround {state.Turning}, waiting {state.Waiting})");
    }
}
