using FlowSim.Simulator.Measures;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Beds;

/// <summary>What is recorded of the demand for pools, on patients without chance.</summary>
public sealed class DemandRecordingTests
{
    // Two beds and a spare one. A from 0 h to 4 h and B from 1 h to 7 h in bed; C at 2 h finds none and takes the spare at 3 h until 8 h; D at 5 h takes the
    // bed of A, which was cleaned until 4.5 h, until 9 h; E at 6 h finds none, has no time and goes.
    private const string Yaml = """
        system: beds
        run: { starts: Mon 00:00, lasts: 10 h, warm_up: 0 h, begin: empty }
        pools:
          bed:   { kind: beds, capacity: 2, turnaround: 30 min }
          spare: { kind: beds, capacity: 1 }
        attributes: { stay: duration, patience: duration }
        streams:
          a: { to: ward, schedule: { every: 300 d, first: 0 h }, attributes: { stay: 4 h, patience: 9 h } }
          b: { to: ward, schedule: { every: 300 d, first: 1 h }, attributes: { stay: 6 h, patience: 9 h } }
          c: { to: ward, schedule: { every: 300 d, first: 2 h }, attributes: { stay: 5 h, patience: 9 h } }
          d: { to: ward, schedule: { every: 300 d, first: 5 h }, attributes: { stay: 4 h, patience: 9 h } }
          e: { to: ward, schedule: { every: 300 d, first: 6 h }, attributes: { stay: 4 h, patience: 30 min } }
        exits: [ gone ]
        stages:
          ward: { place: [ bed, spare after 1 h ], gives_up: [ { after: patience, to: gone } ], time: stay, then: leave }
        """;

    private static DemandOfMonth Month(string pools) => DemandRun.Months(Yaml, pools, 1)[0].Single();

    [Test]
    public void Time_counts_by_what_is_in_use_or_being_cleaned()
    {
        // One from 0 h to 1 h, two until 4.5 h, one until 5 h, two until 7.5 h, one until 9.5 h, none until 10 h.
        Assert.That(Month("bed").Taken.Select(seconds => seconds / 3600.0), Is.EqualTo(new[] { 0.5, 3.5, 6 }));
    }

    [Test]
    public void Who_is_given_a_bed_finds_those_before() =>
        Assert.That(Month("bed").Found, Is.EqualTo(new[] { 1, 2 }), "A finds none taken, B and D one");

    [Test]
    public void Who_is_placed_elsewhere_for_want_of_a_bed_belongs_to_the_bed()
    {
        var (bed, spare) = (Month("bed").Pools[0], Month("spare").Pools[0]);
        Assert.That((bed.Asked, bed.FoundNone, bed.Given, bed.Borrowed), Is.EqualTo((5, 2, 3, 0)), "C and E find none");
        Assert.That((bed.Wanted, bed.Placed), Is.EqualTo((5, 4)), "E is placed nowhere");
        Assert.That(bed.Belonging, Is.EqualTo((4 + 6 + 5 + 4) * 3600), "A, B, C and D");
        Assert.That(bed.InUse, Is.EqualTo((4 + 6 + 4) * 3600), "A, B and D");
        Assert.That((spare.Asked, spare.Given, spare.Borrowed, spare.Wanted, spare.Belonging), Is.EqualTo((0, 1, 1, 0, 0)), "C is the bed's");
    }

    [Test]
    public void Two_pools_are_counted_together_without_those_who_only_change_between_them()
    {
        // Three come at 0 h, 1 h and 2 h to the first pool for an hour and then go to the second for two: taken 1, 2 and 3.
        var month = DemandRun.Months("""
            system: two
            run: { starts: Mon 00:00, lasts: 3 h, warm_up: 0 h, begin: empty }
            pools:
              first:  { kind: beds, group: both, capacity: unlimited }
              second: { kind: beds, group: both, capacity: unlimited }
            streams: { come: { to: in-first, schedule: { every: 1 h, first: 0 h } } }
            stages:
              in-first:  { place: first, time: 1 h, then: in-second }
              in-second: { place: second, time: 2 h, then: leave }
            """, "both", 1)[0].Single();
        Assert.That(month.Taken, Is.EqualTo(new[] { 0, 3600, 3600, 3600 }));
        Assert.That(month.Found, Is.EqualTo(new[] { 1, 1, 1 }), "each finds those who came before, in whichever pool they are");
    }

    // A has a bed and the trolley from 0 h to 2 h. C, who comes at 1 h, has the trolley then until 3 h, and B, who comes at 1.5 h, from 3 h to 5 h.
    private const string Trolleys = """
        system: trolleys
        run: { starts: Mon 00:00, lasts: 10 h, warm_up: 0 h, begin: empty }
        pools: { bed: { kind: beds, capacity: 5 }, trolley: { kind: spaces, capacity: 1 } }
        streams:
          a: { to: both, schedule: { every: 300 d, first: 0 h } }
          b: { to: both, schedule: { every: 300 d, first: 90 min } }
          c: { to: only, schedule: { every: 300 d, first: 1 h } }
        stages:
          both: { place: bed + trolley, time: 2 h, then: home }
          only: { place: trolley, time: 1 h, then: home }
          home: { place: none, time: 1 h, then: leave }
        """;

    [Test]
    public void Who_asks_for_a_pool_beside_another_belongs_to_it_too()
    {
        // A has the trolley until 2 h, C until 3 h, B until 5 h.
        var trolley = DemandRun.Months(Trolleys, "trolley", 1)[0].Single().Pools[0];
        Assert.That((trolley.Asked, trolley.FoundNone, trolley.Given, trolley.Borrowed), Is.EqualTo((3, 2, 3, 0)));
        Assert.That((trolley.Wanted, trolley.Placed), Is.EqualTo((3, 3)));
        Assert.That((trolley.Belonging, trolley.InUse), Is.EqualTo((5 * 3600, 5 * 3600)));
    }

    [Test]
    public void Recording_moves_no_number()
    {
        var plain = Walk.Of(ModelText.Compile(Yaml));
        var recorded = Walk.Of(DemandRun.Compile(Yaml, "bed", "spare"));
        Assert.That(recorded.Result.Rows.ToList(), Is.EqualTo(plain.Result.Rows.ToList()).AsCollection);
        Assert.That(recorded.Steps, Is.EqualTo(plain.Steps));
        Assert.That((plain.Result.Demands.Count, recorded.Result.Demands.Count), Is.EqualTo((0, 2)));
    }
}
