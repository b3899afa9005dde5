using FlowSim.Tests.Kernel.Semantics;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Measures;

/// <summary>
/// What every stage and pool has without being asked, of two sites together and of each, over ten hours. In the north the first is in the one bed from 0 h to
/// 4 h, the second waits from 1 h to 4 h and is in it to 8 h, the third waits from 2 h and gives up at 6 h, the fourth waits from 7 h to 8 h, the fifth
/// from 9 h.
/// In the south five come at 5 h for two beds: two are in them to 9 h and two from then on, and one gives up at 9 h; a sixth waits from 9:30.
/// </summary>
public sealed class GenericMeasuresTests
{
    private readonly Scene scene = Play("""
        run: { starts: Mon 00:00, lasts: 10 h, warm_up: 0 h, begin: empty }
        dimensions: { site: [north, south] }
        tables: { beds: { keys: [site], rows: { north: 1, south: 2 } } }
        pools: { bed: { each: site, kind: beds, capacity: { table: beds } } }
        stages:
          ward: { each: site, place: bed@site, gives_up: [ { after: 4 h, to: leave } ], time: 4 h, then: leave }
        streams:
          n1: { to: ward, schedule: { every: 300 d, first: 0 h }, attributes: { site: north } }
          n2: { to: ward, schedule: { every: 300 d, first: 1 h }, attributes: { site: north } }
          n3: { to: ward, schedule: { every: 300 d, first: 2 h }, attributes: { site: north } }
          n4: { to: ward, schedule: { every: 300 d, first: 7 h }, attributes: { site: north } }
          n5: { to: ward, schedule: { every: 300 d, first: 9 h }, attributes: { site: north } }
          s1: { to: ward, schedule: { every: 300 d, first: 5 h, count: 5 }, attributes: { site: south } }
          s2: { to: ward, schedule: { every: 300 d, first: 570 min }, attributes: { site: south } }
        """);

    [TestCase("system", 7)]
    [TestCase("north", 3)]
    [TestCase("south", 4)]
    public void Starts_are_those_of_all_members(string place, double patients) => Check("started", "ward", place, patients);

    [TestCase("system", 2)]
    [TestCase("north", 1)]
    [TestCase("south", 1)]
    public void Those_who_gave_up_and_those_who_wait_at_the_end_are_added_up(string place, double patients)
    {
        Check("gave_up", "ward", place, patients);
        Check("still_waiting", "ward", place, patients);
    }

    [TestCase("system", 720 / 7.0)]
    [TestCase("north", 80)]
    [TestCase("south", 120)]
    public void The_mean_wait_is_of_all_who_started(string place, double minutes) => Check("wait_mean", "ward", place, minutes);

    [TestCase("system", 60, 240)]
    [TestCase("north", 60, 156)]
    [TestCase("south", 120, 240)]
    public void Quantiles_of_waits_are_of_all_who_started(string place, double median, double ninth)
    {
        // In the north 0, 1 and 3 h, in the south 0, 0, 4 and 4 h; known within a sixteenth. The ninth tenth of three is 0.8 of the way from 1 h to 3 h.
        Check("wait_median", "ward", place, median, 240 / 16.0);
        Check("wait_p90", "ward", place, ninth, 240 / 16.0);
    }

    [TestCase("system", 21.5)]
    [TestCase("north", 9)]
    [TestCase("south", 12.5)]
    public void The_length_of_the_queue_is_the_mean_over_the_time(string place, double hours)
    {
        Check("queue_length", "ward", place, hours / 10);
        Check("queue_length", "bed", place, hours / 10);
    }

    [TestCase("system", 20, 3, 200 / 3.0)]
    [TestCase("north", 10, 1, 100)]
    [TestCase("south", 10, 2, 50)]
    public void What_is_in_use_and_what_is_open_is_added_up(string place, double hours, double open, double utilisation)
    {
        Check("occupied", "bed", place, hours / 10);
        Check("open", "bed", place, open);
        Check("utilisation", "bed", place, utilisation);
    }

    private void Check(string measure, string group, string place, double value, double within = 1e-9) =>
        Assert.That(scene.Value(measure, group, place), Is.EqualTo(value).Within(within));
}
