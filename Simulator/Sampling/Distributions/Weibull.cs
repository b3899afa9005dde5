using System.Runtime.CompilerServices;
using MathNet.Numerics;

namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>Weibull: the scale times (−ln(1 − u)) to the power 1 / shape.</summary>
internal sealed class Weibull : Distribution, IWrittenDistribution
{
    private readonly double power;
    private readonly double scale;

    private Weibull(double shape, double scale)
        : base(Text($"weibull shape {shape} scale {scale}"), scale * SpecialFunctions.Gamma(1 + 1 / shape)) => (power, this.scale) = (1 / shape, scale);

    public static IReadOnlyList<DistributionForm> Forms { get; } =
    [
        new(
            "weibull",
            "weibull shape 1.5 scale 2 d",
            new FormParameter("shape", ParameterRole.Shape, ParameterLimit.Positive),
            new FormParameter("scale", ParameterRole.Size, ParameterLimit.Positive))
        {
            Of = values => Of(values[0], values[1]),
        },
    ];

    public static Distribution Of(double shape, double scale)
    {
        Require(IsPositive(shape) && IsPositive(scale), $"a Weibull shape and scale above 0; received shape {shape}, scale {scale}");
        return new Weibull(shape, scale);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override double Quantile(double u) => scale * Math.Pow(-Math.Log(1 - u), power);
}
