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
    public void Numbers_step_every_seven_days_while_they_are_phased_in()
    {
        using var system = Write("{ add: pools.bed.capacity, by: 4, from: 2017-10-01, over: 24 d }, { set: pools.bed.turnaround, to: 2 h }, { scale: streams.a.rate, by: 2, from: 2017-10-08 }");
        var scenario = ScenarioApplier.Read(system.Read()!, "s", system.Problems)!;
        Assert.That(
            scenario.ChangeDates.Select(date => date.ToString("yyyy-MM-dd")),
            Is.EqualTo(new[] { "2017-10-08", "2017-10-15", "2017-10-22", "2017-10-25" }));
    }

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
