using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>Section 2: conditions, judged for one patient at one second.</summary>
public sealed class ConditionTests
{
    // Monday. At 10:00 two of the three beds are occupied by Yan and Zoe, Ben waits for the one nurse, who is with Cora; Anna asks.
    private static bool Holds(string condition, string at = "10 h") => Play($$"""
        run: { starts: 2001-01-01, lasts: 20 d, warm_up: 0 h, begin: empty }
        dimensions: { site: [north, south] }
        attributes: { age: [young, old], tries: number, patience: duration }
        calendars: { office: { open: Mon-Fri 09:00-17:00 }, night: { open: daily 20:00-08:00 } }
        pools:
          bed:   { kind: beds, capacity: 3, group: acute-ga }
          nurse: { kind: staff, capacity: 1 }
          chair: { each: site, kind: spaces, capacity: 1 }
        stages:
          ward: { place: bed, clock: spell, time: 5 d, then: leave }
          see:  { staff: nurse, time: 1 h, then: leave }
          sit:  { each: site, place: chair@site, time: 5 d, then: leave }
          begin: { clock: ed, sets: { tries: +1 }, time: 30 min, then: ask }
          ask:  { clock: ed, time: 0 min, then: [ { if: "{{condition}}", to: yes-it-holds }, { to: no-it-does-not } ] }
        exits: [yes-it-holds, no-it-does-not]
        streams:
          {{Patient("yan", "ward", "0 h")}}
          {{Patient("zoe", "ward", "1 h")}}
          {{Patient("cora", "see", "570 min")}}
          {{Patient("ben", "see", "580 min")}}
          {{Patient("dan", "sit@south", "1 h")}}
          {{Patient("anna", "begin", at == "10 h" ? "570 min" : at, "age: old, site: south, patience: 40 min")}}
        """).ExitOf("anna") == "yes-it-holds";

    [TestCase("free(bed) = 1")]
    [TestCase("occupied(bed) = 2")]
    [TestCase("occupied(bed) > 66 % and occupied(bed) < 67 %")]
    [TestCase("free(nurse) = 0 and occupied(nurse) = 1")]
    [TestCase("waiting(see) = 1")]
    [TestCase("waiting(nurse) = 1")]
    [TestCase("waiting(ward) = 0")]
    [TestCase("open(office)")]
    [TestCase("open(nurse)")]
    [TestCase("visits(begin) = 1 and visits(ward) = 0")]
    [TestCase("clock(ed) = 30 min")]
    [TestCase("clock(ed) < 1 h")]
    [TestCase("clock(spell) = 0 min")]
    [TestCase("clock(ed) < patience")]
    [TestCase("patience = 40 min and patience > clock(ed)")]
    [TestCase("age = old")]
    [TestCase("age != young")]
    [TestCase("tries = 1")]
    [TestCase("tries < 2 and tries <= 1 and tries > 0 and tries >= 1 and tries != 0")]
    [TestCase("free(bed) < 2 and free(bed) <= 1 and free(bed) > 0 and free(bed) >= 1 and free(bed) != 2")]
    [TestCase("free(bed) + free(nurse) = 1")]
    [TestCase("occupied(bed) + occupied(nurse) + waiting(see) >= 4")]
    [TestCase("tries + tries = 2 and tries + visits(begin) >= 2")]
    [TestCase("clock(ed) + 10 min = patience")]
    [TestCase("occupied(bed) = waiting(see) + tries")]
    [TestCase("hour >= 10 and hour < 11")]
    [TestCase("weekday = Mon")]
    [TestCase("weekday <= Fri")]
    [TestCase("date >= 2001-01-01 and date < 2001-01-02")]
    [TestCase("free(chair@south) = 0 and free(chair@north) = 1")]
    [TestCase("free(chair@site) = 0")]
    [TestCase("age = young or age = old")]
    [TestCase("not (age = young or open(night))")]
    [TestCase("age = old or age = young and open(night)")]
    public void A_condition_holds(string condition) => Assert.That(Holds(condition), Is.True);

    [TestCase("free(bed) > 1")]
    [TestCase("occupied(bed) >= 67 %")]
    [TestCase("open(night)")]
    [TestCase("not open(office)")]
    [TestCase("waiting(see) > 1")]
    [TestCase("visits(begin) > 1")]
    [TestCase("clock(ed) > 30 min")]
    [TestCase("clock(ed) > patience")]
    [TestCase("patience <= clock(ed)")]
    [TestCase("age = young")]
    [TestCase("tries < 1")]
    [TestCase("tries <= 0")]
    [TestCase("tries > 1")]
    [TestCase("tries >= 2")]
    [TestCase("tries != 1")]
    [TestCase("free(bed) < 1")]
    [TestCase("free(bed) <= 0")]
    [TestCase("free(bed) >= 2")]
    [TestCase("free(bed) != 1")]
    [TestCase("weekday = Tue")]
    [TestCase("date = 2001-01-02")]
    [TestCase("free(bed) + free(nurse) = 2")]
    [TestCase("1 = occupied(bed) + occupied(nurse)")]
    [TestCase("tries + visits(begin) < 2")]
    [TestCase("(age = old or age = young) and open(night)")]
    public void A_condition_does_not_hold(string condition) => Assert.That(Holds(condition), Is.False);

    [TestCase("open(night)", "19 h", false)]
    [TestCase("open(night)", "1170 min", true)]
    [TestCase("open(office)", "990 min", false)]
    [TestCase("open(office)", "989 min", true)]
    [TestCase("weekday = Tue", "1410 min", true)]
    public void A_condition_holds_at_its_time(string condition, string half, bool expected) =>
        Assert.That(Holds(condition, half), Is.EqualTo(expected), "asked half an hour after the arrival");
}
