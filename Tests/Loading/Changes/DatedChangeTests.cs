using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading.Changes;

public sealed class DatedChangeTests
{
    private const string Main = """
        system: one
        pools:
          bed: { kind: beds, capacity: 12 }
        streams:
          a: { to: ward, rate: 12 per d }
        stages:
          ward: { place: bed, time: exponential mean 4 d, then: { home: 20 %, leave: rest } }
        """;

    [TestCase("2017-09-30", "12")]
    [TestCase("2017-10-01", "16")]
    public void A_dated_change_is_made_on_its_day(string date, string capacity) =>
        Assert.That(CapacityOn(date, "{ add: pools.bed.capacity, by: 4, from: 2017-10-01 }"), Is.EqualTo(capacity));

    [TestCase("2017-10-01", "12")]
    [TestCase("2017-11-05", "14")]
    [TestCase("2017-12-10", "16")]
    [TestCase("2019-01-01", "16")]
    public void Beds_stay_whole_while_they_are_phased_in(string date, string capacity)
    {
        Assert.That(CapacityOn(date, "{ add: pools.bed.capacity, by: 4, from: 2017-10-01, over: 70 d }"), Is.EqualTo(capacity));
        Assert.That(CapacityOn(date, "{ set: pools.bed.capacity, to: 16, from: 2017-10-01, over: 70 d }"), Is.EqualTo(capacity));
    }

    [TestCase("scale: stages.ward.then.home, by: 0.5", "{ home: 15 %, leave: rest }")]
    [TestCase("add: stages.ward.then.home, by: 4 %", "{ home: 22 %, leave: rest }")]
    [TestCase("set: stages.ward.then.home, to: 30 %", "{ home: 25 %, leave: rest }")]
    public void Half_way_through_half_of_a_share_has_changed(string change, string then) =>
        Assert.That(NodeText.Of(Ward($"{{ {change}, from: 2017-10-01, over: 100 d }}")["then"]!), Is.EqualTo(then));

    [TestCase("scale: stages.ward.time, by: 0.5", "exponential mean 3 d")]
    [TestCase("set: stages.ward.time.mean, to: 24 h", "exponential mean 60 h")]
    public void Half_way_through_half_of_a_time_has_changed(string change, string time) =>
        Assert.That(Ward($"{{ {change}, from: 2017-10-01, over: 100 d }}")["time"]!.ToString(), Is.EqualTo(time));

    [Test]
    public void Undated_changes_are_there_on_every_day() =>
        Assert.That(CapacityOn("2001-01-01", "{ set: pools.bed.capacity, to: 16 }"), Is.EqualTo("16"));

    [Test]
    public void Without_a_date_everything_is_in_force() =>
        Assert.That(CapacityOn(null, "{ set: pools.bed.capacity, to: 16, from: 2017-10-01, over: 70 d }"), Is.EqualTo("16"));

    [Test]
    public void Numbers_step_every_day_while_they_are_phased_in() =>
        Assert.That(
            DatesOf("{ add: pools.bed.capacity, by: 4, from: 2017-10-01, over: 4 d }, { set: pools.bed.turnaround, to: 2 h }, { scale: streams.a.rate, by: 2, from: 2017-10-08 }", "2017-01-01", "2018-01-01"),
            Is.EqualTo(new[] { "2017-10-02", "2017-10-03", "2017-10-04", "2017-10-05", "2017-10-08" }));

    [TestCase("2017-10-02", "2017-10-04", "2017-10-03")]
    [TestCase("2017-10-04", "2018-01-01", "2017-10-05")]
    [TestCase("2017-10-05", "2018-01-01", "")]
    [TestCase("2017-01-01", "2017-10-02", "")]
    public void Only_the_days_asked_for_are_steps(string after, string before, string expected) =>
        Assert.That(string.Join(' ', DatesOf("{ add: pools.bed.capacity, by: 4, from: 2017-10-01, over: 4 d }", after, before)), Is.EqualTo(expected));

    /// <summary>On the k-th day k − 1 of n days have passed: on average over the phase (n − 1) / 2n is in force, half of it less half a step.</summary>
    [TestCase(30)]
    [TestCase(10)]
    [TestCase(6)]
    [TestCase(1)]
    public void Half_of_a_change_less_half_a_step_is_in_force_over_its_phase(int days)
    {
        using var system = Write($"{{ scale: streams.a.rate, by: 2, from: 2017-10-01, over: {days} d }}");
        var change = ScenarioApplier.Read(system.Read()!, "s", system.Problems)!.Changes.Single();
        var first = new DateOnly(2017, 10, 1);
        Assert.That(Enumerable.Range(0, days).Average(day => change.FractionOn(first.AddDays(day))), Is.EqualTo((days - 1) / (2.0 * days)).Within(1e-12));
        Assert.That(change.FractionOn(first.AddDays(days)), Is.EqualTo(1));
        Assert.That(change.FractionOn(first.AddDays(-1)), Is.Zero);
    }

    [Test]
    public void A_phase_in_longer_steps_ends_when_it_would() =>
        Assert.That(DatesOf("{ add: pools.bed.capacity, by: 4, from: 2017-10-01, over: 100 d, every: 30 d }", "2017-01-01", "2018-07-01"),
            Is.EqualTo(new[] { "2017-10-31", "2017-11-30", "2017-12-30", "2018-01-09" }));

    [TestCase("2017-10-30", "12")]
    [TestCase("2017-10-31", "15")]
    [TestCase("2017-12-29", "18")]
    [TestCase("2017-12-30", "21")]
    [TestCase("2018-01-08", "21")]
    [TestCase("2018-01-09", "22")]
    public void A_phase_in_longer_steps_stands_still_between_them(string date, string capacity) =>
        Assert.That(CapacityOn(date, "{ add: pools.bed.capacity, by: 10, from: 2017-10-01, over: 100 d, every: 30 d }"), Is.EqualTo(capacity));

    [TestCase("2017-10-31", "2018-07-01", "2017-11-30 2017-12-30 2018-01-09")]
    [TestCase("2017-11-01", "2017-12-30", "2017-11-30")]
    [TestCase("2018-01-09", "2018-07-01", "")]
    public void Only_the_longer_steps_asked_for_are_steps(string after, string before, string expected) =>
        Assert.That(string.Join(' ', DatesOf("{ add: pools.bed.capacity, by: 4, from: 2017-10-01, over: 100 d, every: 30 d }", after, before)), Is.EqualTo(expected));

    [TestCase("{ add: pools.bed.capacity, by: 4, from: 2017-10-01, over: 90 d, every: 91 d }", "steps of 91 d in a phase of 90 d")]
    [TestCase("{ add: pools.bed.capacity, by: 4, from: 2017-10-01, every: 30 d }", "steps of 30 d in a phase of 0 d")]
    public void A_step_is_not_longer_than_its_phase(string change, string found)
    {
        using var system = Write(change);
        _ = ScenarioApplier.Read(system.Read()!, "s", system.Problems);
        Assert.That(system.Printed, Does.Contain(found));
    }

    private static List<string> DatesOf(string changes, string after, string before)
    {
        using var system = Write(changes);
        var scenario = ScenarioApplier.Read(system.Read()!, "s", system.Problems)!;
        return [.. scenario.DatesBetween(Day(after), Day(before)).Select(date => date.ToString("yyyy-MM-dd"))];
    }

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd");

    private static string CapacityOn(string? date, string change) => ((MapNode)((MapNode)RootOn(date, change)["pools"]!)["bed"]!)["capacity"]!.ToString()!;

    private static MapNode Ward(string change) => (MapNode)((MapNode)RootOn("2017-11-20", change)["stages"]!)["ward"]!;

    private static MapNode RootOn(string? date, string change)
    {
        using var system = Write(change);
        var files = system.Read()!;
        var changed = date is null
            ? ScenarioApplier.Apply(files, "s", system.Problems)
            : ScenarioApplier.ApplyAt(files, "s", DateOnly.ParseExact(date, "yyyy-MM-dd"), system.Problems);
        Assert.That(system.Printed, Is.Empty);
        return changed!.Files.Root;
    }

    private static TemporarySystem Write(string changes) => TemporarySystem.With(("system.yaml", Main), ("scenarios/s.yaml", $"[ {changes} ]"));
}
