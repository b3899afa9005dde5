using FlowSim.Simulator.Sampling;
using MathNet.Numerics.Distributions;

namespace FlowSim.Tests.Uncertainty;

/// <summary>Made-up draws: a mean that is not known, and runs about it.</summary>
internal static class Normals
{
    /// <summary>A standard normal number that follows from what it is called.</summary>
    public static double Of(ulong seed, string name, int item, int index = 0) => Normal.InvCDF(0, 1, KeyedUniform.Of(seed, name, item, index));

    /// <summary>By draw, runs with a mean that is normal with one standard deviation, and chance with another.</summary>
    public static double[][] Runs(ulong seed, int draws, int inner, double inputs, double chance, double mean = 0) =>
    [
        .. Enumerable.Range(0, draws).Select(draw => Enumerable.Range(0, inner)
            .Select(run => mean + (inputs * Of(seed, "theta", draw)) + (chance * Of(seed, "chance", draw, run))).ToArray()),
    ];

    /// <summary>The unit normal loss integral, E max(0, Z - z) (Raiffa and Schlaifer 1961).</summary>
    public static double Loss(double z) => Normal.PDF(0, 1, z) - (z * (1 - Normal.CDF(0, 1, z)));
}
