using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>What one replication gave.</summary>
internal sealed class ReplicationOutcome
{
    /// <summary>The baseline over the last year of the spin-up; null without a spin-up.</summary>
    public required ReplicationResult? SpinUp { get; init; }

    /// <summary>The reported period, scenario by scenario in plan order; null from where it was cancelled on.</summary>
    public required ReplicationResult?[] Reported { get; init; }

    public bool IsFinished => !Reported.Contains(null);

    public long Events => Reported.Sum(result => result?.Events ?? 0) + (SpinUp?.Events ?? 0);
}

/// <summary>One replication of every scenario: spun up once under the baseline, then branched.</summary>
internal sealed class ReplicationRun
{
    private readonly ExperimentPlan plan;
    private readonly RunPlan times;
    private readonly RowPool pool;
    private readonly int number;

    public ReplicationRun(ExperimentPlan plan, RowPool pool, int number)
    {
        this.pool = pool;
        this.plan = plan;
        times = plan.Run;
        this.number = number;
    }

    /// <exception cref="RunFailedException">A scenario cannot go on.</exception>
    /// <exception cref="OperationCanceledException">The plan was cancelled before anything was finished.</exception>
    public ReplicationOutcome Run()
    {
        ReplicationResult? spinUp = null;
        Replication? state = null;
        if (plan.HasSpinUp)
        {
            var from = Math.Max(times.Start, LastYear.Of(times));
            (state, spinUp) = Guard(ExperimentPlan.BaselineId, () => Measure(Start(plan.Baseline), times.Start, from, times.Branch));
        }

        return new ReplicationOutcome { SpinUp = spinUp, Reported = ReportAll(state, isKept: spinUp is not null && ReportsBaseline) };
    }

    /// <summary>Every scenario; when cancelled, those that are finished, if there is anything to keep.</summary>
    private ReplicationResult?[] ReportAll(Replication? state, bool isKept)
    {
        var reported = new ReplicationResult?[plan.Scenarios.Count];
        try
        {
            for (var i = 0; i < reported.Length; i++)
            {
                var scenario = plan.Scenarios[i];
                reported[i] = Guard(scenario.Id, () => Report(scenario.Timeline, state).Result);
                isKept = true;
            }

            plan.Progress.Finish();
        }
        catch (OperationCanceledException) when (isKept && plan.Cancel.IsCancellationRequested)
        {
            // The others are lost; what is finished is not.
        }

        return reported;
    }

    private bool ReportsBaseline => plan.Scenarios.Any(scenario => scenario.Id == ExperimentPlan.BaselineId);

    /// <summary>Simulated time of one replication of all scenarios [s].</summary>
    public static long SimulatedTime(ExperimentPlan plan)
    {
        var times = plan.Run;
        return (times.Branch - times.Start) + ((long)plan.Scenarios.Count * (times.End - times.Branch));
    }

    private (Replication Run, ReplicationResult Result) Report(SystemTimeline timeline, Replication? state)
    {
        var run = state is null ? Start(timeline) : Replication.Branch(timeline, state);
        return Measure(run, times.Branch, times.MeasureFrom, times.End);
    }

    private Replication Start(SystemTimeline timeline) => Replication.Start(timeline, plan.Seed, number, plan.Paranoid);

    private (Replication Run, ReplicationResult Result) Measure(Replication run, int now, int from, int to)
    {
        var reached = now;
        var result = run.Measure(from, to, time => Reach(time), plan.Cancel);
        Reach(to);
        return (run, pool.Share(result));

        void Reach(int time)
        {
            plan.Progress.Add(Math.Max(0, time - reached));
            reached = Math.Max(reached, time);
        }
    }

    private T Guard<T>(string scenario, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (SimulationException failure)
        {
            throw new RunFailedException(scenario, number, plan.Seed, failure);
        }
    }
}
