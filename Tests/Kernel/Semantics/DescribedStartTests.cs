using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Rooms;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary><c>starts_with</c>: who is there at the start, where, and with which random numbers.</summary>
public sealed class DescribedStartTests
{
    private static string Start(string stages, int capacity = 3) => $$"""
        run: { starts: Mon 00:00, lasts: 5 d, warm_up: 0 h, begin: described }
        pools: { bed: { kind: beds, capacity: {{capacity}} } }
        stages:
          {{stages}}
        streams: { some: { to: ward, rate: 0 per d } }
        """;

    [Test]
    public void Patients_of_the_start_have_numbers_that_no_arrival_has()
    {
        var model = Compile(Start("ward: { place: bed, time: 10 h, then: leave, starts_with: { stream: some, in_place: 2, waiting: 2 } }"));
        var run = Replication.Start(new Simulator.Model.SystemTimeline([model], [0]), 1, 1, paranoid: true);
        Assert.That(Enumerable.Range(0, 4).Select(patient => run.Engine.Run.Patients.Items[patient].Number), Is.EqualTo(new long[] { -1, -2, -3, -4 }));
    }

    [Test]
    public void As_many_as_there_is_room_for_are_in_place()
    {
        var model = Compile(Start("ward: { place: bed, time: 10 h, then: leave, starts_with: { stream: some, in_place: 3 } }"));
        var run = Replication.Start(new Simulator.Model.SystemTimeline([model], [0]), 1, 1, paranoid: true);
        Assert.That((run.UnitsOf(0).Occupied, run.WaitingAt(0).Counted), Is.EqualTo((3, 0)));
    }

    [Test]
    public void A_time_that_is_not_drawn_is_whole_from_the_start()
    {
        var scene = Play(Start("ward: { place: bed, time: until next 08:00, then: leave, starts_with: { stream: some, in_place: 2 } }"));
        Assert.That(scene.Steps("ward", TraceStep.Left), Is.EqualTo(new[] { 8 * Hour, 8 * Hour }));
    }

    [Test]
    public void A_time_of_nought_is_over_in_the_first_second()
    {
        var scene = Play(Start("ward: { place: bed, time: 0 min, then: leave, starts_with: { stream: some, in_place: 1 } }"));
        Assert.That(scene.Steps("ward", TraceStep.Left), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void Who_waits_at_the_start_and_is_through_at_once_goes_on()
    {
        var scene = Play(
            Start("ward: { place: bed, time: 0 min, then: home, starts_with: { stream: some, waiting: 1 } }\n  home: { place: none, time: 2 h, then: leave }"));
        Assert.That(scene.Steps("home", TraceStep.Entered), Is.EqualTo(new[] { 0 }));
        Assert.That(scene.Steps("home", TraceStep.Left), Is.EqualTo(new[] { 2 * Hour }));
    }

    [Test]
    public void Who_starts_in_a_stage_of_a_site_has_the_site_for_what_comes_later()
    {
        // The stream leads all to north. What the clinic, which is at no site, takes of their time goes by the site that they have.
        var scene = Play("""
            run: { starts: Mon 00:00, lasts: 5 d, warm_up: 0 h, begin: described }
            dimensions: { site: [north, south] }
            pools: { bed: { each: site, kind: beds, capacity: 2 } }
            stages:
              desk:   { time: 1 h, then: ward }
              ward:   { each: site, place: bed@site, time: until next 08:00, then: clinic, starts_with: { stream: some, in_place: 2 } }
              clinic: { place: none, time: { table: lengths }, then: leave }
            tables: { lengths: { keys: [site], rows: { north: 1 h, south: 2 h } } }
            streams:
              some: { to: desk, rate: 0 per d, attributes: { site: north } }
            """);
        Assert.That(scene.Steps("clinic", TraceStep.Left), Is.EqualTo(new[] { 9 * Hour, 9 * Hour, 10 * Hour, 10 * Hour }));
    }
}
