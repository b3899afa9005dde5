using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Model;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Experiments;

/// <summary>What is phased in takes a step every midnight: how much of it is open day by day, and how many systems that takes.</summary>
public sealed class PhasedChangeTests
{
    /// <summary>2016-01-11.</summary>
    private const int FirstDay = 7;

    private static SystemTimeline Timeline(string change)
    {
        using var system = TemporarySystem.With(("system.yaml",
            $$"""
            system: phased
            run: { starts: 2016-01-04, lasts: 60 d, begin: empty, replications: 1 }
            pools: { bed: { kind: beds, capacity: 10 } }
            streams: { a: { to: w, rate: 4 per d } }
            stages: { w: { place: bed, time: 1 s, then: leave } }
            measures: { open_beds: { average: { open: bed } } }
            scenarios: { changed: [ { {{change}} } ] }
            """));
        var builder = new TimelineBuilder(system.Read()!, RunOverrides.None, system.Problems);
        var timeline = builder.Scenario("changed", builder.Baseline()!.First.Run);
        Assert.That(system.Problems.HasErrors, Is.False, system.Printed);
        return timeline!;
    }

    private static double[] BedsByDay(string change)
    {
        var run = Replication.Start(Timeline(change), 1, 1, paranoid: true);
        return [.. Enumerable.Range(0, 60).Select(day => OpenBeds(run, day))];
    }

    private static double OpenBeds(Replication run, int day) =>
        run.Measure(day * SimTime.Day, (day + 1) * SimTime.Day).Rows
            .Single(row => row.Measure == "open_beds" && row.Period.Length == 7 && row.Period[4] == '/').Value;

    [Test]
    public void A_bed_a_day_opens_from_the_midnight_after_the_first_day() =>
        Assert.That(
            BedsByDay("add: pools.bed.capacity, by: 10, from: 2016-01-11, over: 10 d")[FirstDay..(FirstDay + 12)],
            Is.EqualTo(new double[] { 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 20 }));

    [TestCase("add: pools.bed.capacity, by: 30, from: 2016-01-11, over: 30 d", 30)]
    [TestCase("set: pools.bed.capacity, to: 40, from: 2016-01-11, over: 30 d", 30)]
    [TestCase("scale: pools.bed.capacity, by: 4, from: 2016-01-11, over: 30 d", 30)]
    [TestCase("add: pools.bed.capacity, by: -6, from: 2016-01-11, over: 30 d", -6)]
    public void Over_thirty_days_of_it_nearly_half_of_the_effect_is_in_force(string change, double effect)
    {
        var beds = BedsByDay(change);
        Assert.That(beds[FirstDay..(FirstDay + 30)].Average(open => (open - 10) / effect), Is.EqualTo(29 / 60.0).Within(0.02));
        Assert.That(beds[..(FirstDay + 1)], Is.All.EqualTo(10));
        Assert.That(beds[(FirstDay + 30)..], Is.All.EqualTo(10 + effect));
    }

    [TestCase("add: pools.bed.capacity, by: 4, from: 2016-01-11, over: 40 d", 5)]
    [TestCase("scale: streams.a.rate, by: 2, from: 2016-01-11, over: 40 d", 41)]
    [TestCase("add: pools.bed.capacity, by: 4, from: 2016-01-11", 2)]
    [TestCase("add: pools.bed.capacity, by: 4, from: 2016-01-04, over: 1 d", 2)]
    [TestCase("add: pools.bed.capacity, by: 10, from: 2015-07-04, over: 365 d", 3)]
    [TestCase("add: pools.bed.capacity, by: 4, from: 2016-01-11, over: 36500 d", 1)]
    public void There_is_one_system_for_each_day_on_which_something_differs(string change, int systems) =>
        Assert.That(Timeline(change).Models, Has.Length.EqualTo(systems));

    private const string Clinic = """
        system: clinic
        run: { starts: 2016-01-04, lasts: 60 d, begin: empty, replications: 1 }
        calendars: { hours: { open: daily 09:00-17:00 }, weekdays: { open: Mon-Fri 00:00-24:00 } }
        pools: { bed: { kind: beds, capacity: { calendar: hours, inside: 12, outside: 0 } } }
        streams: { a: { to: w, rate: 4 per d } }
        stages: { w: { place: bed, time: 1 s, then: leave } }
        measures: { open_beds: { average: { open: bed } } }
        scenarios: { changed: [ { {{change}} } ] }
        """;

    [TestCase("set: calendars.hours.open, to: \"daily 09:00-21:00\", from: 2016-01-11", 4, 6)]
    [TestCase("set: calendars.hours.open, to: \"daily 09:00-17:00 & 18:00-20:00\", from: 2016-01-11", 4, 5)]
    [TestCase("set: calendars.hours, to: { open: \"daily 06:00-22:00\" }, from: 2016-01-11", 4, 8)]
    public void Opening_hours_are_others_from_a_day_on(string change, double before, double after)
    {
        using var system = TemporarySystem.With(("system.yaml", Clinic.Replace("{{change}}", change, StringComparison.Ordinal)));
        var builder = new TimelineBuilder(system.Read()!, RunOverrides.None, system.Problems);
        var timeline = builder.Scenario("changed", builder.Baseline()!.First.Run);
        Assert.That(system.Problems.HasErrors, Is.False, system.Printed);
        var run = Replication.Start(timeline!, 1, 1, paranoid: true);
        var open = Enumerable.Range(0, 60).Select(day => OpenBeds(run, day)).ToList();
        Assert.That(open[..FirstDay], Is.All.EqualTo(before));
        Assert.That(open[FirstDay..], Is.All.EqualTo(after));
    }

    [TestCase("set: calendars.hours.open, to: \"daily 09:00-21:00\", from: 2016-01-11, over: 10 d", "change at once")]
    [TestCase("remove: calendars.weekdays, from: 2016-01-11", "only numbers and calendars can change on a date")]
    [TestCase("set: calendars.hours.open, to: \"daily 09:00-25:00\", from: 2016-01-11", "09:00-25:00")]
    public void Opening_hours_that_cannot_change_so_are_refused(string change, string expected)
    {
        using var system = TemporarySystem.With(("system.yaml", Clinic.Replace("{{change}}", change, StringComparison.Ordinal)));
        var builder = new TimelineBuilder(system.Read()!, RunOverrides.None, system.Problems);
        builder.Scenario("changed", builder.Baseline()!.First.Run);
        Assert.That(system.Printed, Does.Contain(expected));
    }
}
