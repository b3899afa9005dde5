namespace FlowSim.Tests.Recorded;

/// <summary>Open beds that go in by file.</summary>
public sealed class RecordedBedsTests
{
    [Test]
    public void As_many_beds_are_open_as_were_recorded_and_no_surge_or_closure_acts()
    {
        using var system = new TwoTowns();
        var typed = system.Run("run", "baseline", "--beds", system.OpenBeds("2016-04,north,52.4", "2016-05,north,33.5"), "--days", "91");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.Multiple(() =>
        {
            // Beds are whole, so that the mean of a month is right to a bed-day.
            // A surge that is open when the first recorded month begins closes when it is next looked at, and closures run out: a few bed-days of April.
            Assert.That(system.Mean("2016-04", "open_beds", "north"), Is.EqualTo(52.4).Within(1));
            Assert.That(system.Mean("2016-05", "open_beds", "north"), Is.EqualTo(33.5).Within(1.0 / 31));
            Assert.That(system.Mean("2016-06", "open_beds", "north"), Is.Not.EqualTo(TwoTowns.Beds).Within(1));
            Assert.That(system.Mean("2016-05", "open_beds", "south"), Is.Not.EqualTo(33.5).Within(2));
            Assert.That(typed.Error, Does.Contain("ward-bed takes the difference, -6.5 to +12.4 beds"));
        });
    }

    [Test]
    public void Beds_of_two_hospitals_together_are_shared_as_they_are_described()
    {
        using var system = new TwoTowns();
        var typed = system.Run("run", "baseline", "--beds", system.OpenBeds("2016-03,both,90", "2016-04,both,90"), "--days", "30");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That((system.Mean("2016-04", "open_beds", "north"), system.Mean("2016-04", "open_beds", "south")), Is.EqualTo((45.0, 45.0)));
    }

    [Test]
    public void A_scenario_adds_its_beds_to_those_recorded()
    {
        using var system = new TwoTowns(TwoTowns.RecordedSection.Replace("recorded:", "", StringComparison.Ordinal) is var rest
            ? "  more-beds: [ { add: pools.side-bed.capacity, by: 4, reason: to see a difference } ]\nrecorded:" + rest
            : "");
        var typed = system.Run("compare", "more-beds", "--beds", system.OpenBeds("2016-03,north,50", "2016-04,north,50"), "--days", "30");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That((system.Mean("2016-04", "open_beds", "north"), system.Mean("2016-04", "open_beds", "north", "more-beds")), Is.EqualTo((50.0, 54.0)));
    }
}
