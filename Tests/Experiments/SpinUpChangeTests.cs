using FlowSim.Cli;
using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Kernel;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Experiments;

public sealed class SpinUpChangeTests
{
    [Test]
    public void The_change_is_paired_by_replication_with_its_t_interval()
    {
        // Differences 1, 2, 3: mean 2, sd 1, half width 4.303 ÷ √3.
        var change = Changes((10, 11), (20, 22), (30, 33)).Single();
        Assert.That((change.N, change.Earlier, change.Last, change.Change), Is.EqualTo((3, 20, 22, 2)));
        Assert.That(change.Lower95, Is.EqualTo(2 - (4.30265 / Math.Sqrt(3))).Within(1e-4));
        Assert.That(change.Upper95, Is.EqualTo(2 + (4.30265 / Math.Sqrt(3))).Within(1e-4));
        Assert.That(change.IsLarge(1), Is.False, "the interval holds 0");
    }

    [Test]
    public void A_change_is_large_when_it_is_sure_and_more_than_two_hundredths_of_the_value()
    {
        Assert.That(Changes((100, 102.9), (100, 103), (100, 103.1)).Single().IsLarge(1));
        Assert.That(Changes((100, 101.4), (100, 101.5), (100, 101.6)).Single().IsLarge(1), Is.False, "sure, but small");
        Assert.That(Changes((100, 90), (100, 103), (100, 125)).Single().IsLarge(1), Is.False, "not sure");
        Assert.That(Changes((100, 102.9), (100, 103), (100, 103.1)).Single().IsLarge(1000), Is.False, "not sure as one of a thousand");
        Assert.That(Changes((100, 150)).Single().IsLarge(1), Is.False, "one replication has no interval");
    }

    [Test]
    public void A_replication_without_a_value_in_one_of_the_years_does_not_count() =>
        Assert.That(Changes((10, 11), (double.NaN, 22), (30, 33)).Single().N, Is.EqualTo(2));

    [Test]
    public void The_note_names_the_largest_changes_and_how_many_there_are()
    {
        var note = SpinUpNote.Of([Change("wait_mean", 100, 150), Change("dtoc_rate", 4, 4.4), Change("breaches", 10, 10)]).Single();
        Assert.That(note, Does.StartWith("note: 2 of 3 headline values still moved").And.Contain("(wait_mean at system: 100 to 150 %; dtoc_rate at system: 4 to 4.4 %;").And.Contain("--warm-up"));
        Assert.That(SpinUpNote.Of([Change("breaches", 10, 10)]), Is.Empty);
    }

    [Test]
    public void A_system_that_fills_up_during_its_spin_up_says_so_and_its_manifest_says_how_much()
    {
        // Demand is a third above capacity, so the queue that was two years long in the one year is one year longer in the next.
        using var system = new FlowFile(Clinic("64 per d", "2015-04-01"));
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results);
        Assert.That(typed.Error, Does.Contain("note: ").And.Contain("queue_length at system (doctor)"));
        using var manifest = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(system.Results, "manifest.json")));
        var queue = manifest.RootElement.GetProperty("spin_up_change").EnumerateArray().Single(change => change.GetProperty("measure").GetString() == "queue_length" && change.GetProperty("group").GetString() == "doctor");
        Assert.That((queue.GetProperty("year_before").GetDouble(), queue.GetProperty("last_year").GetDouble()), Is.EqualTo((16.0 * 365 / 2, 16.0 * 365 * 3 / 2)).Using<double>((a, b) => Math.Abs(a - b) < 300 ? 0 : 1));
    }

    [TestCase("40 per d", "2015-04-01", 5, TestName = "A_steady_system_says_nothing_but_records_its_changes")]
    [TestCase("40 per d", "2016-04-01", 0, TestName = "A_spin_up_of_one_year_has_no_year_to_compare_with")]
    public void A_steady_system(string rate, string starts, int changes)
    {
        using var system = new FlowFile(Clinic(rate, starts));
        var typed = TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results);
        Assert.That(typed.Error, Does.Not.Contain("note: "));
        using var manifest = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(system.Results, "manifest.json")));
        Assert.That(manifest.RootElement.GetProperty("spin_up_change").GetArrayLength(), Is.EqualTo(changes));
    }

    private static string Clinic(string rate, string starts) =>
        $"system: clinic\nrun: {{ starts: {starts}, branch: 2017-04-01, lasts: 30 d, begin: empty, replications: 4 }}\npools: {{ doctor: {{ kind: staff, capacity: 2 }} }}\nstreams: {{ patients: {{ to: consult, rate: {rate} }} }}\nstages: {{ consult: {{ staff: doctor, time: exponential mean 1 h, then: leave }} }}\n";

    private static SpinUpChange Change(string measure, double earlier, double last) =>
        new() { Measure = measure, Place = "system", Group = "", Unit = "%", N = 4, Earlier = earlier, Last = last, StandardError = (last - earlier) / 20 };

    private static IReadOnlyList<SpinUpChange> Changes(params (double Earlier, double Last)[] years) =>
        SpinUpChange.Of([.. years.Select(year => ((IReadOnlyList<ResultRow>)[Row(year.Earlier)], (IReadOnlyList<ResultRow>)[Row(year.Last)]))]);

    private static ResultRow Row(double value) => new("2016/17", "occupancy_rate", "north", "", "%", value);
}
