namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>One of the given values, each as likely.</summary>
internal sealed class Empirical : Distribution, IWrittenDistribution
{
    private readonly double[] sorted;

    private Empirical(double[] sorted)
        : base(Text($"empirical of {sorted.Length} values"), sorted.Average()) => this.sorted = sorted;

    public static IReadOnlyList<DistributionForm> Forms { get; } =
    [
        new("empirical", "empirical stays column days in d", new FormParameter("unit", ParameterRole.Size))
        {
            OfSample = (unit, sample) => Of(Array.ConvertAll(sample, value => value * unit)),
            Help = "one of the numbers in the column `days` of `tables/stays.csv`, in this unit; "
                + "a name with blanks in quotation marks: `column \"LOS (days)\"`",
        },
    ];

    public static Distribution Of(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Require(values.Length > 0 && Array.TrueForAll(values, double.IsFinite), $"at least one value, all finite; received {values.Length} values");
        var sorted = values.Order().ToArray();
        return sorted[0] == sorted[^1] ? Constant.Of(sorted[0]) : new Empirical(sorted);
    }

    public override double Quantile(double u) => sorted[double.ConvertToIntegerNative<int>(u * sorted.Length)];
}
