using System.Collections.Concurrent;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// The states at the branch, replication by replication, which many designs go on from: each is run once, by whoever needs it first, and never changed.
/// </summary>
/// <param name="baseline">The system as described, under which it is spun up.</param>
/// <param name="seed">Seed of the experiment.</param>
/// <param name="cancel">Stops a spin-up.</param>
internal sealed class SpunUpStates(SystemTimeline baseline, ulong seed, CancellationToken cancel)
{
    private readonly ConcurrentDictionary<int, Lazy<Replication>> states = new();

    /// <summary>Told of each spin-up that has been run.</summary>
    public Action SpunUp { private get; init; } = () => { };

    /// <summary>A scenario's run of a replication, at its branch, or at its start where there is none.</summary>
    /// <param name="timeline">The scenario.</param>
    /// <param name="number">Replication, from 1.</param>
    /// <exception cref="SimulationException">It cannot go on.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Replication Begin(SystemTimeline timeline, int number) => baseline.First.Run is var run && run.Branch > run.Start
        ? Replication.Branch(timeline, states.GetOrAdd(number, key => new Lazy<Replication>(() => SpinUp(key))).Value)
        : Replication.Start(timeline, seed, number);

    /// <summary>Nobody needs a replication any more.</summary>
    public void Forget(int number) => states.TryRemove(number, out _);

    private Replication SpinUp(int number)
    {
        var run = baseline.First.Run;
        var state = Replication.Start(baseline, seed, number);
        state.Measure(Math.Max(run.Start, run.Branch - SimTime.Day), run.Branch, null, cancel);
        SpunUp();
        return state;
    }
}
