namespace FlowSim.Plots.Svg;

/// <summary>Which side of a text stands at its position.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
