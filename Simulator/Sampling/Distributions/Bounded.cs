namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>A distribution with its values clamped to bounds.</summary>
internal sealed class Bounded : Distribution
{
    private readonly Distribution within;
    private readonly double atLeast;
    private readonly double atMost;

    private Bounded(Distribution within, double atLeast, double atMost)
        : base(within.Description + Words("at least", atLeast) + Words("at most", atMost), within.Mean) =>
        (this.within, this.atLeast, this.atMost) = (within, atLeast, atMost);

    /// <remarks>The integral is done at every call: threads share the distribution, and most are never asked.</remarks>
    public override double Mean => ClampedMean.Of(within.Quantile, within.Mean, atLeast, atMost);

    public static Distribution Of(Distribution within, double atLeast, double atMost) =>
        atLeast == atMost ? Constant.Of(atLeast) : new Bounded(within, atLeast, atMost);

    public override double Quantile(double u) => Math.Min(Math.Max(within.Quantile(u), atLeast), atMost);

    /// <summary>The bounds that it has already are themselves clamped, as its values would be.</summary>
    private protected override Distribution Clamped(double low, double high) => Of(within, Math.Clamp(atLeast, low, high), Math.Clamp(atMost, low, high));

    private static string Words(string words, double value) => double.IsFinite(value) ? Text($" {words} {value}") : "";
}
