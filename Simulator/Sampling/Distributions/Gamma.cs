namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>Gamma, from a table in the middle and computed in both tails.</summary>
internal sealed class Gamma : Distribution, IWrittenDistribution
{
    private readonly double shape;
    private readonly double scale;
    private readonly double[] table;

    private Gamma(double mean, double sd, double shape)
        : base(Text($"gamma mean {mean} sd {sd}"), mean)
    {
        this.shape = shape;
        scale = mean / shape;
        table = QuantileTable.Build(u => GammaQuantile.Of(shape, u));
    }

    public static IReadOnlyList<DistributionForm> Forms { get; } =
    [
        new(
            "gamma",
            "gamma mean 2 d sd 1 d",
            new FormParameter("mean", ParameterRole.Size, ParameterLimit.Positive),
            new FormParameter("sd", ParameterRole.Size, ParameterLimit.NotNegative))
        {
            Of = values => MeanSd(values[0], values[1]),
        },
    ];

    public static Distribution MeanSd(double mean, double sd)
    {
        Require(IsPositive(mean) && IsSize(sd), $"a gamma mean above 0 and an sd of 0 or more; received mean {mean}, sd {sd}");
        if (sd == 0)
        {
            return Constant.Of(mean);
        }

        var shape = mean / sd * (mean / sd);
        Require(IsPositive(shape), $"a gamma mean and sd of comparable size; received mean {mean}, sd {sd}");
        return new Gamma(mean, sd, shape);
    }

    public override double Quantile(double u) => scale * (QuantileTable.Covers(u) ? QuantileTable.At(table, u) : GammaQuantile.Of(shape, u));
}
