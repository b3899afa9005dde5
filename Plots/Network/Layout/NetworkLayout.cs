namespace FlowSim.Plots.Network.Layout;

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
