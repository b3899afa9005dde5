using System.Collections.Concurrent;
using FlowSim.Scenarios.Tracing;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// What several experiments on one system share: the state of each replication at the branch, and what the baseline gives from there. Each is run once, by
/// whoever needs it first.
/// </summary>
public sealed class SharedBaseline
{
    private readonly ConcurrentDictionary<int, Lazy<ReplicationResult>> results = new();
    private readonly ExperimentPlan plan;
    private readonly SpunUpStates states;
    private readonly RowPool pool = new();

    /// <param name="plan">The system as described; its seed, and where spin-ups are kept between commands.</param>
    /// <param name="other">The same over another time, with the same spin-up, which is then run once for both.</param>
    public SharedBaseline(ExperimentPlan plan, SharedBaseline? other = null)
    {
        this.plan = plan;
        states = other?.states ?? new SpunUpStates(plan);
    }

    /// <summary>What the baseline gives in a replication.</summary>
    /// <exception cref="RunFailedException">It cannot go on.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ReplicationResult Of(int number)
    {
        var entry = results.GetOrAdd(number, key => new Lazy<ReplicationResult>(() => Run(ExperimentPlan.BaselineId, plan.Baseline, key)));
        try
        {
            return entry.Value;
        }
        catch
        {
            // What was cancelled is run again by whoever needs it next.
            results.TryRemove(new KeyValuePair<int, Lazy<ReplicationResult>>(number, entry));
            states.Forget(number);
            throw;
        }
    }

    /// <summary>Runs a replication of the last scenario of a plan to the end of a time in which every step is kept.</summary>
    /// <param name="asked">Of the same system, with the same seed, measured from the same time.</param>
    /// <param name="number">Replication, from 1.</param>
    /// <param name="window">In the measured time. What happens in the second of the branch belongs to the time before it.</param>
    /// <param name="cancel">When cancelled, what of it is done is lost.</param>
    /// <exception cref="RunFailedException">It cannot go on.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public FollowedRun Follow(ExperimentPlan asked, int number, TraceWindow window, CancellationToken cancel)
    {
        var scenario = asked.Scenarios[^1];
        var followed = new FollowedRun(scenario.Timeline.First, window);
        try
        {
            var run = states.Begin(scenario.Timeline, number);
            var result = run.Measure(asked.Run.MeasureFrom, window.To, [(window.From, Listen)], null, cancel);
            followed.Plan = asked with { Scenarios = [scenario], Replications = 1, Outer = null };
            var outcome = new ReplicationOutcome { SpinUp = null, SpinUpEvents = 0, Reported = [result] };
            followed.Result = ExperimentRunner.Of(followed.Plan, [outcome], isAll: true);
            return followed;

            void Listen()
            {
                run.Listener = followed.Keep;
                run.TellPresent();
            }
        }
        catch (SimulationException failure)
        {
            throw new RunFailedException(scenario.Id, number, plan.Seed, failure);
        }
    }

    /// <summary>What a scenario gives in a replication, from the same state and with the same patients.</summary>
    /// <exception cref="RunFailedException">It cannot go on.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal ReplicationResult Run(string id, SystemTimeline timeline, int number, CancellationToken cancel = default)
    {
        try
        {
            return pool.Share(states.Begin(timeline, number).Measure(plan.Run.MeasureFrom, plan.Run.End, null, cancel));
        }
        catch (SimulationException failure)
        {
            throw new RunFailedException(id, number, plan.Seed, failure);
        }
    }
}

/// <summary>An experiment that is looked at while it grows, replication by replication. It gives what the same experiment gives run at once.</summary>
/// <param name="plan">What is run: the baseline first.</param>
/// <param name="baseline">Of the same system, over the same time, with the same seed.</param>
public sealed class GrowingExperiment(ExperimentPlan plan, SharedBaseline baseline)
{
    private readonly ConcurrentDictionary<int, ReplicationOutcome> outcomes = new();
    private readonly ConcurrentDictionary<int, ReplicationOutcome> draws = new();
    private readonly RowPool pool = new();

    /// <summary>What is run.</summary>
    public ExperimentPlan Plan => plan;

    /// <summary>Replications that are finished from the first on, without a gap.</summary>
    public int Finished
    {
        get
        {
            var count = 0;
            while (outcomes.ContainsKey(count + 1))
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>Runs a replication; several may be run side by side.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="cancel">When cancelled, what of it is done is lost.</param>
    /// <exception cref="RunFailedException">It cannot go on.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Run(int number, CancellationToken cancel)
    {
        var reported = new ReplicationResult?[plan.Scenarios.Count];
        for (var index = 0; index < reported.Length; index++)
        {
            var scenario = plan.Scenarios[index];
            cancel.ThrowIfCancellationRequested();
            reported[index] = scenario.Id == ExperimentPlan.BaselineId ? baseline.Of(number) : baseline.Run(scenario.Id, scenario.Timeline, number, cancel);
        }

        outcomes[number] = new ReplicationOutcome { SpinUp = null, SpinUpEvents = 0, Reported = reported };
    }

    /// <summary>Draws of what is not known that can be run.</summary>
    public int Draws => plan.Outer?.Draws.Count ?? 0;

    /// <summary>Draws that have been run.</summary>
    public int DrawsFinished => draws.Count;

    /// <summary>True where a draw has been run: who goes on after a pause does not run it again.</summary>
    /// <param name="index">From 0.</param>
    public bool IsDrawn(int index) => draws.ContainsKey(index);

    /// <summary>Runs a draw of what is not known, with a spin-up of its own; several may be run side by side.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="cancel">When cancelled, what of it is done is lost.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void RunDraw(int index, CancellationToken cancel)
    {
        var run = new DrawRun(plan.Outer!, plan.Outer!.Draws[index], plan with { Cancel = cancel }, pool);
        var waiting = new Queue<int>();
        run.Released = waiting.Enqueue;
        foreach (var part in run.Begin())
        {
            waiting.Enqueue(part);
        }

        while (waiting.TryDequeue(out var part))
        {
            run.Do(part);
        }

        cancel.ThrowIfCancellationRequested();
        if (run.Outcome is { } outcome)
        {
            draws[index] = outcome;
        }
    }

    /// <summary>What is finished, as if no more had been asked for.</summary>
    public (ExperimentPlan Plan, ExperimentResult Result) SoFar()
    {
        // Who looks while it grows sees what was there at one moment.
        var (replications, drawn) = (Finished, !draws.IsEmpty && Finished >= plan.Outer!.Central);
        var asked = plan with { Replications = replications, Outer = drawn ? plan.Outer : null };
        return (asked, ExperimentRunner.Of(asked,
        [
            .. Enumerable.Range(1, replications).Select(number => outcomes[number]),
            .. drawn ? Enumerable.Range(0, Draws).Select(index => draws.GetValueOrDefault(index)) : [],
        ], isAll: true));
    }
}
