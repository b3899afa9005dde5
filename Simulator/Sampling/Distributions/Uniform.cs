namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>Uniform between two ends.</summary>
internal sealed class Uniform : Distribution, IWrittenDistribution
{
    private readonly double low;
    private readonly double high;

    private Uniform(double low, double high)
        : base(Text($"uniform {low} {high}"), low / 2 + high / 2) => (this.low, this.high) = (low, high);

    public static IReadOnlyList<DistributionForm> Forms { get; } =
    [
        new("uniform", "uniform 7 d 28 d", new FormParameter("min", ParameterRole.Size), new FormParameter("max", ParameterRole.Size))
        {
            IsNamed = false,
            Rule = new FormRule(values => values[0] <= values[1], "the lower limit first, such as \"uniform 7 d 28 d\""),
            Of = values => Of(values[0], values[1]),
            Help = "least, most",
        },
    ];

    public static Distribution Of(double low, double high)
    {
        Require(double.IsFinite(low) && double.IsFinite(high) && low <= high, $"a uniform from a lower to a higher end; received {low} to {high}");
        return low == high ? Constant.Of(low) : new Uniform(low, high);
    }

    public override double Quantile(double u) => low + (high - low) * u;
}
