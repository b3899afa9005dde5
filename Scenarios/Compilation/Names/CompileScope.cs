using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>Where a text of the description stands: in which instance of which dimension (<c>each</c>), or nowhere in particular.</summary>
/// <param name="Dimension">Dimension index of <c>each</c>, or -1.</param>
/// <param name="Instance">Instance index within it, or -1.</param>
internal readonly record struct CompileScope(int Dimension, int Instance)
{
    /// <summary>Outside every <c>each</c>.</summary>
    public static CompileScope System => new(-1, -1);

    /// <summary>True inside an <c>each</c>.</summary>
    public bool IsInstance => Dimension >= 0;
}
