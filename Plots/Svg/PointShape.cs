namespace FlowSim.Plots.Svg;

/// <summary>Shapes keep series apart where colours do not.</summary>
internal enum PointShape
{
    Circle,
    Diamond,
}
