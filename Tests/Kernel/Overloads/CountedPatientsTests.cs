using FlowSim.Simulator.Kernel;
using FlowSim.Simulator.Overloads;
using FlowSim.Simulator.State;
using FlowSim.Tests.Kernel.Semantics;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Overloads;

/// <summary>What is known of a headcount at a midnight, and what is said of it when it becomes too large.</summary>
public sealed class CountedPatientsTests
{
    /// <summary>
    /// From 1 h on: Anna has a bed; Ben has the other one, is ready, and waits for the unit, which Zoe has; Cora waits for a bed. Dora has three of four
    /// chairs and waits for the doctor, who is with Eve; Fay is at home. Of the tickets two are used up.
    /// </summary>
    private const string Text = """
        pools:
          bed:    { kind: beds, capacity: 2 }
          unit:   { kind: beds, capacity: 1 }
          chair:  { kind: spaces, capacity: 4 }
          doctor: { kind: staff, capacity: 1 }
          ticket: { kind: slots, capacity: 5 per day, renewed: daily 00:30 }
        stages:
          stay: { place: bed, time: 15 d, then: leave }
          ward: { place: bed, time: 1 h, then: recover }
          recover: { place: unit, time: 15 d, then: leave }
          see: { place: 3 of chair, staff: doctor, time: 1 h, then: leave }
          busy: { staff: doctor, time: 15 d, then: leave }
          home: { place: none, time: 15 d, then: leave }
          enter: { place: none, staff: 2 of ticket, time: 1 min, then: leave }
        """;

    private static Headcount AtMidnight(string more = "", string text = Text + "\nstreams:")
    {
        var model = Compile(text
            + $"\n  {Patient("anna", "stay")}\n  {Patient("ben", "ward")}\n  {Patient("zoe", "recover")}\n  {Patient("cora", "stay", "1 min")}\n  {Patient("eve", "busy")}\n  {Patient("dora", "see", "1 min")}\n  {Patient("fay", "home")}\n  {Patient("gus", "enter", "40 min")}\n  {more}\n");
        var run = Replication.Start(new Simulator.Model.SystemTimeline([model], [0]), 1, 1, paranoid: true);
        run.RunTo((2 * Day) + 1);
        return run.Engine.Overload.Watch.Past.Last();
    }

    private const int Bed = 0, Chair = 1, Doctor = 2, Ticket = 3, Unit = 4;

    [Test]
    public void Who_waits_is_counted_at_the_pool_of_the_first_choice()
    {
        var headcount = AtMidnight();
        Assert.That((headcount.Time, headcount.Present), Is.EqualTo((Day, 7)));
        Assert.That(headcount.WaitingFor, Is.EqualTo(Expected((Bed, 1), (Doctor, 1), (Unit, 1))));
    }

    [Test]
    public void Who_is_in_a_stage_and_does_not_wait_is_counted_there() => Assert.That(AtMidnight().InStage.Order(), Is.EqualTo(new[] { 0, 0, 0, 1, 1, 1, 1 }));

    [Test]
    public void What_those_who_wait_hold_is_held_up_and_the_rest_is_idle()
    {
        var headcount = AtMidnight();
        Assert.That(headcount.HeldUp, Is.EqualTo(Expected((Bed, 0.5), (Chair, 1))), "Ben has one of two beds, Dora all chairs that are taken");
        Assert.That(headcount.Idle, Is.EqualTo(Expected((Chair, 0.25), (Ticket, 0.6))));
    }

    [Test]
    public void Units_let_go_are_counted_and_slots_as_soon_as_they_are_taken() => Assert.That(AtMidnight().Returned, Is.EqualTo(Expected((Ticket, 2L))));

    [Test]
    public void The_first_choice_is_the_first_that_is_asked_for_by_now()
    {
        // Ida asks for the unit only; Jon holds a bed of the two that he needs with a chair.
        const string More =
            "\n  part: { place: [ bed after 9 d, unit ], time: 1 h, then: leave }\n  both: { place: bed + 2 of chair, time: 1 h, then: leave }\n  first: { place: bed, time: 1 h, then: both }\nstreams:";
        var headcount = AtMidnight(Patient("ida", "part", "1 min") + "\n  " + Patient("jon", "first"),
            Text.Replace("bed:    { kind: beds, capacity: 2 }", "bed:    { kind: beds, capacity: 3 }", StringComparison.Ordinal) + More);
        Assert.That(headcount.WaitingFor, Is.EqualTo(Expected((Bed, 1), (Chair, 1), (Doctor, 1), (Unit, 2))));
    }

    [Test]
    public void Who_asks_for_nothing_yet_will_ask_for_the_first_written()
    {
        // Hal may have the unit after nine days and the bed after ten; until then he waits.
        const string More = "\n  late: { place: [ unit after 9 d, bed after 10 d ], time: 1 h, then: leave }\nstreams:";
        Assert.That(AtMidnight(Patient("hal", "late"), Text + More).WaitingFor, Is.EqualTo(Expected((Bed, 1), (Doctor, 1), (Unit, 2))));
    }

    private static T[] Expected<T>(params (int Pool, T Value)[] values)
    {
        var expected = new T[5];
        foreach (var (pool, value) in values)
        {
            expected[pool] = value;
        }

        return expected;
    }

    [Test]
    public void A_record_that_is_used_again_has_nothing_of_the_headcount_before()
    {
        // Zoe has the unit, for which Ben waits in a bed, and one more is at home each day. Eight headcounts are kept: the tenth takes the place of the second.
        var home = Enumerable.Range(1, 8).Select(day => Patient($"home-{day}", "home", $"{(24 * day) + 12} h"));
        string[] streams = [Nobody("stay", "see", "busy", "enter"), Patient("zoe", "recover"), Patient("ben", "ward"), .. home];
        var model = Compile($"{Text}\nstreams:\n  {string.Join("\n  ", streams)}\n");
        var run = Replication.Start(new Simulator.Model.SystemTimeline([model], [0]), 1, 1, paranoid: true);
        run.RunTo((9 * Day) + 1);
        var headcount = run.Engine.Overload.Watch.Past.Last();
        Assert.That((headcount.Time, headcount.Present), Is.EqualTo((9 * Day, 10)));
        Assert.That(headcount.WaitingFor, Is.EqualTo(Expected((Unit, 1))));
        Assert.That(headcount.HeldUp, Is.EqualTo(Expected((Bed, 1.0))));
        Assert.That(headcount.InStage.Order(), Is.EqualTo(new[] { 0, 0, 0, 0, 0, 1, 8 }));
    }
}
