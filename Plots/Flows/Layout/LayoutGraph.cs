namespace FlowSim.Plots.Flows.Layout;

/// <summary>A box to be placed. Lengths in drawing units.</summary>
/// <param name="Width">As drawn.</param>
/// <param name="Height">At least; a box grows with its ribbons.</param>
/// <param name="FreeLeft">Kept free at the left side under the ribbons that enter.</param>
/// <param name="FreeRight">Kept free at the right side under the ribbons that leave.</param>
internal readonly record struct LayoutNode(double Width, double Height, double FreeLeft = 0, double FreeRight = 0);

/// <summary>A ribbon from one box to another.</summary>
/// <param name="From">Index of the box it leaves.</param>
/// <param name="To">Index of the box it enters; may be the same.</param>
/// <param name="Weight">How much it matters that this ribbon goes forward, straight and uncrossed; above 0.</param>
/// <param name="Thickness">In drawing units.</param>
internal readonly record struct LayoutEdge(int From, int To, double Weight, double Thickness);

/// <summary>Any directed graph; it may have cycles, loops, parallel ribbons and parts that do not hang together.</summary>
internal sealed record LayoutGraph(IReadOnlyList<LayoutNode> Nodes, IReadOnlyList<LayoutEdge> Edges);

/// <summary>Room that a layout must leave or may use, in drawing units.</summary>
internal sealed record LayoutSpace
{
    /// <summary>Least distance between boxes of one column.</summary>
    public double NodeGap { get; init; } = 16;

    /// <summary>Least distance between a ribbon that passes a column and its neighbours there.</summary>
    public double RibbonGap { get; init; } = 6;

    /// <summary>Least distance between columns.</summary>
    public double ColumnGap { get; init; } = 24;

    /// <summary>Least distance between ribbons that run back, beside each other.</summary>
    public double LaneGap { get; init; } = 5;

    /// <summary>Columns are moved apart to fill this width; a layout that needs more takes more.</summary>
    public double Width { get; init; }

    /// <summary>Boxes are kept within this height, ribbons that run back not counted; a layout that needs more takes more.</summary>
    public double Height { get; init; } = double.PositiveInfinity;
}

/// <summary>The least room that a graph in given columns takes, known before it is laid out [drawing units].</summary>
internal readonly record struct LayoutNeeds(double Width, double Height)
{
    public static LayoutNeeds Of(LayoutGraph graph, LayoutSpace space, bool[] backward, int[] layers)
    {
        var proper = new ProperGraph(graph, backward, layers);
        var order = new ColumnOrder(proper, FirstOrder.Of(proper, 0));
        var back = new BackFlows(graph, backward, proper, order);
        var ports = new Ports(proper, order, back);
        return new LayoutNeeds(new Columns(proper, back, space with { Width = 0 }).Width, Heights.Needed(order, proper, ports, space));
    }
}

/// <summary>A box where it stands.</summary>
internal readonly record struct PlacedNode(int Column, double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double Middle => Top + (Height / 2);

    public bool Overlaps(PlacedNode other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

/// <summary>How a ribbon goes.</summary>
internal enum Course
{
    /// <summary>Level through columns and curved between them: the points are ends of level pieces by turns.</summary>
    Forward,

    /// <summary>Round over or under the boxes, in level and upright pieces: the points are its corners.</summary>
    Back,

    /// <summary>From a box to itself; there are no points.</summary>
    Loop,
}

/// <summary>The middle line of a ribbon.</summary>
internal sealed record Route(Course Course, IReadOnlyList<(double X, double Y)> Points);

/// <summary>A graph with every box and ribbon in its place, from (0, 0) to (width, height).</summary>
/// <param name="Nodes">As in the graph.</param>
/// <param name="Routes">By edge, as in the graph.</param>
/// <param name="Width">Of all of it, in drawing units.</param>
/// <param name="Height">Of all of it, in drawing units.</param>
/// <param name="Crossings">Crossings between ribbons that run forward, each counted with the product of their weights.</param>
internal sealed record NetworkLayout(IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<Route> Routes, double Width, double Height, double Crossings);
