using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Measures;

/// <summary>
/// Shares of time by number in use, over ten hours without chance. In a: 1 from 0 h, 2 from 2 h, 3 from 4 h, 1 from 6 h. In b: 0, 1 from 1 h, 2 from 4 h,
/// 1 from 5 h, 0 from 9 h. So for (1,0) 2 h, (1,1) 4 h, (2,1) 2 h, (3,2) 1 h, (3,1) 1 h.
/// </summary>
public sealed class OccupancyMeasuresTests
{
    private const string Yaml = """
        system: shares
        run: { starts: Mon 00:00, lasts: 10 h, warm_up: 0 h, begin: empty }
        pools:
          a: { kind: beds, capacity: unlimited }
          b: { kind: beds, capacity: unlimited }
        streams:
          a1: { to: in-a, schedule: { every: 300 d, first: 0 h }, attributes: { stay: "24 h" } }
          a2: { to: in-a, schedule: { every: 300 d, first: 2 h }, attributes: { stay: "4 h" } }
          a3: { to: in-a, schedule: { every: 300 d, first: 4 h }, attributes: { stay: "2 h" } }
          b1: { to: in-b, schedule: { every: 300 d, first: 1 h }, attributes: { stay: "4 h" } }
          b2: { to: in-b, schedule: { every: 300 d, first: 4 h }, attributes: { stay: "5 h" } }
        attributes: { stay: duration }
        stages:
          in-a: { place: a, time: stay, then: leave }
          in-b: { place: b, time: stay, then: leave }
        measures:
          occupancy: { measure: occupancy_distribution, pools: [a, b], joint: [[a, b]], pooled: [[1, 1, 1], [2, 1, 1], [1, 2, 2], [1, 1, 3], [0, 0, 3]] }
        """;

    private readonly Walk walk = Walk.Of(ModelText.Compile(Yaml));

    [TestCase("a/0", 0)]
    [TestCase("a/1", 0.6)]
    [TestCase("a/2", 0.2)]
    [TestCase("a/3", 0.2)]
    [TestCase("b/0", 0.2)]
    [TestCase("b/1", 0.7)]
    [TestCase("b/2", 0.1)]
    public void A_number_has_its_share_of_the_time(string group, double share) =>
        Assert.That(walk.Value("occupancy_distribution", group), Is.EqualTo(share).Within(1e-12));

    [Test]
    public void Numbers_above_the_highest_seen_are_left_out()
    {
        var groups = walk.Result.Rows.Where(row => row.Measure == "occupancy_distribution").Select(row => row.Group);
        Assert.That(groups, Is.EqualTo(new[] { "a/0", "a/1", "a/2", "a/3", "b/0", "b/1", "b/2" }));
    }

    [TestCase("a/0", double.NaN)]
    [TestCase("a/1", 1)]
    [TestCase("a/2", 0.25)]
    [TestCase("a/3", 0.2)]
    [TestCase("b/0", 1)]
    [TestCase("b/1", 7 / 9.0)]
    public void The_chance_of_delay_is_that_of_n_among_those_up_to_n(string group, double chance) =>
        Assert.That(walk.Value("p_delay", group), Is.EqualTo(chance).Within(1e-12));

    [TestCase("a/0", 1)]
    [TestCase("a/1", 1)]
    [TestCase("a/2", 0.4)]
    [TestCase("a/3", 0.2)]
    [TestCase("b/1", 0.8)]
    [TestCase("b/2", 0.1)]
    public void The_chance_that_n_are_all_in_use_is_that_of_n_or_more(string group, double chance) =>
        Assert.That(walk.Value("p_full", group), Is.EqualTo(chance).Within(1e-12));

    [TestCase("1-1-1/first", 0.4, TestName = "Pooled 1-1-1: (2,1), (3,2) and (3,1) fill the pool")]
    [TestCase("1-1-1/second", 0.4, TestName = "Pooled 1-1-1: and there is one in b at all those times")]
    [TestCase("2-1-1/first", 0.2, TestName = "Pooled 2-1-1: (3,2) and (3,1)")]
    [TestCase("1-2-2/first", 0.2, TestName = "Pooled 1-2-2: (3,2) and (3,1)")]
    [TestCase("1-2-2/second", 0.1, TestName = "Pooled 1-2-2: in (3,1) the second unit has a bed of its own free")]
    [TestCase("1-1-3/first", 0.1, TestName = "Pooled 1-1-3: (3,2) alone has three in the pool")]
    [TestCase("0-0-3/first", 0.25, TestName = "Nothing dedicated: three in all among three or fewer")]
    [TestCase("0-0-3/second", 0.25, TestName = "Nothing dedicated: the same for both")]
    public void A_unit_with_beds_of_its_own_and_shared_ones_is_full_when_both_are(string group, double chance) =>
        Assert.That(walk.Value("p_pooled", group), Is.EqualTo(chance).Within(1e-12));

    [Test]
    public void Numbers_may_be_large()
    {
        // 300 come to a at 1 h and stay for 6 h, 70 to b at 3 h and stay: of ten hours none in a for 4, 300 for 6; none in b for 3, 70 for 7; both for 4.
        var large = Walk.Of(ModelText.Compile("""
            system: large
            run: { starts: Mon 00:00, lasts: 10 h, warm_up: 0 h, begin: empty }
            pools: { a: { kind: beds, capacity: unlimited }, b: { kind: beds, capacity: unlimited } }
            streams:
              to-a: { to: in-a, schedule: { every: 300 d, first: 1 h, count: 300 } }
              to-b: { to: in-b, schedule: { every: 300 d, first: 3 h, count: 70 } }
            stages:
              in-a: { place: a, time: 6 h, then: leave }
              in-b: { place: b, time: 24 h, then: leave }
            measures:
              occupancy: { measure: occupancy_distribution, pools: [a, b], joint: [[a, b]], pooled: [[300, 70, 0], [300, 71, 0], [0, 0, 370]] }
            """));
        Assert.That(
            new[] { "a/0", "a/1", "a/300", "b/0", "b/69", "b/70" }.Select(group => large.Value("occupancy_distribution", group)),
            Is.EqualTo(new[] { 0.4, 0, 0.6, 0.3, 0, 0.7 }).Within(1e-12));
        Assert.That(
            new[] { "300-70-0/first", "300-70-0/second", "300-71-0/second", "0-0-370/first" }.Select(group => large.Value("p_pooled", group)),
            Is.EqualTo(new[] { 0.6, 0.7, 0, 0.4 }).Within(1e-12));
    }
}
