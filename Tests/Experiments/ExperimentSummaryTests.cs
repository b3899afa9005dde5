using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Measures;

namespace FlowSim.Tests.Experiments;

public sealed class ExperimentSummaryTests
{
    private static readonly ResultKey Occupancy = new("all", "occupancy_rate", "system", "");

    [Test]
    public void A_difference_is_paired_by_replication()
    {
        var difference = Compare([10, 20, 30], [11, 22, 30]);
        Assert.That(difference.N, Is.EqualTo(3));
        Assert.That(difference.Mean, Is.EqualTo(1));
        // Differences 1, 2, 0 have a standard deviation of 1; t(2, 0.975) = 4.302652729911275.
        Assert.That(difference.Upper95, Is.EqualTo(1 + (4.302652729911275 / Math.Sqrt(3))).Within(1e-9));
        Assert.That(difference.Lower95, Is.EqualTo(1 - (4.302652729911275 / Math.Sqrt(3))).Within(1e-9));
        Assert.That(difference.ExcludesZero, Is.False);
    }

    [Test]
    public void A_constant_difference_excludes_0_and_a_constant_0_does_not()
    {
        Assert.That(Compare([10, 20, 30], [9, 19, 29]).ExcludesZero, Is.True);
        Assert.That(Compare([10, 20, 30], [10, 20, 30]).ExcludesZero, Is.False);
    }

    [Test]
    public void One_replication_gives_a_difference_without_an_interval()
    {
        var difference = Compare([10], [9]);
        Assert.That(difference.Mean, Is.EqualTo(-1));
        Assert.That(difference.Lower95, Is.NaN);
        Assert.That(difference.ExcludesZero, Is.False);
    }

    [Test]
    public void A_replication_undefined_on_either_side_is_left_out_of_the_pairs()
    {
        var difference = Compare([10, double.NaN, 30, 40], [11, 22, double.NaN, 43]);
        Assert.That(difference.N, Is.EqualTo(2));
        Assert.That(difference.Mean, Is.EqualTo(2));
    }

    [TestCase(39, false)]
    [TestCase(40, true)]
    public void Quantiles_need_forty_replications(int replications, bool given)
    {
        var values = Enumerable.Range(1, replications).Select(value => (double)value).ToArray();
        var summary = ExperimentSummary.Of(Experiment(values, values)).Summaries[0];
        Assert.That(double.IsNaN(summary.P95), Is.EqualTo(!given));
        Assert.That(summary.N, Is.EqualTo(replications));
        if (given)
        {
            Assert.That(summary.P50, Is.EqualTo(20.5));
            Assert.That(summary.P05, Is.EqualTo(2.95).Within(1e-12));
        }
    }

    [Test]
    public void A_measure_that_is_never_defined_has_n_0_and_nothing_else()
    {
        var summary = ExperimentSummary.Of(Experiment([double.NaN], [double.NaN])).Summaries[0];
        Assert.That(summary.N, Is.Zero);
        Assert.That(summary.Mean, Is.NaN);
    }

    [Test]
    public void The_spin_up_year_is_reported_for_the_baseline_without_its_all()
    {
        var rows = ExperimentSummary.Of(MadeUpExperiment.Result).Summaries;
        Assert.That(rows.Where(row => row.Key.Period == MadeUpExperiment.LastYear).Select(row => row.Scenario).Distinct().Single(), Is.EqualTo("baseline"));
        var all = rows.Single(row => row.Scenario == "baseline" && row.Key == Occupancy);
        Assert.That(all.Mean, Is.EqualTo(92.25), "90 + 2 (third period reported) + mean noise 0.25; the spin-up's would be 91.25");
    }

    [Test]
    public void A_flow_missing_from_a_replication_counts_as_none()
    {
        var flow = ExperimentSummary.Of(MadeUpExperiment.Result).Flows.First(flow => flow.To == "died");
        Assert.That(flow.PerDay, Is.EqualTo(0.1).Within(1e-15));
    }

    [Test]
    public void Rows_that_only_a_later_replication_has_stand_where_it_has_them()
    {
        var result = new ExperimentResult
        {
            Scenarios = [
                new ScenarioResult { Id = "baseline", Title = "", SpinUp = [],
                    Reported = [Replication(Row("a", 1), Row("c", 1)), Replication(Row("a", 1), Row("b", 1), Row("c", 3))] }],
            Replications = [1, 2],
            Complete = true,
            Events = 0,
        };
        var summaries = ExperimentSummary.Of(result).Summaries;
        Assert.That(string.Join(" ", summaries.Select(row => $"{row.Key.Group}{row.N}")), Is.EqualTo("a2 b1 c2"));
    }

    [Test]
    public void A_share_of_time_that_a_replication_never_saw_is_0_there()
    {
        var seen = new ResultRow("all", "occupancy_distribution", "system", "bed/9", "share", 0.02);
        var result = new ExperimentResult
        {
            Scenarios = [new ScenarioResult { Id = "baseline", Title = "", SpinUp = [], Reported = [Replication(seen), Replication()] }],
            Replications = [1, 2],
            Complete = true,
            Events = 0,
        };
        var summary = ExperimentSummary.Of(result).Summaries.Single();
        Assert.That(summary.N, Is.EqualTo(2));
        Assert.That(summary.Mean, Is.EqualTo(0.01));
    }

    [Test]
    public void Numbers_of_beds_that_say_nothing_have_no_row()
    {
        ReplicationResult[] replications = [.. new[] { 0.25, 0.5 }.Select(share => Replication(
            new ResultRow("all", "p_full", "system", "bed/0", "share", 1),
            new ResultRow("all", "p_delay", "system", "bed/0", "share", double.NaN),
            new ResultRow("all", "p_full", "system", "bed/9", "share", share),
            new ResultRow("all", "p_pooled", "system", "1-1-1/first", "share", 0)))];
        var result = new ExperimentResult
        {
            Scenarios = [.. new[] { "baseline", "same" }.Select(id => new ScenarioResult { Id = id, Title = "", SpinUp = [], Reported = replications })],
            Replications = [1, 2],
            Complete = true,
            Events = 0,
        };
        var summary = ExperimentSummary.Of(result);
        Assert.That(string.Join(" ", summary.Summaries.Where(row => row.Scenario == "same").Select(row => row.Key.Group)), Is.EqualTo("bed/9 1-1-1/first"));
        Assert.That(string.Join(" ", summary.Differences.Select(row => row.Key.Group)), Is.EqualTo("1-1-1/first"));
    }

    [Test]
    public void A_timeline_below_forty_replications_holds_the_lowest_and_the_highest()
    {
        var series = ExperimentSummary.Of(MadeUpExperiment.Result).Timelines[0];
        var point = series.Points[0];
        Assert.That((point.Mean, point.P05, point.P50, point.P95), Is.EqualTo((50.25f, 49.25f, 50f, 51.5f)));
        Assert.That(series.Points[2].Mean, Is.NaN);
    }

    [Test]
    public void A_point_of_a_timeline_has_the_t_interval_of_its_mean()
    {
        const double T = 4.302652729911275; // t(2, 0.975)
        var series = ExperimentSummary.Of(MadeUpExperiment.Result).Timelines[0];
        var point = series.Points[0];
        var deviation = Math.Sqrt((1 + (0.25 * 0.25) + (1.25 * 1.25)) / 2);
        Assert.That(point.N, Is.EqualTo(3));
        Assert.That(point.Sd, Is.EqualTo(deviation).Within(1e-6));
        Assert.That(point.Lower95, Is.EqualTo(50.25 - (T * deviation / Math.Sqrt(3))).Within(1e-5));
        Assert.That(point.Upper95, Is.EqualTo(50.25 + (T * deviation / Math.Sqrt(3))).Within(1e-5));
        Assert.That((series.Points[2].N, series.Points[2].Sd, series.Points[2].Lower95), Is.EqualTo((0, float.NaN, float.NaN)));
    }

    private static Difference Compare(double[] baseline, double[] other) => ExperimentSummary.Of(Experiment(baseline, other)).Differences.Single();

    private static ExperimentResult Experiment(double[] baseline, double[] other) =>
        new()
        {
            Scenarios = [Scenario("baseline", baseline), Scenario("other", other)],
            Replications = [.. Enumerable.Range(1, baseline.Length)],
            Complete = true,
            Events = 0,
        };

    private static ScenarioResult Scenario(string id, double[] values) =>
        new() { Id = id, Title = "", SpinUp = [], Reported = [.. values.Select(value => Replication(Row("", value)))] };

    private static ResultRow Row(string group, double value) => new("all", "occupancy_rate", "system", group, "%", value);

    private static ReplicationResult Replication(params ResultRow[] rows) =>
        new() { Rows = rows, Timelines = [], Flows = [], Events = 0, FirstDay = new DateOnly(2017, 4, 1) };
}
