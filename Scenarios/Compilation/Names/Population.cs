namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>People served.</summary>
/// <param name="Whole">In all [people].</param>
/// <param name="Dimension">Dimension index by whose instances they are known, or -1: in all only.</param>
/// <param name="ByPlace">By instance [people].</param>
internal sealed record Population(double Whole, int Dimension, double[] ByPlace);
