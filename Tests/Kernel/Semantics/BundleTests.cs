using FlowSim.Simulator.State;
using static FlowSim.Tests.Kernel.Semantics.Scene;

namespace FlowSim.Tests.Kernel.Semantics;

/// <summary>Requests: <c>+</c> is "and", all or nothing; amounts; pools chosen by the patient.</summary>
public sealed class BundleTests
{
    [Test]
    public void Asking_for_more_of_a_pool_than_is_held_ends_with_what_was_asked_for()
    {
        // Anna holds one bed and asks for two (a bed and the one beside it): of the three, one is left for Ben.
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 3 } }
            stages:
              one: { place: bed, time: 10 min, then: two }
              two: { place: 2 of bed, time: 50 min, then: leave }
              ben-needs: { place: bed, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "one")}}
              {{Patient("ben", "ben-needs", "20 min")}}
            """);
        Assert.That(scene.Taken("anna", "two"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Taken("ben", "ben-needs"), Is.EqualTo(20 * Minute));
    }

    [Test]
    public void Asking_for_less_of_a_pool_than_is_held_lets_the_rest_go()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 2 } }
            stages:
              one: { place: 2 of bed, time: 10 min, then: two }
              two: { place: bed, time: 50 min, then: leave }
              ben-needs: { place: bed, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "one")}}
              {{Patient("ben", "ben-needs", "5 min")}}
            """);
        Assert.That(scene.Taken("anna", "two"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Taken("ben", "ben-needs"), Is.EqualTo(10 * Minute));
    }

    [Test]
    public void Plus_is_and_all_or_nothing()
    {
        // Anna needs both; the theatre is free from 60. Meanwhile the bed is not held for her: Ben uses it from 10 to 40.
        var scene = Play($$"""
            pools:
              bed:     { kind: beds, capacity: 1 }
              theatre: { kind: spaces, capacity: 1 }
            stages:
              operation: { place: theatre, time: 1 h, then: leave }
              both: { place: bed + theatre, time: 10 min, then: leave }
              ward: { place: bed, time: 30 min, then: leave }
            streams:
              {{Patient("cora", "operation")}}
              {{Patient("anna", "both", "5 min")}}
              {{Patient("ben", "ward", "10 min")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Taken("anna", "both"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void Plus_takes_all_its_pools_at_one_moment()
    {
        var scene = Play($$"""
            pools:
              bed:     { kind: beds, capacity: 1 }
              theatre: { kind: spaces, capacity: 1 }
            stages:
              both:  { place: bed + theatre, time: 1 h, then: leave }
              bed-for: { place: bed, time: 1 min, then: leave }
              theatre-for: { place: theatre, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "both")}}
              {{Patient("ben", "bed-for", "5 min")}}
              {{Patient("cora", "theatre-for", "5 min")}}
            """);
        Assert.That(scene.Taken("ben", "bed-for"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("cora", "theatre-for"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void Of_a_plus_only_what_is_not_held_yet_is_asked_for()
    {
        // Anna holds the one bed and asks for it with the monitor, which is free at 60.
        var scene = Play($$"""
            pools:
              bed:     { kind: beds, capacity: 1 }
              monitor: { kind: spaces, capacity: 1 }
            stages:
              watch: { place: monitor, time: 1 h, then: leave }
              ward:  { place: bed, time: 10 min, then: both }
              both:  { place: bed + monitor, time: 30 min, then: leave }
            streams:
              {{Patient("zoe", "watch")}}
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward", "1 min")}}
            """);
        Assert.That(scene.Taken("anna", "both"), Is.EqualTo(60 * Minute));
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(90 * Minute));
    }

    [Test]
    public void A_plus_may_have_an_unlimited_part()
    {
        var scene = Play($$"""
            pools:
              bed:  { kind: beds, capacity: 1 }
              list: { kind: caseload, capacity: unlimited }
            stages:
              ward: { place: list + bed, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "ward")}}
              {{Patient("ben", "ward", "1 min")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(10 * Minute));
        Assert.That(scene.Value("occupied", "list"), Is.EqualTo(20 / (20 * 24 * 60.0)).Within(1e-12));
    }

    [Test]
    public void A_pool_that_the_patients_attribute_does_not_name_stops_the_run_with_the_patient_and_the_stage()
    {
        var model = Compile($$"""
            attributes: { council: [north, south, elsewhere] }
            dimensions: { area: [north, south] }
            pools: { bed: { each: area, kind: beds, capacity: 1 } }
            stages:
              ward: { place: bed@council, time: 10 min, then: leave }
            streams:
              {{Patient("anna", "ward", "1 h", "council: elsewhere")}}
            """);
        Assert.That(
            () => Play(model),
            Throws.TypeOf<FlowSim.Simulator.State.SimulationException>().With.Message.Contains("council = elsewhere").And.Message.Contains(
                "ward").And.Message.Contains("01:00:00"));
    }

    [Test]
    public void An_amount_is_taken_of_one_pool()
    {
        var scene = Play($$"""
            pools: { bed: { kind: beds, capacity: 3 } }
            stages:
              large: { place: 2 of bed, time: 1 h, then: leave }
              small: { place: bed, time: 2 h, then: leave }
            streams:
              {{Patient("anna", "large")}}
              {{Patient("ben", "small", "1 min")}}
              {{Patient("cora", "small", "2 min")}}
            """);
        Assert.That(scene.Taken("ben", "small"), Is.EqualTo(1 * Minute));
        Assert.That(scene.Taken("cora", "small"), Is.EqualTo(60 * Minute));
    }

    [Test]
    public void A_pool_of_an_attribute_is_chosen_by_the_patient()
    {
        var scene = Play($$"""
            dimensions: { site: [north, south] }
            attributes: { neighbour: site }
            pools: { bed: { each: site, kind: beds, capacity: 1 } }
            stages:
              ward: { place: [bed@site, bed@neighbour after 1 h], time: 10 h, then: leave }
              south: { place: bed@south, time: 1 min, then: leave }
            streams:
              {{Patient("anna", "ward", "0 min", "site: north, neighbour: south")}}
              {{Patient("ben", "ward", "1 min", "site: north, neighbour: south")}}
              {{Patient("cora", "south", "90 min", "site: north, neighbour: north")}}
            """);
        Assert.That(scene.Taken("ben", "ward"), Is.EqualTo(61 * Minute));
        Assert.That(scene.Taken("cora", "south"), Is.EqualTo((61 * Minute) + (10 * Hour)));
    }

    [Test]
    public void Who_blocks_a_list_is_passed_over_once_another_pool_is_short_too()
    {
        // One of two beds is free. Ben needs both and the theatre: the beds alone are short, so he blocks Cora. At 3 h Dan takes the theatre.
        var scene = Play($$"""
            pools:
              bed:     { kind: beds, capacity: 2 }
              theatre: { kind: spaces, capacity: 1 }
            stages:
              stay: { place: bed, time: 10 h, then: leave }
              both: { place: 2 of bed + theatre, time: 1 h, then: leave }
              operation: { place: theatre, time: 5 h, then: leave }
            streams:
              {{Patient("anna", "stay")}}
              {{Patient("ben", "both", "1 h")}}
              {{Patient("cora", "stay", "2 h")}}
              {{Patient("dan", "operation", "3 h")}}
            """);
        Assert.That(scene.Taken("cora", "stay"), Is.EqualTo(3 * Hour));
        Assert.That(scene.Taken("ben", "both"), Is.EqualTo(13 * Hour));
    }

    [Test]
    public void Who_needs_a_pool_that_is_shut_at_this_hour_is_passed_over()
    {
        var scene = Play($$"""
            calendars: { office: { open: daily 09:00-17:00 } }
            pools:
              bed:     { kind: beds, capacity: 2 }
              theatre: { kind: spaces, capacity: 1, takes: office }
            stages:
              stay: { place: bed, time: 10 h, then: leave }
              both: { place: 2 of bed + theatre, time: 1 h, then: leave }
            streams:
              {{Patient("anna", "stay")}}
              {{Patient("ben", "both", "1 h")}}
              {{Patient("cora", "stay", "2 h")}}
            """);
        Assert.That(scene.Taken("cora", "stay"), Is.EqualTo(2 * Hour), "until 9:00 Ben cannot be served, however many beds are free");
    }

    [Test]
    public void A_claim_that_lapses_in_the_same_instant_holds_nobody_up()
    {
        // At 2 h both beds come free. Hanna, before Rita in the list of the ticket, might have it with Zoe's bed now; but Yves takes that bed.
        var scene = Play($$"""
            pools:
              a-bed:  { kind: beds, capacity: 1 }
              n-bed:  { kind: beds, capacity: 1 }
              ticket: { kind: spaces, capacity: 1 }
            stages:
              zoes: { place: n-bed, time: 2 h, then: leave }
              hannas: { place: n-bed + ticket, priority: 2, time: 1 h, then: leave }
              yveses: { place: n-bed, priority: 1, time: 5 h, then: leave }
              wims: { place: a-bed, time: 2 h, then: leave }
              ritas: { place: a-bed + ticket, priority: 3, time: 1 h, then: leave }
            streams:
              {{Patient("zoe", "zoes")}}
              {{Patient("wim", "wims")}}
              {{Patient("hanna", "hannas", "10 min")}}
              {{Patient("yves", "yveses", "20 min")}}
              {{Patient("rita", "ritas", "30 min")}}
            """);
        Assert.That(scene.Taken("yves", "yveses"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("rita", "ritas"), Is.EqualTo(2 * Hour));
        Assert.That(scene.Taken("hanna", "hannas"), Is.EqualTo(7 * Hour));
    }

    /// <summary>A transfer needs a team of the patient's site and one of the site that takes over.</summary>
    private static string Transfer(string over, string asks) => $$"""
        dimensions: { site: [north, south] }
        attributes: { takes-over: site }
        pools:
          team: { each: site, kind: crews, capacity: 2 }
        stages:
          transfer: { {{asks}}, time: 1 h, then: leave }
        streams:
          {{Patient("anna", "transfer", "10 min", $"site: north, takes-over: {over}")}}
        """;

    [Test]
    public void Pools_chosen_by_two_attributes_are_taken_together([Values("place", "staff")] string kind)
    {
        var scene = Play(Transfer("south", $"{kind}: team@site + team@takes-over"));
        Assert.That(scene.Left("anna"), Is.EqualTo(70 * Minute));
        foreach (var site in (string[])["north", "south"])
        {
            Assert.That(scene.Value("utilisation", "team", site), Is.EqualTo(100 * 60 / (20 * 24 * 60 * 2.0)).Within(1e-9), site);
        }
    }

    [Test]
    public void A_patient_for_whom_two_pools_of_a_request_are_one_is_refused([Values("place", "staff")] string kind)
    {
        var problem =
            Assert.Throws<SimulationException>(() => Play(Transfer("north", $"{kind}: [ \"team@site + team@takes-over\", \"team@site after 1 h\" ]")));
        Assert.That(problem.Message, Does.Contain("team@north").And.Contain("anna").And.Contain("Write '2 of'"));
    }
}
