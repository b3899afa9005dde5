namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>Triangular: a density that rises in a straight line to the mode and falls in another.</summary>
internal sealed class Triangular : Distribution, IWrittenDistribution
{
    private readonly double low;
    private readonly double mode;
    private readonly double high;

    private Triangular(double low, double mode, double high)
        : base(Text($"triangular {low} {mode} {high}"), low / 3 + mode / 3 + high / 3) => (this.low, this.mode, this.high) = (low, mode, high);

    public static IReadOnlyList<DistributionForm> Forms { get; } =
    [
        new(
            "triangular",
            "triangular 10 min 15 min 30 min",
            new FormParameter("min", ParameterRole.Size),
            new FormParameter("mode", ParameterRole.Size),
            new FormParameter("max", ParameterRole.Size))
        {
            IsNamed = false,
            Rule = new FormRule(
                values => values[0] <= values[1] && values[1] <= values[2],
                "lowest, most likely, highest in this order, such as \"triangular 10 min 15 min 30 min\""),
            Of = values => Of(values[0], values[1], values[2]),
            Help = "least, most frequent, most",
        },
    ];

    public static Distribution Of(double low, double mode, double high)
    {
        Require(double.IsFinite(low) && double.IsFinite(high) && low <= mode && mode <= high,
            $"a triangular minimum, mode and maximum in this order; received {low}, {mode}, {high}");
        return low == high ? Constant.Of(low) : new Triangular(low, mode, high);
    }

    public override double Quantile(double u)
    {
        var span = high - low;
        return u * span < mode - low
            ? low + Math.Sqrt(u * span * (mode - low))
            : high - Math.Sqrt((1 - u) * span * (high - mode));
    }
}
