using FlowSim.Plots.Flows.Layout;

namespace FlowSim.Tests.Plots.Flows.Layout;

public sealed class LayeringTests
{
    [Test]
    public void The_lightest_edge_of_a_cycle_runs_back()
    {
        var graph = Graph((0, 1, 10), (1, 2, 9), (2, 3, 8), (3, 0, 1));
        Assert.That(CycleBreaking.Backward(graph), Is.EqualTo(new[] { false, false, false, true }));
    }

    [Test]
    public void No_edge_runs_back_in_a_graph_without_cycles()
    {
        var graph = Graph((5, 4, 1), (4, 3, 5), (3, 2, 1), (5, 2, 7), (2, 1, 1), (4, 0, 2));
        Assert.That(CycleBreaking.Backward(graph), Has.All.False);
    }

    [Test]
    public void A_return_visit_runs_back_and_not_the_way_of_most_patients()
    {
        // Arrivals → ward → round → home, of whom few come back to the ward; the round goes round again.
        var graph = Graph((0, 1, 50), (1, 2, 55), (2, 3, 55), (3, 1, 5), (2, 2, 20));
        Assert.That(CycleBreaking.Backward(graph), Is.EqualTo(new[] { false, false, false, true, false }));
    }

    [Test]
    public void What_runs_back_leaves_no_cycle_and_weighs_little_more_than_it_must()
    {
        // Two cycles share the edge 1 → 2; the light ways out of it are 2 → 0 (2) and 2 → 3 → 1 (1): 3 at least.
        var graph = Graph((0, 1, 5), (1, 2, 9), (2, 0, 2), (2, 3, 4), (3, 1, 1));
        var backward = CycleBreaking.Backward(graph);
        Assert.That(graph.Edges.Where((_, i) => backward[i]).Sum(edge => edge.Weight), Is.EqualTo(3));
    }

    [Test]
    public void A_stream_stands_next_to_the_stage_that_it_feeds()
    {
        // 4 feeds the last stage of a path: it stands in the column before, not in the first.
        var graph = Graph((0, 1, 1), (1, 2, 1), (2, 3, 1), (4, 3, 1));
        Assert.That(Layering.Of(graph, new bool[4]), Is.EqualTo(new[] { 0, 1, 2, 3, 2 }));
    }

    [Test]
    public void A_strand_is_moved_as_a_whole_where_that_makes_it_shorter()
    {
        // 5 → 6 → 7 begins far from its end; no node of it can be moved alone.
        var graph = Graph((0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 4, 1), (5, 6, 1), (6, 7, 1), (7, 4, 2));
        Assert.That(Layering.Of(graph, new bool[7]), Is.EqualTo(new[] { 0, 1, 2, 3, 4, 1, 2, 3 }));
    }

    [Test]
    public void Ordered_places_are_those_wanted_where_there_is_room_and_else_their_weighted_middle()
    {
        Assert.That(OrderedPlaces.Of([10, 30, 90], [1, 1, 1], [0, 10, 10], 0, 100), Is.EqualTo(new double[] { 10, 30, 90 }));
        Assert.That(OrderedPlaces.Of([50, 50, 90], [1, 3, 1], [0, 20, 20], 0, 100), Is.EqualTo(new double[] { 35, 55, 90 }).Within(1e-9));
        Assert.That(OrderedPlaces.Of([99, 99], [1, 1], [0, 20], 0, 100), Is.EqualTo(new double[] { 80, 100 }).Within(1e-9));
    }

    private static LayoutGraph Graph(params (int From, int To, double Weight)[] edges) =>
        new([.. Enumerable.Repeat(new LayoutNode(40, 20), edges.Max(edge => Math.Max(edge.From, edge.To)) + 1)],
            [.. edges.Select(edge => new LayoutEdge(edge.From, edge.To, edge.Weight, 3))]);
}
