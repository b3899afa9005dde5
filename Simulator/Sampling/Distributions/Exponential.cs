using System.Runtime.CompilerServices;

namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>Exponential: how long until something happens that is as likely at any moment.</summary>
internal sealed class Exponential : Distribution, IWrittenDistribution
{
    private readonly double mean;

    private Exponential(double mean)
        : base(Text($"exponential mean {mean}"), mean) => this.mean = mean;

    public static IReadOnlyList<DistributionForm> Forms { get; } =
    [
        new("exponential", "exponential mean 2 d", new FormParameter("mean", ParameterRole.Size, ParameterLimit.Positive)) { Of = values => Of(values[0]) },
    ];

    /// <summary>With a mean; always 0 if the mean is 0.</summary>
    public static Distribution Of(double mean)
    {
        Require(IsSize(mean), $"an exponential mean of 0 or more; received {mean}");
        return mean == 0 ? Constant.Of(0) : new Exponential(mean);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override double Quantile(double u) => -mean * Math.Log(1 - u);
}
