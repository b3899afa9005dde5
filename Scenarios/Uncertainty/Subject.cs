using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Uncertainty;

/// <summary>Something whose uncertainty is told: a level, a difference from the baseline, or what is gained.</summary>
/// <param name="Scenario">Its id.</param>
/// <param name="Kind">One of <see cref="UncertaintyRow.Kinds"/>.</param>
/// <param name="Key">What; of money the measure is the basis.</param>
/// <param name="Unit">Of its values.</param>
/// <param name="Runs">By draw, the value of each run.</param>
internal sealed record Subject(string Scenario, string Kind, ResultKey Key, string Unit, double[][] Runs);
