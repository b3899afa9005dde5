using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Sampling;
using MathNet.Numerics.Distributions;

namespace FlowSim.Tests.Experiments;

/// <summary>Intervals of a family of differences that hold all at once.</summary>
public sealed class SimultaneousIntervalsTests
{
    [Test]
    public void With_few_replications_they_are_those_of_Bonferroni()
    {
        // Four differences of six replications: t(5, 1 − 0.05 ÷ 8) = 3.810 (two-sided 0.0125, from a t-table).
        var differences = Differences(6, 4, (replication, row) => Normal(1, replication, row));
        foreach (var one in differences)
        {
            Assert.That(one.FamilySize, Is.EqualTo(4));
            Assert.That((one.UpperSim - one.LowerSim) / (one.Upper95 - one.Lower95), Is.EqualTo(3.810 / 2.571).Within(5e-4));
            Assert.That((one.UpperSim + one.LowerSim) / 2, Is.EqualTo(one.Mean).Within(1e-12));
        }
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(21)]
    public void A_large_family_of_which_a_member_has_few_replications_has_its_intervals(int replications)
    {
        // 800 differences of a system of some size; a measure may be defined in two replications only.
        var differences = Differences(replications, 800, (replication, row) => row == 7 && replication > 1 ? double.NaN : Normal(20, replication, row));
        Assert.That(differences.Select(one => one.UpperSim), Has.All.Matches<double>(double.IsFinite));
        Assert.That(differences[7].N, Is.EqualTo(2));

        // t(1, 1 − p) is the cotangent of π p.
        Assert.That(Ratio(differences[7]), Is.LessThanOrEqualTo(Math.Tan(Math.PI * 0.025) / Math.Tan(Math.PI * 0.025 / 800) * (1 + 1e-9)));
    }

    [Test]
    public void A_family_of_one_is_as_wide_as_one()
    {
        var one = Differences(6, 1, (replication, row) => Normal(2, replication, row)).Single();
        Assert.That((one.LowerSim, one.UpperSim), Is.EqualTo((one.Lower95, one.Upper95)));
    }

    [Test]
    public void Differences_that_go_together_cost_next_to_nothing_once_replications_are_drawn_again()
    {
        var differences = Differences(40, 50, (replication, row) => (row + 1) * Normal(3, replication, 0));
        var bonferroni = StudentT.InvCDF(0, 1, 39, 1 - (0.025 / 50)) / StudentT.InvCDF(0, 1, 39, 0.975);
        Assert.That(bonferroni, Is.GreaterThan(1.7));
        Assert.That(differences.Select(Ratio), Has.All.GreaterThanOrEqualTo(1).And.All.LessThan(1.1));
    }

    [TestCase(6, 0.8)]
    [TestCase(25, 0.8)]
    [TestCase(25, 0.0)]
    public void They_hold_all_at_once_in_95_of_100_experiments(int replications, double together)
    {
        const int Experiments = 300;
        var held = 0;
        for (var experiment = 0; experiment < Experiments; experiment++)
        {
            var stream = 100 + experiment;
            var differences = Differences(replications, 10, (replication, row) =>
                (Math.Sqrt(together) * Normal(stream, replication, 1_000)) + (Math.Sqrt(1 - together) * Normal(stream, replication, row)));
            held += differences.All(one => one.LowerSim <= 0 && one.UpperSim >= 0) ? 1 : 0;
        }

        // Three standard errors of 95 % from 300 experiments are 3.8 points.
        Assert.That((double)held / Experiments, Is.GreaterThan(0.95 - 0.038));
    }

    [Test]
    public void What_chance_does_not_move_what_nobody_asked_for_and_groups_of_a_total_are_of_no_family()
    {
        var summary = ExperimentSummary.Of(
            Experiment(4, (replication, scenario) =>
            [
                Row("a", "", Normal(5, replication, scenario)), Row("a", "g", Normal(6, replication, scenario)), Row("b", "g", Normal(7, replication, scenario)),
                Row("b", "h", scenario), Row("c", "", Normal(8, replication, scenario)),
            ]),
            ["a", "b"]);
        Assert.That(summary.Differences.Where(row => row.FamilySize > 0).Select(row => row.Key.Measure + row.Key.Group), Is.EqualTo(new[] { "a", "bg" }));
        Assert.That(summary.Differences.Select(row => row.FamilySize), Is.EqualTo(new[] { 2, 0, 2, 0, 0 }));
        Assert.That(summary.Differences.Where(row => row.FamilySize == 0).Select(row => row.LowerSim), Has.All.NaN);
    }

    [Test]
    public void The_years_are_a_family_each()
    {
        var summary = ExperimentSummary.Of(
            Experiment(5, (replication, scenario) =>
            [
                Row("a", "", Normal(9, replication, scenario)) with { Period = "2017/18" }, Row("b", "", Normal(10, replication, scenario)) with { Period = "2017/18" },
                Row("a", "", Normal(11, replication, scenario)) with { Period = "2018/19" },
            ]),
            ["a", "b"]);
        Assert.That(summary.Differences.Select(row => row.FamilySize), Is.EqualTo(new[] { 2, 2, 1 }));
    }

    [Test]
    public void A_replication_in_which_a_measure_is_undefined_counts_for_the_others()
    {
        var differences = Differences(30, 2, (replication, row) => row == 1 && replication % 3 == 0 ? double.NaN : Normal(12, replication, row));
        Assert.That(differences.Select(one => one.N), Is.EqualTo(new[] { 30, 20 }));
        Assert.That(differences.Select(Ratio), Has.All.InRange(1, StudentT.InvCDF(0, 1, 19, 1 - 0.0125) / StudentT.InvCDF(0, 1, 19, 0.975)));
    }

    private static double Ratio(Difference one) => (one.UpperSim - one.LowerSim) / (one.Upper95 - one.Lower95);

    /// <summary>Differences of a scenario from a baseline that is 0 throughout.</summary>
    private static IReadOnlyList<Difference> Differences(int replications, int rows, Func<int, int, double> value)
    {
        string[] measures = [.. Enumerable.Range(0, rows).Select(row => $"m{row}")];
        return ExperimentSummary.Of(
            Experiment(replications, (replication, scenario) => [.. measures.Select((measure, row) => Row(measure, "", scenario * value(replication, row)))]),
            measures).Differences;
    }

    private static ExperimentResult Experiment(int replications, Func<int, int, ResultRow[]> rows) => new()
    {
        Scenarios =
        [
            .. new[] { "baseline", "other" }.Select((id, scenario) => new ScenarioResult
            {
                Id = id,
                Title = "",
                SpinUp = [],
                Reported = [.. Enumerable.Range(0, replications).Select(replication => new ReplicationResult
                {
                    Rows = rows(replication, scenario), Timelines = [], Flows = [], Events = 0, FirstDay = new DateOnly(2017, 4, 1),
                })],
            }),
        ],
        Replications = [.. Enumerable.Range(1, replications)],
        Complete = true,
        Events = 0,
    };

    private static ResultRow Row(string measure, string group, double value) => new("all", measure, "system", group, "%", value);

    private static double Normal(int stream, int replication, int row) =>
        MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, KeyedUniform.Of((ulong)stream, nameof(SimultaneousIntervalsTests), replication, row));
}
