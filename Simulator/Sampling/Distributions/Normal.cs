namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>Normal. As a time its negative values become 0 s.</summary>
internal sealed class Normal : Distribution, IWrittenDistribution
{
    private readonly double mean;
    private readonly double sd;

    private Normal(double mean, double sd)
        : base(Text($"normal mean {mean} sd {sd}"), mean) => (this.mean, this.sd) = (mean, sd);

    public static IReadOnlyList<DistributionForm> Forms { get; } =
    [
        new(
            "normal",
            "normal mean 30 min sd 5 min",
            new FormParameter("mean", ParameterRole.Size),
            new FormParameter("sd", ParameterRole.Size, ParameterLimit.NotNegative))
        {
            Of = values => MeanSd(values[0], values[1]),
            Help = "as a time, negative values become 0",
        },
    ];

    public static Distribution MeanSd(double mean, double sd)
    {
        Require(double.IsFinite(mean) && IsSize(sd), $"a finite normal mean and an sd of 0 or more; received mean {mean}, sd {sd}");
        return sd == 0 ? Constant.Of(mean) : new Normal(mean, sd);
    }

    public override double Quantile(double u) => mean + sd * NormalQuantile.Of(u);
}
