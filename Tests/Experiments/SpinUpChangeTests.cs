using FlowSim.Cli.Running;
using FlowSim.Plots.Explore;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Cli;
using ScottPlot.Plottables;

namespace FlowSim.Tests.Experiments;

public sealed class SpinUpChangeTests
{
    private static readonly SystemNames Names = SystemNames.Of(new SystemFacts { Id = "made-up", Title = "Made up" });

    [Test]
    public void The_change_is_paired_by_replication_with_its_t_interval()
    {
        // Differences 1, 2, 3: mean 2, sd 1, half width 4.303 ÷ √3.
        var change = Changes((10, 11), (20, 22), (30, 33)).Single();
        Assert.That((change.N, change.Earlier, change.Last, change.Change), Is.EqualTo((3, 20, 22, 2)));
        Assert.That(change.Lower95, Is.EqualTo(2 - (4.30265 / Math.Sqrt(3))).Within(1e-4));
        Assert.That(change.Upper95, Is.EqualTo(2 + (4.30265 / Math.Sqrt(3))).Within(1e-4));
    }

    [Test]
    public void A_value_has_settled_only_where_the_90_per_cent_interval_of_its_change_is_within_the_bound()
    {
        // Half a point of a measure in per cent. Changes 0.1, 0.2, 0.3: mean 0.2, sd 0.1, half width 2.920 x 0.1 / √3 = 0.169.
        var change = Changes((90, 90.1), (91, 91.2), (92, 92.3)).Single();
        Assert.That(change.Bound, Is.EqualTo(0.5));
        Assert.That(change.Lower90, Is.EqualTo(0.2 - (2.919986 * 0.1 / Math.Sqrt(3))).Within(1e-5));
        Assert.That(change.Upper90, Is.EqualTo(0.2 + (2.919986 * 0.1 / Math.Sqrt(3))).Within(1e-5));
        Assert.That(change.Verdict, Is.EqualTo(SettledVerdict.Settled));
    }

    [Test]
    public void That_a_change_is_not_significant_does_not_make_it_settled()
    {
        Assert.That(Changes((90, 87), (90, 91), (90, 92.3)).Single().Verdict, Is.EqualTo(SettledVerdict.CannotBeTold), "the mean is 0.1, the interval wide");
        Assert.That(Changes((90, 90)).Single().Verdict, Is.EqualTo(SettledVerdict.CannotBeTold), "one replication has no interval");
    }

    [Test]
    public void A_sure_change_beyond_the_bound_has_not_settled_however_many_values_are_looked_at() =>
        Assert.That(Changes((5.42, 5.95), (5.30, 5.95), (5.50, 6.05)).Single().Verdict, Is.EqualTo(SettledVerdict.NotSettled));

    [Test]
    public void A_sure_change_that_may_be_within_the_bound_or_beyond_cannot_be_told() =>
        Assert.That(Changes((90, 90.3), (90, 90.45), (90, 90.6)).Single().Verdict, Is.EqualTo(SettledVerdict.CannotBeTold));

    [TestCase("min", 2.0)] // of a level of 100
    [TestCase("beds", 2.0)]
    [TestCase("%", 0.5)]
    [TestCase("% of days", 0.5)]
    public void The_usual_bound_is_half_a_point_or_two_hundredths_of_the_level(string unit, double bound) =>
        Assert.That(Changes(unit, null, (99, 100), (99, 100)).Single().Bound, Is.EqualTo(bound));

    [TestCase(0.1, true, 10.0)]
    [TestCase(0.1, false, 0.1)]
    public void A_bound_that_is_declared_goes_before_the_usual(double size, bool ofLevel, double bound) =>
        Assert.That(Changes("%", new SettledBound(size, ofLevel), (99, 100), (99, 100)).Single().Bound, Is.EqualTo(bound).Within(1e-12));

    [Test]
    public void A_replication_without_a_value_in_one_of_the_years_does_not_count() =>
        Assert.That(Changes((10, 11), (double.NaN, 22), (30, 33)).Single().N, Is.EqualTo(2));

    [Test]
    public void The_note_counts_the_three_verdicts_and_names_the_largest_changes()
    {
        var note = SpinUpNote.Of(
            [Change("wait_mean", 100, 150, 1), Change("dtoc_rate", 4, 4.6, 0.01), Change("breaches", 10, 10, 0.01), Change("beds", 10, 10, 5)], Names).Single();
        Assert.That(note,
            Does.StartWith("warning: 1 of 4 headline values had settled").And.Contain(
                "2 had not (Mean wait, Whole system: 100 to 150 %; Dtoc rate, Whole system: 4 to 4.6 %)").And.Contain(
                "of 1 it cannot be told from 4 replications").And.Contain("--warm-up"));
        Assert.That(SpinUpNote.Of([Change("breaches", 10, 10, 0.01)], Names), Is.Empty);
        Assert.That(SpinUpNote.Of([Change("breaches", 10, 10, 5)], Names)
            .Single(), Does.StartWith("note: 0 of 1 headline values had settled").And.Not.Contain("had not"));
    }

    [Test]
    public void A_system_that_fills_up_during_its_spin_up_says_so_and_its_manifest_says_how_much()
    {
        // Demand is a third above capacity, so the queue that was two years long in the one year is one year longer in the next.
        using var system = new FlowFile(Clinic("64 per d", "2015-04-01"));
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--all");
        Assert.That(typed.Error, Does.Contain("warning: ").And.Contain("Patients waiting, Whole system (doctor)"));
        using var manifest = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(system.Results, "manifest.json")));
        var queue = manifest.RootElement.GetProperty("spin_up_change").EnumerateArray()
            .Single(change => change.GetProperty("measure").GetString() == "queue_length" && change.GetProperty("group").GetString() == "doctor");
        Assert.That((queue.GetProperty("year_before").GetDouble(), queue.GetProperty("last_year").GetDouble()), Is.EqualTo((16.0 * 365 / 2, 16.0 * 365 * 3 / 2))
            .Using<double>((a, b) => Math.Abs(a - b) < 300 ? 0 : 1));
    }

    [Test]
    public void Each_year_of_the_spin_up_is_written_by_replication_and_the_last_two_are_what_the_verdict_is_of()
    {
        // The spin-up begins in the middle of a year, which is no whole one.
        using var system = new FlowFile(Clinic("64 per d", "2013-10-01"));
        TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results);
        var rows = ResultReader.Read(system.Results).SpinUpYears.Where(row => (row.Measure, row.Group) == ("queue_length", "doctor")).ToList();
        Assert.That(rows.Select(row => (row.Replication, row.Year, row.From)), Is.EqualTo(
            from replication in Enumerable.Range(1, 4)
            from year in Enumerable.Range(1, 3)
            select (replication, year, $"{2013 + year}-04-01")));

        // 16 a day more come than are served, and half a year of them wait when the first whole year begins.
        foreach (var row in rows)
        {
            Assert.That(row.Value, Is.EqualTo(16.0 * 365 * row.Year).Within(500), $"year {row.Year} of replication {row.Replication}");
        }

        var change = ResultReader.Read(system.Results).Run.SpinUpChanges.Single(change => (change.Measure, change.Group) == ("queue_length", "doctor"));
        Assert.That(change.Earlier, Is.EqualTo(rows.Where(row => row.Year == 2).Average(row => row.Value)).Within(1e-6));
        Assert.That(change.Last, Is.EqualTo(rows.Where(row => row.Year == 3).Average(row => row.Value)).Within(1e-6));
    }

    [Test]
    public void Years_of_a_spin_up_are_drawn_with_mean_and_verdict()
    {
        using var system = new FlowFile(Clinic("64 per d", "2015-04-01"));
        TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results);
        var explored = ExploredResults.Read(system.Results, new ExploreChoice { Measures = ["queue_length"] });
        var (_, spinUp) = explored.SpinUps.Single(one => one.Key.Group == "doctor");
        Assert.That(spinUp.Years, Is.EqualTo(new[] { "2015/16", "2016/17" }));
        Assert.That(spinUp.Replications, Has.Count.EqualTo(4));
        Assert.That(spinUp.Verdict, Is.EqualTo(": not settled"));
        var means = ExplorePlots.SpinUp(spinUp).GetPlottables<Scatter>().Single(line => line.LegendText == "mean").Data.GetScatterPoints();
        var expected = Enumerable.Range(0, 2).Select(year => spinUp.Replications.Average(values => values[year]));
        Assert.That(means.Select(point => point.Y), Is.EqualTo(expected).Within(1e-6));
        var drawn = TypedCommand.Run("explore", system.Results, "--measure", "queue_length");
        Assert.That(drawn.Out, Does.Contain("spin-up-queue_length-doctor.png"), drawn.Error);
    }

    [TestCase("40 per d", "2015-04-01", 5, TestName = "A_steady_system_is_not_said_to_move_and_records_its_changes")]
    [TestCase("40 per d", "2016-04-01", 0, TestName = "A_spin_up_of_one_year_has_no_year_to_compare_with")]
    public void A_steady_system(string rate, string starts, int changes)
    {
        using var system = new FlowFile(Clinic(rate, starts));
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--all");
        Assert.That(typed.Error, Does.Not.Contain("had not"));
        using var manifest = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(system.Results, "manifest.json")));
        Assert.That(manifest.RootElement.GetProperty("spin_up_change").GetArrayLength(), Is.EqualTo(changes));
    }

    private static string Clinic(string rate, string starts) =>
        $"system: clinic\nrun: {{ starts: {starts}, branch: 2017-04-01, lasts: 30 d, begin: empty, replications: 4 }}\npools: {{ doctor: {{ kind: staff, capacity: 2 }} }}\nstreams: {{ patients: {{ to: consult, rate: {rate} }} }}\nstages: {{ consult: {{ staff: doctor, time: exponential mean 1 h, then: leave }} }}\n";

    private static SpinUpChange Change(string measure, double earlier, double last, double error) =>
        new SpinUpChange { Measure = measure, Place = "system", Group = "", Unit = "%", N = 4, Earlier = earlier, Last = last, Bound = 0.5 }
            .WithIntervals(error);

    private static IReadOnlyList<SpinUpChange> Changes(params (double Earlier, double Last)[] years) => Changes("%", null, years);

    private static IReadOnlyList<SpinUpChange> Changes(string unit, SettledBound? bound, params (double Earlier, double Last)[] years) =>
        SpinUpChange.Of([.. years.Select(year => ((IReadOnlyList<ResultRow>)[Row(unit, year.Earlier)], (IReadOnlyList<ResultRow>)[Row(unit, year.Last)]))],
            (_, of) => bound ?? SettledBounds.Usual(of));

    private static ResultRow Row(string unit, double value) => new("2016/17", "occupancy_rate", "north", "", unit, value);
}
