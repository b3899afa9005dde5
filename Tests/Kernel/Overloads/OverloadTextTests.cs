using FlowSim.Simulator.Overloads;
using FlowSim.Tests.Kernel.Semantics;
using static FlowSim.Tests.Kernel.Overloads.HeadcountOf;

namespace FlowSim.Tests.Kernel.Overloads;

/// <summary>Whole messages, of headcounts written by hand over ten days.</summary>
public sealed class OverloadTextTests
{
    private const string Advice = "Add capacity, lower the demand, or let patients give up (gives_up)";

    /// <param name="asked">Waiting patients: the pool that each lacks, the pool held meanwhile or -1, and how many they are.</param>
    private static string[] Said(string system, Headcount first, Headcount latest, params (int Pool, int Holds, int Patients)[] asked)
    {
        var model = Scene.Compile(
            "run: { starts: Mon 00:00, lasts: 20 d, warm_up: 0 h, begin: empty, patient_limit: 400 }\nstreams: { patients: { to: stay, rate: 1 per d } }\n"
            + system);
        var shortage = new Shortage(model, [first, latest], new int[model.Pools.Length], new int[model.Pools.Length]);
        foreach (var (pool, holds, patients) in asked)
        {
            for (var patient = 0; patient < patients; patient++)
            {
                shortage.Count([(pool, 1)], holds < 0 ? [] : [(holds, 1)]);
            }
        }

        return OverloadText.Of(model, shortage).Split("\n  ");
    }

    private static string[] OnePool(string pool, int waiting, long returned, int waitedFirst = 0, int present = 400) => Said(
        $"pools: {{ {pool} }}\nstages: {{ stay: {{ place: unit, time: 1 d, then: leave }} }}",
        At(0, 100, [waitedFirst], [0]),
        At(10, present, [waiting], [returned]),
        (0, -1, waiting));

    [Test]
    public void A_queue_is_said_with_its_growth_what_is_missing_who_waits_and_what_comes_free()
    {
        // 60 a day are served by 40 beds, 30 a day more come.
        Assert.That(OnePool("unit: { kind: beds, capacity: 40 }", 350, 600, 50), Is.EqualTo(new[]
        {
            "overloaded: more than 400 patients are present, 30 more each day",
            "queue for unit grows by 30 a day: about 20 more beds needed (350 wait; of 40 beds 60 a day come free)",
            Advice,
        }));
    }

    [Test]
    public void One_is_said_in_the_singular_and_small_rates_with_more_digits()
    {
        // 0.05 a day more than the 1.25 that one bed serves: a twenty-fifth of a bed, which is said as one.
        Assert.That(OnePool("unit: { kind: beds, capacity: 1 }", 10, 13, 9, 101), Is.EqualTo(new[]
        {
            "overloaded: more than 400 patients are present, 0.1 more each day",
            "queue for unit grows by 0.1 a day: about 1 more bed needed (10 wait; of 1 bed 1.3 a day come free)",
            Advice,
        }));
        Assert.That(
            Said("pools: { unit: { kind: beds, capacity: 1 } }\nstages: { stay: { place: unit, time: 1 d, then: leave } }", At(0, 100, [9], [0]),
                At(12, 101, [10], [1]), (0, -1, 10))[0], Does.EndWith("present, 0.083 more each day"));
    }

    [Test]
    public void Slots_are_used_and_missing_at_each_renewal() =>
        Assert.That(OnePool("unit: { kind: slots, capacity: 12 per day, renewed: daily 08:00 }", 80, 120)[1],
            Is.EqualTo("queue for unit grows by 8 a day: about 8 more slots needed at each renewal (80 wait; of 12 slots 12 a day are used)"));

    [Test]
    public void Units_of_a_roster_are_missing_while_it_is_open()
    {
        var said = Said(
            "calendars: { office: { open: daily 08:00-18:00 } }\npools: { unit: { kind: staff, capacity: { calendar: office, inside: 3, outside: 0 } } }\nstages: { stay: { staff: unit, time: 1 h, then: leave } }",
            At(0, 100, [0], [0]),
            At(10, 400, [300], [300]),
            (0, -1, 300));
        Assert.That(said[1],
            Is.EqualTo("queue for unit grows by 30 a day: about 3 more staff needed while it is open (300 wait; of 3 staff 30 a day come free)"));
    }

    [Test]
    public void What_has_served_nobody_is_not_guessed() =>
        Assert.That(OnePool("unit: { kind: beds, capacity: 1 }", 350, 0, 50)[1],
            Is.EqualTo(
                "queue for unit grows by 30 a day: how many more beds are needed cannot be told, since none has come free yet (350 wait; of 1 bed 0 a day come free)"));

    [Test]
    public void A_pool_that_is_never_short_is_shut()
    {
        var said = Said(
            "calendars: { mornings: { open: daily 08:00-10:00 } }\npools: { unit: { kind: beds, capacity: unlimited, takes: mornings } }\nstages: { stay: { place: unit, time: 1 d, then: leave } }", At(0, 100, [50], [0]), At(10, 400, [350], [600]), (0, -1, 350));
        Assert.That(said[1], Is.EqualTo("queue for unit grows by 30 a day: unit is unlimited, but takes nobody outside its hours (350 wait)"));
    }

    /// <summary>Wards w1 to w4 and a unit z; all but z hold patients who wait for z.</summary>
    private const string Wards = """
        pools: { w1: { kind: beds, capacity: 20 }, w2: { kind: beds, capacity: 20 }, w3: { kind: spaces, capacity: 20 }, w4: { kind: beds, capacity: 20 }, z: { kind: spaces, capacity: 12 } }
        stages: { stay: { place: w1 + w2 + w3 + w4 + z, time: 1 d, then: leave } }
        """;

    [Test]
    public void Queues_with_one_cause_are_said_together()
    {
        // 34 a day are served of 69 who come, half of each ward waits for z: 12 × 35 / 34 more spaces of z, and enough in the wards.
        var said = Said(
            Wards,
            At(0, 100, [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], null, [0.5, 0.5, 0, 0, 0]),
            At(10, 450, [100, 200, 0, 0, 50], [100, 200, 0, 0, 40], null, [0.5, 0.5, 0, 0, 0]),
            (0, -1, 100),
            (1, -1, 200),
            (4, 0, 25),
            (4, 1, 25));
        Assert.That(said[1],
            Is.EqualTo(
                "queues for w2, w1, z grow by 35 a day together: 50 % of the beds in use of w2 are held by patients who wait, most for z, about 13 more spaces needed there (350 wait; of 12 spaces 4 a day come free)"));
        Assert.That(said, Has.Length.EqualTo(3));
    }

    [Test]
    public void Of_more_than_three_queues_with_one_cause_the_others_are_counted()
    {
        double[] half = [0.5, 0.5, 0.5, 0.5, 0];
        var said = Said(
            Wards,
            At(0, 0, [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], null, half),
            At(10, 210, [50, 50, 50, 50, 10], [50, 50, 50, 50, 10], null, half),
            [.. Enumerable.Range(0, 4).Select(ward => (ward, -1, 50)), .. Enumerable.Range(0, 4).Select(ward => (4, ward, 2)), (4, -1, 2)]);
        Assert.That(said[1],
            Does.StartWith("queues for w1, w2, w3 and 2 more grow by 21 a day together: 50 % of the beds in use of w1 are").And.Contain(
                "about 12 more spaces needed there (210 wait;"));
    }

    [Test]
    public void Of_more_than_three_causes_the_others_are_counted()
    {
        var said = Said(Wards, At(0, 0, new int[5], new long[5]), At(10, 200, [20, 30, 40, 50, 60], [20, 30, 40, 50, 60]),
            [.. Enumerable.Range(0, 5).Select(pool => (pool, -1, 20 + (10 * pool)))]);
        Assert.That(said.Select(line => line.Split(" grows")[0]),
            Is.EqualTo(
                new[] { "overloaded: more than 400 patients are present, 20 more each day", "queue for z", "queue for w4", "queue for w3",
                    "and 2 more causes of growing queues", Advice }));
    }

    [Test]
    public void Three_causes_are_all()
    {
        var said = Said(Wards, At(0, 0, new int[5], new long[5]), At(10, 120, [0, 0, 40, 30, 50], [0, 0, 40, 30, 50]), (2, -1, 40), (3, -1, 30), (4, -1, 50));
        Assert.That(said.Select(line => line.Split(" grows")[0]),
            Is.EqualTo(new[] { "overloaded: more than 400 patients are present, 12 more each day", "queue for z", "queue for w3", "queue for w4", Advice }));
    }

    [Test]
    public void A_pool_short_itself_and_held_up_by_one_that_has_no_growing_queue_is_said_with_both()
    {
        // Twice as many come as are served: w1 needs 20 × (2 × 0.75 − 1), z twice its 12.
        var said = Said(
            Wards,
            At(0, 0, [0, 0, 0, 0, 5], new long[5], null, [0.25, 0, 0, 0, 0]),
            At(10, 100, [100, 0, 0, 0, 5], [100, 0, 0, 0, 20], null, [0.25, 0, 0, 0, 0]),
            (0, -1, 100),
            (4, 0, 5));
        Assert.That(said[1],
            Is.EqualTo(
                "queue for w1 grows by 10 a day: about 10 more beds needed; 25 % of the beds in use of w1 are held by patients who wait, most for z, about 12 more spaces needed there (100 wait; of 12 spaces 2 a day come free)"));
    }

    [Test]
    public void A_circle_is_said_link_by_link()
    {
        // Half of w1 waits for w2, of which nearly all wait for w3, and theirs for w2.
        double[] heldUp = [0.5, 0.95, 1, 0, 0];
        var said = Said(Wards, At(0, 0, new int[5], new long[5], null, heldUp), At(10, 100, [100, 0, 0, 0, 0], [100, 0, 0, 0, 0], null, heldUp), (0, -1, 100),
            (1, 0, 10), (2, 1, 19), (1, 2, 20));
        Assert.That(said[1],
            Is.EqualTo(
                "queue for w1 grows by 10 a day: 50 % of the beds in use of w1 are held by patients who wait, most for w2; 95 % of the beds in use of w2 are held by patients who wait, most for w3, and they wait for each other: nobody moves (100 wait; of 20 spaces 0 a day come free)"));
    }

    /// <summary>A unit and five stages at home; the stages are stay, h1 … h5.</summary>
    private const string Home = """
        pools: { unit: { kind: beds, capacity: 10 } }
        stages:
          stay: { place: unit, time: 1 d, then: h1 }
          h1: { place: none, time: 1 d, then: h2 }
          h2: { place: none, time: 1 d, then: h3 }
          h3: { place: none, time: 1 d, then: h4 }
          h4: { place: none, time: 1 d, then: leave }
        """;

    [Test]
    public void Where_nobody_waits_the_stage_is_named_in_which_they_gather() =>
        Assert.That(Said(Home, At(0, 50, [0], [0], null, null, [10, 0, 40, 0, 0]), At(10, 250, [0], [0], null, null, [10, 0, 240, 0, 0])), Is.EqualTo(new[]
        {
            "overloaded: more than 400 patients are present, 20 more each day",
            "patients gather in h2, where nobody waits: 20 more a day begin it than end it (240 are in it)",
            "Check how long these stages take and where they lead (time, then), lower the demand, or raise patient_limit in run: if so many are meant",
        }));

    [Test]
    public void Of_more_than_three_stages_the_others_are_counted() =>
        Assert.That(
            Said(Home, At(0, 0, [0], [0], null, null, [0, 0, 0, 0, 0]), At(10, 400, [0], [0], null, null, [10, 100, 90, 80, 70]))
                .Select(line => line.Split(", where")[0]).Take(6),
            Is.EqualTo(
                new[] { "overloaded: more than 400 patients are present, 40 more each day", "patients gather in h1", "patients gather in h2",
                    "patients gather in h3", "and 2 more stages",
                    "Check how long these stages take and where they lead (time, then), lower the demand, or raise patient_limit in run: if so many are meant" }));

    [Test]
    public void Where_nobody_waits_a_stage_with_a_small_share_is_named_too() =>
        Assert.That(Said(Home, At(0, 0, [0], [0], null, null, new int[5]), At(10, 400, [0], [0], null, null, [0, 50, 0, 0, 0]))[1],
            Does.StartWith("patients gather in h1, where nobody waits: 5 more a day"));

    [TestCase(99, 0)]
    [TestCase(100, 1)]
    public void Beside_a_queue_stages_are_named_from_a_quarter_of_the_growth_on(int inStage, int named)
    {
        var said = Said(Home, At(0, 0, [0], [0], null, null, [0, 0, 0, 0, 0]),
            At(10, 400, [300], [100], null, null, [0, inStage / 2, inStage - (inStage / 2), 0, 0]), (0, -1, 300));
        Assert.That(said.Count(line => line.StartsWith("patients gather", StringComparison.Ordinal)), Is.EqualTo(2 * named));
        Assert.That(said[^1], Is.EqualTo(Advice));
    }

    [Test]
    public void Where_neither_a_queue_nor_a_stage_grows_the_limit_is_what_can_be_raised() =>
        Assert.That(Said(Home, At(0, 400, [0], [0]), At(10, 400, [0], [0])), Is.EqualTo(new[]
        {
            "overloaded: more than 400 patients are present, 0 more each day",
            "No queue and no stage grows by itself: lower the demand, or raise patient_limit in run: if so many are meant",
        }));
}
