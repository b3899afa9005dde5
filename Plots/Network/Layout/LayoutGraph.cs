namespace FlowSim.Plots.Network.Layout;

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
