using System.Collections.Concurrent;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// The states at the branch, replication by replication, which many designs go on from: each is run once, by whoever needs it first, and never changed.
/// </summary>
/// <param name="plan">The system as described, under which it is spun up; its seed, and where spin-ups are kept between commands.</param>
internal sealed class SpunUpStates(ExperimentPlan plan)
{
    private readonly ConcurrentDictionary<int, Lazy<Replication>> states = new();

    /// <summary>Told of each spin-up that has been run, or need not be.</summary>
    public Action SpunUp { private get; init; } = () => { };

    /// <summary>A scenario's run of a replication, at its branch, or at its start where there is none.</summary>
    /// <param name="timeline">The scenario.</param>
    /// <param name="number">Replication, from 1.</param>
    /// <exception cref="SimulationException">It cannot go on.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Replication Begin(SystemTimeline timeline, int number) => plan.HasSpinUp
        ? Replication.Branch(timeline, states.GetOrAdd(number, key => new Lazy<Replication>(() => SpinUp(key))).Value)
        : Replication.Start(timeline, plan.Seed, number);

    /// <summary>Nobody needs a replication any more.</summary>
    public void Forget(int number) => states.TryRemove(number, out _);

    private Replication SpinUp(int number)
    {
        var state = plan.SpinUps?.FindState(plan, number) ?? Run(number);
        SpunUp();
        return state;
    }

    private Replication Run(int number)
    {
        var run = plan.Run;
        var state = Replication.Start(plan.Baseline, plan.Seed, number);
        state.Measure(Math.Max(run.Start, run.Branch - SimTime.Day), run.Branch, null, plan.Cancel);
        plan.SpinUps?.KeepState(plan, number, state);
        return state;
    }
}
