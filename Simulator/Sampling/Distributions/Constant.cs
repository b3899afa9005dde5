namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>Always the same value.</summary>
public sealed class Constant : Distribution, IWrittenDistribution
{
    private readonly double value;

    private Constant(double value)
        : base(Text($"constant {value}"), value) => this.value = value;

    public static IReadOnlyList<DistributionForm> Forms { get; } =
    [
        new("constant", "constant 5 min", new FormParameter("value", ParameterRole.Size))
        {
            IsNamed = false,
            IsBare = true,
            Of = values => Of(values[0]),
            Help = "the same as `5 min`",
        },
    ];

    public override bool IsZero => value == 0;

    internal override bool IsConstant => true;

    public static Distribution Of(double value)
    {
        Require(double.IsFinite(value), $"a finite constant; received {value}");
        return new Constant(value);
    }

    public override double Quantile(double u) => value;

    private protected override Distribution Clamped(double low, double high) => new Constant(Math.Clamp(value, low, high));
}
