using System.Diagnostics;
using FlowSim.Plots.Flows.Layout;

namespace FlowSim.Tests.Plots.Flows.Layout;

public sealed class LayeredLayoutTests
{
    private static readonly LayoutSpace Space = new();

    [TestCase("0-1 1-2 2-3", TestName = "A_path_has_no_crossings")]
    [TestCase("0-1 0-2 1-3 2-3", TestName = "A_diamond_has_no_crossings")]
    [TestCase("0-1 0-2 0-3 1-4 1-5 2-6 3-7 3-8", TestName = "A_tree_has_no_crossings")]
    [TestCase("0-5 1-4 2-3", TestName = "Three_strands_written_crosswise_have_no_crossings")]
    [TestCase("0-4 1-3 2-5 3-6 4-8 5-7 6-9 7-9 8-9", TestName = "Strands_that_end_together_have_no_crossings")]
    [TestCase("0-1 1-2 2-3 0-3 0-2", TestName = "Long_edges_beside_a_path_have_no_crossings")]
    [TestCase("0-1 1-2 3-4 4-5 2-5 3-1", TestName = "A_graph_written_in_a_bad_order_has_no_crossings")]
    public void Crossings_are_avoided_where_they_can_be(string edges) => Assert.That(LayeredLayout.Of(Graph(edges), Space).Crossings, Is.Zero);

    [Test]
    public void All_with_all_crosses_as_often_as_it_must() =>

        // K(3,3) in two columns: 9 crossings for any order.
        Assert.That(LayeredLayout.Of(Graph("0-3 0-4 0-5 1-3 1-4 1-5 2-3 2-4 2-5"), Space).Crossings, Is.EqualTo(9).Within(1e-9));

    [Test]
    public void Crossings_are_those_that_can_be_counted_pair_by_pair()
    {
        var graph = Random(40, 90, 3);
        var backward = CycleBreaking.Backward(graph);
        var proper = new ProperGraph(graph, backward, Layering.Of(graph, backward));
        var order = new ColumnOrder(proper, FirstOrder.Of(proper, 2));
        var segments = Enumerable.Range(0, proper.Count).SelectMany(vertex => proper.Leaving(vertex)).ToList();
        var expected = (from a in segments
                        from b in segments
                        where proper.Layer(a.From) == proper.Layer(b.From) && order.Position(a.From) < order.Position(b.From)
                            && order.Position(a.To) > order.Position(b.To)
                        select proper.Weight(a) * proper.Weight(b)).Sum();
        Assert.That(expected, Is.GreaterThan(0));
        Assert.That(order.Crossings(), Is.EqualTo(expected).Within(1e-6 * expected));
        Assert.That(CrossingReduction.Of(proper).Crossings(), Is.LessThan(expected));
    }

    [Test]
    public void Columns_respect_the_direction_of_every_ribbon_that_does_not_run_back([Range(1, 12)] int seed)
    {
        var graph = Random(10 + (seed * 7), 15 + (seed * 17), seed);
        var layout = LayeredLayout.Of(graph, Space);
        for (var i = 0; i < graph.Edges.Count; i++)
        {
            var (from, to) = (layout.Nodes[graph.Edges[i].From], layout.Nodes[graph.Edges[i].To]);
            Assert.That(layout.Routes[i].Course == Course.Forward, Is.EqualTo(from.Column < to.Column));
            Assert.That(layout.Routes[i].Course == Course.Loop, Is.EqualTo(graph.Edges[i].From == graph.Edges[i].To));
        }
    }

    [Test]
    public void No_box_touches_another_and_no_ribbon_goes_through_a_box([Range(1, 12)] int seed)
    {
        var graph = Random(10 + (seed * 7), 15 + (seed * 17), seed);
        var layout = LayeredLayout.Of(graph, Space);
        Assert.That(Pairs(layout.Nodes).Where(pair => pair.First.Overlaps(pair.Second)), Is.Empty);
        for (var i = 0; i < graph.Edges.Count; i++)
        {
            var half = graph.Edges[i].Thickness / 2;
            foreach (var (a, b) in layout.Routes[i].Points.Zip(layout.Routes[i].Points.Skip(1)).Skip(1).SkipLast(1)
                .Where(piece => IsStraight(layout.Routes[i], piece.First, piece.Second)))
            {
                var piece = new PlacedNode(0, Math.Min(a.X, b.X) - (a.X == b.X ? half : 0), Math.Min(a.Y, b.Y) - half,
                    Math.Abs(a.X - b.X) + (a.X == b.X ? 2 * half : 0), Math.Abs(a.Y - b.Y) + (2 * half));
                Assert.That(layout.Nodes.Where(node => node.Overlaps(piece)), Is.Empty, $"edge {i} of {graph.Edges[i]}");
            }
        }
    }

    [Test]
    public void Everything_is_inside_the_size_that_is_said([Range(1, 6)] int seed)
    {
        var graph = Random(30, 60, seed);
        var layout = LayeredLayout.Of(graph, Space);
        var xs = layout.Nodes.SelectMany(node => new[] { node.Left, node.Right })
            .Concat(layout.Routes.SelectMany(route => route.Points.Select(point => point.X))).ToList();
        var ys = layout.Nodes.SelectMany(node => new[] { node.Top, node.Bottom })
            .Concat(layout.Routes.SelectMany(route => route.Points.Select(point => point.Y))).ToList();
        Assert.That(xs.Min(), Is.GreaterThanOrEqualTo(-1e-6));
        Assert.That(ys.Min(), Is.GreaterThanOrEqualTo(-1e-6));
        Assert.That(xs.Max(), Is.LessThanOrEqualTo(layout.Width + 1e-6));
        Assert.That(ys.Max(), Is.LessThanOrEqualTo(layout.Height + 1e-6));
    }

    [Test]
    public void The_columns_fill_the_width_that_there_is()
    {
        Assert.That(LayeredLayout.Of(Graph("0-1 1-2 2-0"), Space with { Width = 900 }).Width, Is.EqualTo(900).Within(1e-6));
        Assert.That(LayeredLayout.Of(Graph("0-1 1-2"), Space with { Width = 10 }).Width, Is.GreaterThan(10));
    }

    [Test]
    public void Ribbons_of_a_box_end_beside_each_other_without_covering_each_other([Range(1, 6)] int seed)
    {
        var graph = Random(20, 60, seed);
        var layout = LayeredLayout.Of(graph, Space);
        for (var node = 0; node < graph.Nodes.Count; node++)
        {
            var ends = Enumerable.Range(0, graph.Edges.Count).Where(edge => graph.Edges[edge].From == node && layout.Routes[edge].Course != Course.Loop)
                .Select(edge => (layout.Routes[edge].Points[0].Y, graph.Edges[edge].Thickness)).Order().ToList();
            Assert.That(ends.Zip(ends.Skip(1)).All(pair => pair.Second.Y - pair.First.Y >= ((pair.First.Thickness + pair.Second.Thickness) / 2) - 1e-6));
            Assert.That(
                ends.All(end => end.Y - (end.Thickness / 2) >= layout.Nodes[node].Top - 1e-6
                    && end.Y + (end.Thickness / 2) <= layout.Nodes[node].Bottom + 1e-6));
        }
    }

    [Test]
    public void The_same_graph_is_always_drawn_alike()
    {
        var (first, second) = (LayeredLayout.Of(Random(60, 150, 5), Space), LayeredLayout.Of(Random(60, 150, 5), Space));
        Assert.That(second.Nodes, Is.EqualTo(first.Nodes));
        Assert.That(second.Routes.SelectMany(route => route.Points), Is.EqualTo(first.Routes.SelectMany(route => route.Points)));
    }

    [TestCase("", 0)]
    [TestCase("", 1)]
    [TestCase("0-0", 1)]
    [TestCase("0-1 1-0", 2)]
    [TestCase("0-1 0-1 0-1", 2)]
    [TestCase("0-1 2-3", 6)]
    public void Odd_graphs_are_drawn_as_well(string edges, int nodes)
    {
        var layout = LayeredLayout.Of(Graph(edges, nodes), Space);
        Assert.That(layout.Nodes, Has.Count.EqualTo(nodes));
        Assert.That(Pairs(layout.Nodes).Where(pair => pair.First.Overlaps(pair.Second)), Is.Empty);
    }

    [Test]
    public void Three_hundred_stages_and_a_thousand_flows_are_laid_out_while_one_waits()
    {
        var graph = Random(300, 1000, 1);
        LayeredLayout.Of(Random(60, 150, 5), Space);
        var clock = Stopwatch.StartNew();
        var layout = LayeredLayout.Of(graph, Space);

        // 300 ms on a machine of its own; the others on this one are allowed for.
        Assert.That(clock.ElapsedMilliseconds, Is.LessThan(3000));
        Assert.That(layout.Nodes, Has.Count.EqualTo(300));
    }

    private static bool IsStraight(Route route, (double X, double Y) a, (double X, double Y) b) => route.Course == Course.Back || a.Y == b.Y;

    private static IEnumerable<(PlacedNode First, PlacedNode Second)> Pairs(IReadOnlyList<PlacedNode> nodes) =>
        nodes.SelectMany((node, i) => nodes.Skip(i + 1).Select(other => (node, other)));

    /// <summary>A graph from pairs such as 0-1.</summary>
    private static LayoutGraph Graph(string edges, int nodes = 0)
    {
        var pairs = edges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('-').Select(int.Parse).ToArray()).ToList();
        var count = Math.Max(nodes, pairs.SelectMany(pair => pair).DefaultIfEmpty(-1).Max() + 1);
        return new LayoutGraph([.. Enumerable.Repeat(new LayoutNode(40, 20), count)], [.. pairs.Select(pair => new LayoutEdge(pair[0], pair[1], 1, 3))]);
    }

    /// <summary>A graph like those of patient flow: most edges lead a little forward, some back, some to the same node.</summary>
    private static LayoutGraph Random(int nodes, int edges, int seed)
    {
        var state = (ulong)seed;
        var boxes = Enumerable.Range(0, nodes).Select(_ => new LayoutNode(20 + Draw(40), 10 + Draw(20))).ToList();
        var ribbons = Enumerable.Range(0, edges).Select(i =>
        {
            var from = Draw(nodes);
            var to = i % 10 == 0 ? Draw(nodes) : Math.Min(nodes - 1, from + Draw(12));
            return new LayoutEdge(from, to, 1 + Draw(3), 0.5 + Draw(6));
        });
        return new LayoutGraph(boxes, [.. ribbons]);

        int Draw(int below)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            return (int)((state >> 33) % (ulong)below);
        }
    }
}
