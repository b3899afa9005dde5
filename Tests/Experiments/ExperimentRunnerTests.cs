using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Tables;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Kernel;

namespace FlowSim.Tests.Experiments;

public sealed class ExperimentRunnerTests
{
    private const double PerHour = 0.36;
    private const double ServiceHours = 24;

    private static readonly RunPlan Small = HandBuilt.Run(20, 100);

    /// <summary>Two years of spin-up from 1 April 2015, one year reported.</summary>
    private static readonly RunPlan Branching = new()
    {
        FirstDay = new DateOnly(2015, 4, 1),
        Start = 0,
        Branch = 731 * SimTime.Day,
        MeasureFrom = 731 * SimTime.Day,
        End = (731 + 365) * SimTime.Day,
        HasDates = true,
        Replications = 1,
        BeginsEmpty = true,
        PatientLimit = 200_000,
    };

    [TestCase(2)]
    [TestCase(4)]
    [TestCase(7)]
    [TestCase(16)]
    public void Any_number_of_threads_gives_the_same_bytes(int threads) =>
        Assert.That(Files(Plan(Branching, 5, threads)), Is.EqualTo(Files(Plan(Branching, 5, 1))));

    [Test]
    public void Another_seed_gives_other_results()
    {
        var plan = Plan(Small, 2, 1);
        var other = new ExperimentPlan { Baseline = plan.Baseline, Scenarios = plan.Scenarios, Replications = 2, Seed = 1 };
        Assert.That(Files(other), Is.Not.EqualTo(Files(plan)));
    }

    [Test]
    public void A_scenario_without_changes_differs_from_the_baseline_in_nothing()
    {
        var summary = ExperimentSummary.Of(ExperimentRunner.Run(Plan(Branching, 4, 2, serversMore: 0)));
        Assert.That(summary.Differences, Is.Not.Empty);
        Assert.That(summary.Differences.Where(difference => !double.IsNaN(difference.Mean)).Select(difference => difference.Mean), Is.All.Zero);
        Assert.That(summary.Summaries.Single(row => row.Key == new ResultKey("2017/18", "wait_mean", "system", "service") && row.Scenario == "changed").N,
            Is.EqualTo(4));
    }

    [Test]
    public void More_capacity_shortens_waits_with_the_same_patients()
    {
        var summary = ExperimentSummary.Of(ExperimentRunner.Run(Plan(Small, 10, 2, serversMore: 2)));
        var wait = summary.Differences.Single(difference => difference.Key.Measure == "wait_mean");
        Assert.That(wait.Upper95, Is.Negative);
        Assert.That(wait.Correlation, Is.Positive);
        var still = summary.Differences.Single(difference => difference.Key.Measure == "occupied");
        Assert.That(Math.Abs(still.Mean), Is.LessThan(0.3), "the same work has to be done");
    }

    [Test]
    public void The_last_year_of_the_spin_up_is_reported_for_the_baseline()
    {
        var result = ExperimentRunner.Run(Plan(Branching, 2, 2));
        Assert.That(result.Scenarios[0].SpinUp, Has.Count.EqualTo(2));
        Assert.That(result.Scenarios[1].SpinUp, Is.Empty);
        var years = result.Scenarios[0].RowsOf(0).Select(row => row.Period).Distinct().Where(Periods.IsYear);
        Assert.That(string.Join(" ", years), Is.EqualTo("2016/17 2017/18"));
    }

    [Test]
    public void The_baseline_goes_on_from_its_spin_up_as_if_it_had_never_been_interrupted()
    {
        var plan = Plan(Branching, 1, 1);
        var uninterrupted = Replication.Start(plan.Baseline, plan.Seed, 1).Measure(Branching.Branch, Branching.End);
        Assert.That(ExperimentRunner.Run(plan).Scenarios[0].Reported[0]!.Rows, Is.EqualTo(uninterrupted.Rows));
    }

    [Test]
    public void A_cancelled_experiment_is_incomplete()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var plan = Plan(Small, 3, 2);
        var result = ExperimentRunner.Run(new ExperimentPlan { Baseline = plan.Baseline, Scenarios = plan.Scenarios, Replications = 3, Cancel = cancel.Token });
        Assert.That(result.Complete, Is.False);
        Assert.That(result.Replications, Is.Empty);
    }

    // One replication is two years of spin-up, then a year of the baseline and a year of the scenario [d].
    [TestCase(1461 + 500, "1", "1", true, TestName = "Interrupted_in_the_spin_up_of_the_second_replication_the_first_is_kept")]
    [TestCase(731 + 365 + 100, "1", "", true, TestName = "Interrupted_in_a_scenario_the_baseline_of_the_same_replication_is_kept")]
    [TestCase(1461 + 731 + 365 + 100, "1 2", "1", true, TestName = "Interrupted_in_a_later_scenario_all_that_was_finished_before_is_kept")]
    [TestCase(731 + 100, "", "", true, TestName = "Interrupted_after_the_spin_up_its_last_year_is_kept")]
    [TestCase(400, "", "", false, TestName = "Interrupted_in_the_first_spin_up_there_is_nothing_to_keep")]
    public void Interrupted(int day, string baseline, string changed, bool any)
    {
        var (whole, stopped) = (ExperimentRunner.Run(Plan(Branching, 3, 1)), Stopped(day));
        Assert.That(stopped.Complete, Is.False);
        Assert.That(stopped.Replications.Any(), Is.EqualTo(any));
        Assert.That((NumbersOf(stopped, 0), NumbersOf(stopped, 1)), Is.EqualTo((baseline, changed)));
        foreach (var (number, index) in stopped.Replications.Select((number, index) => (number, index)))
        {
            var (rows, others) = (stopped.Scenarios[0].RowsOf(index).ToList(), stopped.Scenarios[1].RowsOf(index).ToList());
            Assert.That(rows, Is.Not.Empty.And.EqualTo(whole.Scenarios[0].RowsOf(number - 1).Take(rows.Count)));
            Assert.That(others, Is.EqualTo(whole.Scenarios[1].RowsOf(number - 1).Take(others.Count)));
        }
    }

    [Test]
    public void What_is_kept_of_an_interrupted_run_is_summed_up_by_the_replications_that_have_it()
    {
        var summary = ExperimentSummary.Of(Stopped(1461 + 731 + 365 + 100));
        Summary Of(string scenario, string period) =>
            summary.Summaries.Single(row => row.Scenario == scenario && row.Key == new ResultKey(period, "wait_mean", "system", "service"));
        Assert.That((Of("baseline", "2017/18").N, Of("baseline", "2016/17").N, Of("changed", "2017/18").N), Is.EqualTo((2, 2, 1)));
        Assert.That(summary.Differences.Where(row => row.Key.Measure == "wait_mean").Select(row => row.N), Is.All.EqualTo(1));
        var arrivals = ExperimentSummary.Of(ExperimentRunner.Run(Plan(Branching, 1, 1))).Flows.First(flow => flow.Scenario == "changed");
        Assert.That(summary.Flows.First(flow => flow.Scenario == "changed"), Is.EqualTo(arrivals), "a mean over the one replication that has it");
    }

    [Test]
    public void Progress_ends_at_the_whole_simulated_time()
    {
        var plan = Plan(Branching, 3, 2);
        ExperimentRunner.Run(plan);
        Assert.That(plan.Progress.Total, Is.EqualTo(3L * ((731 + 365 + 365) * SimTime.Day)));
        Assert.That(plan.Progress.Simulated, Is.EqualTo(plan.Progress.Total));
        Assert.That(plan.Progress.Finished, Is.EqualTo(3));
    }

    [Test]
    public void An_overloaded_scenario_is_named_with_replication_and_seed()
    {
        var run = Overfull();
        var fine = Timeline(40, run);
        var overloaded = Timeline(1, run);
        var plan = new ExperimentPlan
        {
            Baseline = fine,
            Scenarios = [new PlannedScenario("baseline", "", fine), new PlannedScenario("closed", "", overloaded)],
            Replications = 3,
            Threads = 2,
            Seed = 99,
        };
        var result = ExperimentRunner.Run(plan);
        Assert.That(result.Failure!.SourceException, Is.TypeOf<RunFailedException>());
        Assert.That(result.Failure!.SourceException.Message, Does.Contain("scenario closed").And.Contain("replication 1").And.Contain("seed 99"));
        Assert.That((NumbersOf(result, 0), NumbersOf(result, 1), result.Complete), Is.EqualTo(("1", "", false)), "the baseline was finished before");
    }

    [Test]
    public void Where_nothing_is_finished_a_run_that_cannot_go_on_is_thrown()
    {
        var overloaded = Timeline(1, Overfull());
        var plan = new ExperimentPlan
        {
            Baseline = overloaded,
            Scenarios = [new PlannedScenario("baseline", "", overloaded)],
            Replications = 3,
            Threads = 2,
            Seed = 99,
        };
        Assert.That(() => ExperimentRunner.Run(plan), Throws.TypeOf<RunFailedException>().With.Message.Contains("replication 1"));
    }

    /// <summary>A run that is stopped when more than fifty are present.</summary>
    private static RunPlan Overfull() => new RunPlan
    {
        FirstDay = Small.FirstDay,
        Start = 0,
        Branch = 0,
        MeasureFrom = 0,
        End = 2000 * SimTime.Day,
        HasDates = false,
        Replications = 1,
        BeginsEmpty = true,
        PatientLimit = 50,
    };

    /// <summary>Three replications on one thread, stopped when so many days have been simulated.</summary>
    private static ExperimentResult Stopped(int day)
    {
        using var cancel = new CancellationTokenSource();
        var plan = Plan(Branching, 3, 1);
        return ExperimentRunner.Run(new ExperimentPlan
        {
            Baseline = plan.Baseline,
            Scenarios = plan.Scenarios,
            Replications = 3,
            Threads = 1,
            Cancel = cancel.Token,
            Progress = new ExperimentProgress { Watched = seconds => CancelAfter(day, seconds, cancel) },
        });
    }

    private static void CancelAfter(int day, long seconds, CancellationTokenSource cancel)
    {
        if (seconds >= (long)day * SimTime.Day)
        {
            cancel.Cancel();
        }
    }

    private static string NumbersOf(ExperimentResult result, int scenario) =>
        string.Join(" ", result.Replications.Where((_, index) => result.Scenarios[scenario].Reported[index] is not null));

    private static ExperimentPlan Plan(RunPlan run, int replications, int threads, int serversMore = 1)
    {
        var baseline = Timeline(10, run);
        return new ExperimentPlan
        {
            Baseline = baseline,
            Scenarios = [new PlannedScenario("baseline", "", baseline), new PlannedScenario("changed", "", Timeline(10 + serversMore, run))],
            Replications = replications,
            Threads = threads,
        };
    }

    private static SystemTimeline Timeline(int servers, RunPlan run) => new([HandBuilt.Mmc(servers, PerHour, ServiceHours, run)], [run.Start]);

    private static byte[] Files(ExperimentPlan plan)
    {
        var result = ExperimentRunner.Run(plan);
        using var stream = new MemoryStream();
        ResultFiles.WriteReplications(stream, result);
        ResultTables.Differences.Write(stream, ExperimentSummary.Of(result).Differences);
        return stream.ToArray();
    }
}
