using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>An instance of a dimension in which a text of the description stands.</summary>
/// <param name="Dimension">The dimension as declared.</param>
/// <param name="Instance">Index of its instance.</param>
internal sealed record OwnPlace(Dimension Dimension, int Instance)
{
    /// <summary>The instance.</summary>
    public string Name => Dimension.Instances[Instance];
}
