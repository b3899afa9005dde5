using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Experiments;

/// <summary>Replications that are added until means are precise.</summary>
public sealed class PrecisionTests
{
    private const string Queue = """
        system: queue
        run: { lasts: 10 h, warm_up: 0 h, begin: empty, replications: 3 }
        pools: { server: { kind: staff, capacity: 2 } }
        streams: { some: { to: serve, rate: 8 per h } }
        stages: { serve: { clock: visit, staff: server, time: exponential mean 12 min, then: leave } }
        measures: { busy: { average: { occupied: server }, unit: doctors } }
        headline: [busy]
        """;

    /// <summary>Busy servers of an M/M/2 that begins empty, on average over its first ten hours: the equations of Kolmogorov, by small steps.</summary>
    private static double MeanBusy()
    {
        const double Arrivals = 8, Services = 5, Hours = 10, Step = 1e-3;
        const int Most = 100;
        var (p, sum) = (new double[Most + 1], 0.0);
        p[0] = 1;
        for (var time = 0.0; time < Hours - (Step / 2); time += Step)
        {
            var next = (double[])p.Clone();
            for (var n = 0; n <= Most; n++)
            {
                sum += Math.Min(n, 2) * p[n] * Step;
                var up = n < Most ? Arrivals * p[n] * Step : 0;
                var down = Math.Min(n, 2) * Services * p[n] * Step;
                next[n] -= up + down;
                if (n < Most)
                {
                    next[n + 1] += up;
                }

                if (n > 0)
                {
                    next[n - 1] += down;
                }
            }

            p = next;
        }

        return sum / Hours;
    }

    [Test]
    public void The_interval_that_ends_the_run_holds_the_mean_in_95_of_100_experiments()
    {
        const int Experiments = 1_000;
        var truth = MeanBusy();
        var plans = Plan(new Tolerance(0.05, Relative: true));
        var held = 0;
        var replications = 0L;
        Parallel.For(0, Experiments, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var result = ExperimentRunner.Run(plans((ulong)seed));
            Assert.That(result.Precision!.Reached, Is.True);
            var row = ExperimentSummary.Of(result).Summaries.Single(row => row.Key.Measure == "busy" && row.Key.Place == "system");
            Assert.That((row.Upper95 - row.Lower95) / 2, Is.LessThanOrEqualTo(0.05 * row.Mean));
            Interlocked.Add(ref held, row.Lower95 <= truth && truth <= row.Upper95 ? 1 : 0);
            Interlocked.Add(ref replications, row.N);
        });
        Assert.That((double)held / Experiments, Is.InRange(0.93, 0.97), $"{held} of {Experiments}, {replications / Experiments} replications each, truth {truth}");
    }

    [Test]
    public void The_number_of_replications_depends_on_no_thread_and_the_values_are_those_of_a_fixed_number()
    {
        var plans = Plan(new Tolerance(0.05, Relative: true));
        var one = ExperimentRunner.Run(plans(7, 1));
        var four = ExperimentRunner.Run(plans(7, 4));
        Assert.That(four.Replications, Is.EqualTo(one.Replications));
        Assert.That(four.Precision, Is.EqualTo(one.Precision));
        var fixedNumber = ExperimentRunner.Run(Plan(null)(7, 2, one.Replications.Count));
        Assert.That(Values(one), Is.EqualTo(Values(fixedNumber)));
        Assert.That(one.Planned, Is.EqualTo(one.Replications.Count));
    }

    [Test]
    public void A_precision_that_holds_at_once_still_takes_the_least_number_and_those_that_have_to_say_the_same()
    {
        var result = ExperimentRunner.Run(Plan(new Tolerance(100, Relative: true))(1));
        Assert.That(result.Replications, Has.Count.EqualTo(PrecisionGoal.Least + 5));
        Assert.That(result.Precision, Is.EqualTo(result.Precision! with { Reached = true, Replications = 25, Measure = "busy" }));
    }

    [Test]
    public void The_budget_ends_a_run_that_would_need_more_and_what_would_do_is_told()
    {
        var result = ExperimentRunner.Run(Plan(new Tolerance(0.01, Relative: true))(1, 2, 60));
        var reached = result.Precision!;
        Assert.That((reached.Reached, reached.Replications, result.Complete), Is.EqualTo((false, 60, true)));

        // The width goes down with the root of the number.
        Assert.That(reached.Needed, Is.EqualTo(60 * Math.Pow(reached.HalfWidth / reached.Tolerance, 2)).Within(1));
    }

    /// <summary>Each look at it is a second later than the one before.</summary>
    private sealed class CountedSeconds : TimeProvider
    {
        private long looks;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => looks++;
    }

    [Test]
    public void The_time_ends_a_run_after_whole_batches_and_changes_no_value()
    {
        var wanted = Plan(new Tolerance(0.001, Relative: true))(1, 2);
        var budget = new TimeBudget(TimeSpan.FromSeconds(3), new CountedSeconds());
        var result = ExperimentRunner.Run(wanted with { Precision = wanted.Precision! with { Time = budget } });

        // After the first second 2 are done, so that 4 more fit into the two that are left; after the second 6, so 3 more, 2 of them for two threads.
        Assert.That(result.Replications, Has.Count.EqualTo(8));
        Assert.That(result.Precision, Is.EqualTo(result.Precision! with { EndedBy = "time", Reached = false, Replications = 8, MostSeconds = 3 }));
        Assert.That((result.Complete, result.Planned), Is.EqualTo((true, 8)));
        Assert.That(Values(result), Is.EqualTo(Values(ExperimentRunner.Run(Plan(null)(1, 1, 8)))));
    }

    [TestCase(100.0, 1_000, "precision")]
    [TestCase(0.001, 40, "replications")]
    public void A_time_that_is_long_enough_ends_nothing(double tolerance, int most, string endedBy)
    {
        var without = Plan(new Tolerance(tolerance, Relative: true))(1, 2, most);
        var time = new TimeBudget(TimeSpan.FromDays(1), new CountedSeconds());
        var result = ExperimentRunner.Run(without with { Precision = without.Precision! with { Time = time } });
        Assert.That(result.Precision!.EndedBy, Is.EqualTo(endedBy));
        Assert.That(result.Replications.Count, Is.InRange(PrecisionGoal.Least, most));
    }

    [TestCase(0, 25, 4, 4)] // the pace is not known yet: one for each thread
    [TestCase(0, 25, 1, 2)] // of one there is no interval
    [TestCase(4, 25, 4, 25)] // 4 a second for the 9 that are left: all fit
    [TestCase(4, 50, 4, 40)] // 36 of 46
    [TestCase(4, 39, 3, 39)]
    public void A_batch_is_as_large_as_fits_by_the_pace_so_far(int done, int wanted, int threads, int expected)
    {
        var budget = new TimeBudget(TimeSpan.FromSeconds(10), new CountedSeconds());
        budget.Begin();
        Assert.That(budget.Fitting(done, wanted, threads), Is.EqualTo(expected));
    }

    [Test]
    public void The_budget_is_said_and_stands_in_the_manifest()
    {
        using var system = new FlowFile(Queue);
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--precision", "20%", "--budget", "100h");
        Assert.That(typed.Error, Does.Contain("replications were enough for 20 %").And.Contain("within the time of 100 h"));
        var precision = ResultReader.Read(system.Results).Run.Precision!;
        Assert.That((precision.EndedBy, precision.MostSeconds), Is.EqualTo(("precision", 360_000.0)));
    }

    [TestCase("10", "a time with a unit such as 10min")]
    [TestCase("0 min", "a time with a unit such as 10min")]
    [TestCase("-1 h", "a time with a unit such as 10min")]
    [TestCase("9000000 h", "a year at most")]
    public void A_budget_that_is_no_time_is_refused(string budget, string told)
    {
        using var system = new FlowFile(Queue);
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--precision", "20%", "--budget", budget);
        Assert.That(typed.Exit, Is.Not.Zero);
        Assert.That(typed.Error, Does.Contain(told));
    }

    [Test]
    public void A_budget_without_a_precision_is_refused()
    {
        using var system = new FlowFile(Queue);
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--budget", "10min");
        Assert.That(typed.Exit, Is.Not.Zero);
        Assert.That(typed.Error, Does.Contain("--budget needs --precision"));
    }

    [Test]
    public void A_mean_near_0_need_not_be_known_more_closely_than_what_counts_as_nothing()
    {
        var value = new WatchedValue("baseline", "rate", "%", false, new Tolerance(0.02, Relative: true), floor: 0.5);
        foreach (var one in new[] { 0.1, -0.1, 0.2, -0.2 })
        {
            value.Add(one, one);
        }

        Assert.That(value.Allowed, Is.EqualTo(0.5));
        Assert.That(value.IsPrecise, Is.True);
        var without = new WatchedValue("baseline", "rate", "d", false, new Tolerance(0.02, Relative: true), floor: 0);
        foreach (var one in new[] { 0.1, -0.1, 0.2, -0.2 })
        {
            without.Add(one, one);
        }

        Assert.That(without.IsPrecise, Is.False);
    }

    [Test]
    public void A_share_of_a_difference_is_one_of_the_level_of_the_baseline()
    {
        var value = new WatchedValue("other", "rate", "min", true, new Tolerance(0.02, Relative: true), floor: 0);
        value.Add(0.5, 100);
        value.Add(-0.5, 102);
        Assert.That(value.Allowed, Is.EqualTo(2.02).Within(1e-12));
        Assert.That(value.HalfWidth, Is.EqualTo(12.706 * 0.5).Within(1e-3), "t(1, 0.975) s ÷ √2");
    }

    [Test]
    public void What_a_scenario_has_done_away_with_need_not_be_known_to_a_share_of_next_to_nothing()
    {
        using var system = new FlowFile(Queue + "\nscenarios:\n  many: { title: Many doctors, changes: [ { set: pools.server.capacity, to: 5, reason: hired } ] }\n");
        TypedCommand.Run("compare", "--system", system.Path, "--out", system.Results, "--precision", "wait_mean=15%", "--precision", "15%");
        var precision = ResultReader.Read(system.Results).Run.Precision!;

        // With five doctors hardly anybody waits: 15 % of that would take a thousand replications.
        Assert.That((precision.Reached, precision.Scenario), Is.EqualTo((true, "baseline")));
        Assert.That(precision.Replications, Is.LessThan(300));
    }

    [Test]
    public void What_bound_is_said_and_stands_in_the_manifest()
    {
        using var system = new FlowFile(Queue);
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--precision", "20%");
        Assert.That(typed.Error, Does.Contain("replications were enough for 20 %").And.Contain("the mean of Busy in baseline bound"));
        var read = ResultReader.Read(system.Results).Run;
        Assert.That(read.Precision, Is.Not.Null);
        Assert.That((read.Precision!.Reached, read.Precision.Measure, read.Precision.Replications), Is.EqualTo((true, "busy", read.Replications)));
        Assert.That(read.ReplicationsPlanned, Is.EqualTo(read.Replications).And.GreaterThanOrEqualTo(25));
    }

    [Test]
    public void A_measure_may_have_a_precision_of_its_own()
    {
        using var system = new FlowFile(Queue);
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--precision", "20%", "--precision", "busy=1000");
        Assert.That(typed.Error, Does.Contain("25 replications were enough"));
    }

    [TestCase("2", "--precision")]
    [TestCase("-2%", "expected a share such as 2%")]
    [TestCase("0%", "expected a share such as 2%")]
    [TestCase("nobody=2%", "nobody")]
    public void A_precision_that_cannot_be_is_refused(string precision, string told)
    {
        using var system = new FlowFile(Queue);
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--precision", precision);
        Assert.That(typed.Exit, Is.Not.Zero);
        Assert.That(typed.Error, Does.Contain(told));
    }

    [TestCase("--replications", "19", "20 or more")]
    [TestCase("--draws", "30", "exclude each other")]
    public void Options_that_do_not_go_with_it_are_refused(string option, string value, string told)
    {
        using var system = new FlowFile(Queue);
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--precision", "2%", option, value);
        Assert.That(typed.Exit, Is.Not.Zero);
        Assert.That(typed.Error, Does.Contain(told));
    }

    private static double[] Values(ExperimentResult result) =>
        [.. result.Scenarios[0].Reported.Select(one => one!.Rows.Single(row => row.Measure == "busy" && row.Place == "system").Value)];

    private static PlanOf Plan(Tolerance? tolerance)
    {
        using var system = new FlowFile(Queue);
        var problems = new FlowSim.Scenarios.Loading.ProblemList();
        var files = FlowSim.Scenarios.Loading.SystemReader.Read(system.Path, problems)!;
        var baseline = new TimelineBuilder(files, RunOverrides.None, problems).Baseline()!;
        return (seed, threads, most) => new ExperimentPlan
        {
            Baseline = baseline,
            Scenarios = [new PlannedScenario(ExperimentPlan.BaselineId, "", baseline)],
            Replications = most,
            Precision = tolerance is { } usual ? new PrecisionGoal { Usual = usual, Measures = ["busy"], Most = most } : null,
            Seed = seed,
            Threads = threads,
        };
    }

    private delegate ExperimentPlan PlanOf(ulong seed, int threads = 1, int most = 1_000);
}
