using System.Collections.Concurrent;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.State;

namespace FlowSim.Scenarios.Sweeps;

/// <summary>
/// Runs the points of a sweep, one after the other, the replications of each side by side. Of a replication the spin-up is run once. A point that makes no
/// valid system, or cannot go on, is left out, with the reason.
/// </summary>
public sealed class SweepRunner
{
    private readonly SweepPlan plan;
    private readonly SpunUpStates states;
    private readonly ConcurrentDictionary<ResultKey, string> units = new();
    private readonly ConcurrentDictionary<int, int> uses;
    private long events;

    private SweepRunner(SweepPlan plan)
    {
        this.plan = plan;
        var run = plan.Baseline.First.Run;
        states = new SpunUpStates(plan.Described) { SpunUp = () => plan.Progress.Add(run.Branch - run.Start) };
        uses = new ConcurrentDictionary<int, int>(
            plan.Points.SelectMany(point => point.Replications).GroupBy(number => number).Select(group => KeyValuePair.Create(group.Key, group.Count())));
    }

    /// <summary>Runs all points; when cancelled, those that are finished are kept.</summary>
    /// <param name="plan">What is run.</param>
    public static SweepResult Run(SweepPlan plan) => new SweepRunner(plan).Run();

    private SweepResult Run()
    {
        var run = plan.Baseline.First.Run;
        var (points, spinUps) = plan.Runs;
        plan.Progress.Plan(plan.Points.Count, ((long)points * (run.End - run.Branch)) + ((long)spinUps * (run.Branch - run.Start)));
        var (works, failed) = BranchedQueue<PointRun>.Run(plan.Points.Count, index => new PointRun(this, plan.Points[index]), plan.Threads, plan.Cancel);
        failed?.Failure.Throw();
        PointResult[] finished = [.. works.Select(work => work?.Result).OfType<PointResult>()];
        return new SweepResult(finished, units, events, finished.Length == plan.Points.Count);
    }

    /// <summary>Runs a replication of a point and keeps its values of interest.</summary>
    private void Run(SystemTimeline timeline, int number, int index, int count, ConcurrentDictionary<ResultKey, double[]> values)
    {
        var run = plan.Baseline.First.Run;
        var result = states.Begin(timeline, number).Measure(run.MeasureFrom, run.End, null, plan.Cancel);
        Interlocked.Add(ref events, result.Events);
        foreach (var row in result.Rows.Where(IsKept))
        {
            var key = new ResultKey(row.Period, row.Measure, row.Place, row.Group);
            units.TryAdd(key, row.Unit);
            values.GetOrAdd(key, _ => [.. Enumerable.Repeat(double.NaN, count)])[index] = row.Value;
        }
    }

    /// <summary>Of months there is too much to look through; whoever wants them compares a few points as scenarios.</summary>
    private bool IsKept(ResultRow row) => (row.Period == Periods.All || Periods.IsYear(row.Period)) && plan.Measures.Contains(row.Measure);

    private void Used(int number)
    {
        if (uses.AddOrUpdate(number, 0, (_, left) => left - 1) == 0)
        {
            states.Forget(number);
        }
    }

    /// <summary>A point; its parts are its replications.</summary>
    private sealed class PointRun(SweepRunner owner, DesignPoint point) : IBranchedWork
    {
        private readonly ConcurrentDictionary<ResultKey, double[]> values = new();
        private readonly Lock failing = new();
        private SystemTimeline? timeline;
        private (int Part, string Why) failure = (int.MaxValue, "");
        private int left = point.Replications.Count;

        public Action<int> Released { private get; set; } = _ => { };

        /// <summary>Null: it is not finished.</summary>
        public PointResult? Result { get; private set; }

        public IReadOnlyList<int> Begin()
        {
            var problems = new ProblemList { Sources = owner.plan.Files.Sources };
            timeline = owner.plan.Compile(point, problems);
            if (timeline is not null)
            {
                return [.. Enumerable.Range(0, point.Replications.Count)];
            }

            var told = problems.Told.FirstOrDefault(group => group.First.Severity == Severity.Error)?.First;
            failure = (-1, told is null ? "it makes no valid system" : $"it makes no valid system: {told.Path}: expected {told.Expected}, received {told.Received}");
            foreach (var number in point.Replications)
            {
                owner.Used(number);
            }

            End();
            return [];
        }

        public void Do(int part)
        {
            try
            {
                owner.Run(timeline!, point.Replications[part], part, point.Replications.Count, values);
            }
            catch (SimulationException failed)
            {
                lock (failing)
                {
                    failure = failure.Part < part ? failure : (part, failed.Message.Split('\n')[0]);
                }
            }

            owner.Used(point.Replications[part]);
            var run = owner.plan.Baseline.First.Run;
            owner.plan.Progress.Add(run.End - run.Branch);
            if (Interlocked.Decrement(ref left) == 0)
            {
                End();
            }
        }

        private void End()
        {
            timeline = null;
            Result = new PointResult(point, failure.Why, failure.Why.Length > 0 ? new Dictionary<ResultKey, double[]>() : values);
            owner.plan.Progress.Finish();
        }
    }
}
