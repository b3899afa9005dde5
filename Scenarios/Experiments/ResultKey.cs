namespace FlowSim.Scenarios.Experiments;

/// <summary>What a value is about.</summary>
/// <param name="Period">A year, a month, or <c>all</c>.</param>
/// <param name="Measure">Id of the measure.</param>
/// <param name="Place"><c>system</c> or an instance.</param>
/// <param name="Group">Stage, pool, reason and attribution, category, or empty.</param>
public readonly record struct ResultKey(string Period, string Measure, string Place, string Group);
