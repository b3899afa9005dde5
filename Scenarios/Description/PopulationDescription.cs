using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>People served: of the whole system, or by the instances of a dimension, in place or in a table.</summary>
/// <param name="At">Where it stands.</param>
internal sealed record PopulationDescription(Written At)
{
    /// <summary>People of the whole system; null: they are given by place.</summary>
    public Written? Whole { get; init; }

    /// <summary>People by instance, as written in place.</summary>
    public IReadOnlyList<(Written Place, Written People)> ByPlace { get; init; } = [];

    /// <summary>The table of people by instance, or null.</summary>
    public TableUse? Table { get; init; }
}
