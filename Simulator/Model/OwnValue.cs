namespace FlowSim.Simulator.Model;

/// <summary>The value that an instance gives to the attribute of its dimension: at <c>ward@north</c> the attribute site is north.</summary>
/// <param name="Attribute">Index of the attribute.</param>
/// <param name="Value">Index of its value.</param>
public readonly record struct OwnValue(int Attribute, int Value);
