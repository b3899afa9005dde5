using FlowSim.Plots.Flows;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Plots.Flows;

public sealed class FlowGraphTests
{
    [Test]
    public void Stages_of_one_name_at_several_places_are_one_step_with_the_sum_of_their_patients() =>
        Assert.That(Words(Read(null, "door>triage@north 5", "door>triage@south 7", "triage>leave@north 5", "triage>leave@south 7")),
            Is.EqualTo(new[] { "door>triage 12", "triage>leave 12" }));

    [Test]
    public void A_place_shows_its_own_flows_and_those_without_a_place_and_where_the_others_come_from_and_go_to()
    {
        var graph = Read("north", "calls>dispatch 10", "dispatch>ae@north 4", "dispatch>ae@south 6", "ae>home@north 4", "ae>home@south 6", "home>leave 10");
        Assert.That(Words(graph),
            Is.EqualTo(new[] { "calls>dispatch 10", "dispatch>ae 4", "dispatch>other-places 6", "ae>home 4", "other-places>home 6", "home>leave 10" }));
    }

    [Test]
    public void What_nobody_comes_to_is_a_way_in_and_what_nobody_leaves_a_way_out_where_nothing_else_is_known()
    {
        var graph = Read(null, "calls>ward 3", "ward>home 3");
        Assert.That(graph.Steps.Select(step => step.Kind), Is.EqualTo(new[] { StepKind.Stream, StepKind.Stage, StepKind.Exit }));
    }

    [Test]
    public void A_stage_that_nobody_leaves_is_no_way_out_where_the_system_is_known()
    {
        var facts = FlowResults.Facts() with { Stages = [FlowResults.Stage("ward", "request", "bed")], Streams = [new StreamFacts("calls", "system", "ward")] };
        var graph = FlowGraphReading.Of(facts, [FlowResults.Flow("calls>ward 3")], null);
        Assert.That(graph.Steps.Select(step => step.Kind), Is.EqualTo(new[] { StepKind.Stream, StepKind.Stage }));
    }

    [Test]
    public void Flows_of_nobody_or_nobody_knows_how_many_are_none() => Assert.That(Read(null, "a>b 0", "b>c NaN", "c>d 2").Flows, Has.Count.EqualTo(1));

    [Test]
    public void A_step_without_place_is_left_out_only_where_all_come_from_one_step_or_go_to_one()
    {
        // x passes on from one to two, y from two to one: exact. z joins two and parts into two: nobody knows who goes where.
        var leftOut = new List<Step>();
        var graph = PassingSteps.LeaveOut(
            Read(null, "s>x 10", "x>a 4", "x>b 6", "a>y 4", "b>y 6", "y>c 10", "c>z 10", "t>z 2", "z>d 5", "z>e 7", "d>out 5", "e>out 7"), step =>
            step.Name is "x" or "y" or "z", leftOut);
        Assert.That(leftOut.Select(step => step.Name), Is.EqualTo(new[] { "x", "y" }));
        Assert.That(Words(graph), Is.EquivalentTo(new[] { "s>a 4", "s>b 6", "a>c 4", "b>c 6", "c>z 10", "t>z 2", "z>d 5", "z>e 7", "d>out 5", "e>out 7" }));
    }

    [Test]
    public void Steps_in_which_the_patient_stays_are_one_named_after_the_step_where_most_come_in()
    {
        var graph = StayingSteps.Join(Read(null, "a>tests 6", "b>tests 3", "b>review 1", "tests>review 9", "review>out 10"), step => step.Name is "tests"
            or "review", _ => "");
        Assert.That(graph.Steps.Single(step => step.Joined.Count > 0).Label, Is.EqualTo("tests +1"));
        Assert.That(Words(graph), Is.EquivalentTo(new[] { "a>tests 6", "b>tests 4", "tests>out 10" }));
    }

    [Test]
    public void Steps_that_follow_in_places_of_the_same_pool_are_one()
    {
        var graph =
            StayingSteps.Join(Read(null, "calls>drive 6", "drive>scene 6", "scene>leave 6"), _ => false, step => step.Name is "drive" or "scene" ? "crew" : "");
        Assert.That(Words(graph), Is.EqualTo(new[] { "calls>drive 6", "drive>leave 6" }));
    }

    [Test]
    public void A_step_that_matters_keeps_its_largest_way_in_and_out_however_small()
    {
        var graph = Read(null, "s>a 100", "a>out 94", "a>bed 4", "a>other 2", "bed>home 3", "bed>out 1", "home>out 3", "other>out 2");
        var chosen = SmallFlows.Without(graph, 10, step => step.Name == "bed").Graph();
        Assert.That(Words(chosen), Is.EquivalentTo(new[] { "s>a 100", "a>out 94", "a>bed 4", "bed>home 3", "home>out 3" }));
    }

    [Test]
    public void The_share_in_use_is_the_sum_in_use_over_the_sum_open()
    {
        var facts = FlowResults.Facts() with
        {
            Stages = [new StageFacts("ward", "north", "request", ["bed@north", "spare@north"], "", ""),
                new StageFacts("ward", "south", "request", ["bed@south"], "", "")],
            Pools = [new PoolFacts("bed", "north", "beds", "", ""), new PoolFacts("bed", "south", "beds", "", "")],
        };
        var results = FlowResults.Of(facts, [FlowResults.Flow("in>ward 1")],
            [.. FlowResults.Pool("bed", 90, 100, 2, "north"), .. FlowResults.Pool("bed", 10, 100, 3, "south"), .. FlowResults.Pool("spare", 1, 1, 9, "north")]);
        var ward = new Step(StepKind.Stage, "ward");
        Assert.That(new PoolUse(results, FlowResults.Scenario, "all", null).Of(ward)!.Value.Rate, Is.EqualTo(50).Within(1e-9));
        Assert.That(new PoolUse(results, FlowResults.Scenario, "all", "north").Of(ward)!.Value.Rate, Is.EqualTo(90).Within(1e-9));
        Assert.That(new PoolUse(results, FlowResults.Scenario, "all", null).Of(ward)!.Value.HalfWidth, Is.EqualTo(2.5).Within(1e-9));
        Assert.That(new PoolUse(results, FlowResults.Scenario, "all", "south").Of(ward)!.Value.HalfWidth, Is.EqualTo(3).Within(1e-9));
    }

    [Test]
    public void A_pool_without_a_limit_has_no_share_in_use()
    {
        Assert.That(new StepUse("bed", "beds", 8.21, 8.21).Rate, Is.NaN);
        Assert.That(new StepUse("bed", "beds", 8, 8).Rate, Is.EqualTo(100));
    }

    private static FlowGraph Read(string? place, params string[] flows) => FlowGraphReading.Of(FlowResults.Facts(), [.. flows.Select(FlowResults.Flow)], place);

    private static IEnumerable<string> Words(FlowGraph graph) =>
        graph.Flows.Select(flow => FormattableString.Invariant($"{graph.Steps[flow.From].Name}>{graph.Steps[flow.To].Name} {flow.PerDay}"));
}
