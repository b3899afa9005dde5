namespace FlowSim.Plots.Drawings;

/// <summary>What a mark shows.</summary>
public enum MarkKind
{
    Bar,
    Point,
    Interval,
    Cell,
    Node,
}

/// <summary>A mark that carries data, and its box [pt].</summary>
public readonly record struct Mark(MarkKind Kind, double Left, double Top, double Right, double Bottom);

/// <summary>Shapes keep series apart where colours do not.</summary>
internal enum PointShape
{
    Circle,
    Diamond,
}

/// <summary>A straight line that carries no data, from end to end [pt].</summary>
public readonly record struct RuleLine(double X1, double Y1, double X2, double Y2)
{
    /// <summary>True where it runs through a text; a line at the edge of its box does not. Lines are level or upright.</summary>
    public bool Crosses(TextBox text) =>
        Math.Max(X1, X2) > text.Left && Math.Min(X1, X2) < text.Right && Math.Max(Y1, Y2) > text.Top && Math.Min(Y1, Y2) < text.Bottom;
}
