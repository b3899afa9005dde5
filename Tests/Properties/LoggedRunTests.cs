using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Tracing;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Simulator.Rooms;
using FlowSim.Tests.Loading;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Properties;

/// <summary>What is kept of a run's steps, worked out again, gives what the engine has measured, in random systems and their scenarios.</summary>
public sealed class LoggedRunTests
{
    private const double Close = 1e-9;

    [Test]
    public void The_steps_of_a_run_give_its_measures_and_change_none()
    {
        var (runs, branched, carried) = (0, 0, 0);
        for (var seed = 1; seed <= 120; seed++)
        {
            var (yaml, files) = RandomSystem.Of(seed);
            using var system = TemporarySystem.With([("system.yaml", yaml), .. files]);
            using var folder = new TemporaryFolder();
            if (PlanOf(system, seed) is not { } plan)
            {
                continue;
            }

            var times = plan.Run;
            using var trace = new TracePlan(Path.Combine(folder.Path, "log.csv"), [1], new TraceWindow(times.MeasureFrom, times.End));
            ExperimentResult logged;
            try
            {
                logged = ExperimentRunner.Run(plan with { Trace = trace });
            }
            catch (RunFailedException)
            {
                continue;
            }

            var silent = ExperimentRunner.Run(plan);
            for (var part = 0; part < plan.Scenarios.Count; part++)
            {
                var what = $"system {seed}, {plan.Scenarios[part].Id}";
                if (logged.Scenarios[part].Reported is not [{ } result] || silent.Scenarios[part].Reported is not [{ } other])
                {
                    continue;
                }

                Assert.That(result.Rows.ToList(), Is.EqualTo(other.Rows.ToList()), what);
                Assert.That(result.Events, Is.EqualTo(other.Events), what);
                AssertMeasures(trace, part, plan.Scenarios[part].Timeline.First, result, what);
                runs++;
                branched += plan.HasSpinUp ? 1 : 0;
                carried += trace.Steps(part, 1).Any(step => step.Step != TraceStep.Present && step.Time == times.MeasureFrom) ? 1 : 0;
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(runs, Is.GreaterThan(50));
            Assert.That(branched, Is.GreaterThan(10), "runs from a branch");
            Assert.That(carried, Is.GreaterThan(5), "runs with a step in the first second");
        });
    }

    private static ExperimentPlan? PlanOf(TemporarySystem system, int seed)
    {
        if (system.Read() is not { } read)
        {
            return null;
        }

        var builder = new TimelineBuilder(read, RunOverrides.None, system.Problems);
        if (builder.Baseline() is not { } baseline || system.Problems.HasErrors)
        {
            return null;
        }

        var scenarios = new List<PlannedScenario> { new(ExperimentPlan.BaselineId, "", baseline) };
        if (read.Scenarios.ContainsKey(RandomScenario.Id) && builder.Scenario(RandomScenario.Id, baseline.First.Run) is { } other)
        {
            scenarios.Add(new PlannedScenario(RandomScenario.Id, "", other));
        }

        return new ExperimentPlan { Baseline = baseline, Scenarios = scenarios, Replications = 1, Seed = (ulong)seed, Threads = 1 };
    }

    private static void AssertMeasures(TracePlan trace, int part, SystemModel model, ReplicationResult result, string what)
    {
        var tally = new Tally(model, trace.Window);
        foreach (var step in trace.Steps(part, 1))
        {
            tally.Add(step);
        }

        tally.Close();
        var period = result.Rows.Any(row => row.Period == Periods.All) ? Periods.All : result.Rows[0].Period;
        for (var pool = 0; pool < model.Pools.Length; pool++)
        {
            var description = model.Pools[pool];

            // Slots are used up: they stay occupied until they are renewed, whoever had them.
            if (description.Kind != PoolKind.Slots)
            {
                var expected = Value(result, period, "occupied", Place(model, description.EachDimension, description.Instance), description.Template);
                Assert.That(tally.Occupied(pool), Is.EqualTo(expected).Within(Close), $"{what}: {description.Name}");
            }
        }

        Assert.That(tally.Added, Is.EqualTo(Value(result, period, "miles_added", ResultRow.WholeSystem, "")), $"{what}: added");
        Assert.That(tally.CarriedMean, Is.EqualTo(Value(result, period, "miles_each", ResultRow.WholeSystem, "")).Within(Close), $"{what}: carried");
        int[] first = [.. Enumerable.Range(0, model.Stages.Length).Where(stage => model.Stages[stage].Template == 0)];
        Assert.That(first.Sum(tally.Present), Is.EqualTo(Value(result, period, "in_first", ResultRow.WholeSystem, "")).Within(Close), $"{what}: present");
        Assert.That(first.Sum(stage => tally.Ended[stage]), Is.EqualTo(Value(result, period, "ended_first", ResultRow.WholeSystem, "")), $"{what}: ended");
        for (var stage = 0; stage < model.Stages.Length; stage++)
        {
            var description = model.Stages[stage];
            var (place, name) = (Place(model, description.EachDimension, description.Instance), model.StageTemplates[description.Template]);
            if (!result.Rows.Any(row => row.Measure == "started" && row.Group == name))
            {
                continue;
            }

            Assert.That(tally.Started[stage], Is.EqualTo(Value(result, period, "started", place, name)), $"{what}: {description.Name} started");
            Assert.That(tally.GaveUp[stage], Is.EqualTo(Value(result, period, "gave_up", place, name)), $"{what}: {description.Name} gave up");
            Assert.That(tally.WaitMean(stage), Is.EqualTo(Value(result, period, "wait_mean", place, name)).Within(Close), $"{what}: {description.Name} wait");
        }
    }

    private static string Place(SystemModel model, int dimension, int instance) =>
        instance >= 0 ? model.Dimensions[dimension].Instances[instance] : ResultRow.WholeSystem;

    private static double Value(ReplicationResult result, string period, string measure, string place, string group) =>
        result.Rows.Single(row => row.Period == period && row.Measure == measure && row.Place == place && row.Group == group).Value;

    /// <summary>Counts from the steps alone.</summary>
    private sealed class Tally(SystemModel model, TraceWindow window)
    {
        private readonly Dictionary<(int Stream, long Number), (int Since, int Stage, HeldUnits[] Held)> held = [];
        private readonly long[] area = new long[model.Pools.Length];
        private readonly long[] present = new long[model.Stages.Length];
        private readonly long[] waited = new long[model.Stages.Length];

        public int[] Started { get; } = new int[model.Stages.Length];

        public int[] Ended { get; } = new int[model.Stages.Length];

        private readonly int miles = Array.FindIndex(model.Attributes, attribute => attribute.Name == "miles");
        private long carried;
        private int carriers;

        /// <summary>Miles that the starts of stages add.</summary>
        public long Added { get; private set; }

        public double CarriedMean => carriers == 0 ? double.NaN : carried / (double)carriers;

        public int[] GaveUp { get; } = new int[model.Stages.Length];

        public double Occupied(int pool) => area[pool] / (double)(window.To - window.From);

        public double Present(int stage) => present[stage] / (double)(window.To - window.From);

        public double WaitMean(int stage) => Started[stage] == 0 ? double.NaN : waited[stage] / (double)Started[stage] / SimTime.Minute;

        private void Drive(LoggedStep step)
        {
            Added += step.Step == TraceStep.Started ? model.Stages[step.Stage].Adds.Sum(rule => rule.Amounts.Length == 1 ? rule.Amounts[0] : WayOf(step)) : 0;
            carried += step.Step == TraceStep.Left ? step.Values[miles] : 0;
            carriers += step.Step == TraceStep.Left ? 1 : 0;
        }

        /// <summary>As tables/ways.csv has it.</summary>
        private int WayOf(LoggedStep step) => (ValueOf("age", step), ValueOf("urgency", step)) switch { ("young", _) => 3, ("old", "1") => 40, _ => 7 };

        private string ValueOf(string name, LoggedStep step)
        {
            var attribute = Array.FindIndex(model.Attributes, one => one.Name == name);
            return model.Attributes[attribute].Values[step.Values[attribute]];
        }

        public void Add(LoggedStep step)
        {
            var patient = (step.Stream, step.Number);
            Sum(patient, step.Time);
            Drive(step);
            held[patient] = (step.Time, step.Step == TraceStep.Left ? -1 : step.Stage, [.. step.Held]);
            Ended[Math.Max(0, step.Stage)] += step.Step == TraceStep.Ended ? 1 : 0;
            if (step.Step == TraceStep.Started)
            {
                Started[step.Stage]++;
                waited[step.Stage] += step.Time - step.Since;
            }

            GaveUp[Math.Max(0, step.Stage)] += step.Step == TraceStep.GaveUp ? 1 : 0;
        }

        public void Close()
        {
            foreach (var patient in held.Keys)
            {
                Sum(patient, window.To);
            }
        }

        private void Sum((int Stream, long Number) patient, int now)
        {
            if (held.TryGetValue(patient, out var last))
            {
                if (last.Stage >= 0)
                {
                    present[last.Stage] += now - last.Since;
                }

                foreach (var (pool, amount) in last.Held)
                {
                    area[pool] += (long)amount * (now - last.Since);
                }
            }
        }
    }
}
