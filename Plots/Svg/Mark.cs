namespace FlowSim.Plots.Svg;

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
