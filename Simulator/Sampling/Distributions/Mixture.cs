namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>One of several distributions, picked by weight.</summary>
/// <remarks>The uniform's place among the cumulative weights picks the part, its place within that stretch the part's value.</remarks>
public sealed class Mixture : Distribution
{
    private readonly Distribution[] parts;
    private readonly double[] cumulative;

    private Mixture((Distribution Part, double Weight)[] pairs)
        : base(
            "mixture of " + string.Join(", ", pairs.Select(pair => Text($"{pair.Weight} {pair.Part.Description}"))),
            pairs.Sum(pair => pair.Weight * pair.Part.Mean))
    {
        parts = Array.ConvertAll(pairs, pair => pair.Part);
        cumulative = new double[pairs.Length];
        var sum = 0.0;
        for (var i = 0; i < pairs.Length; i++)
        {
            sum += pairs[i].Weight;
            cumulative[i] = sum;
        }

        cumulative[^1] = 1;
    }

    public override bool IsZero => Array.TrueForAll(parts, part => part.IsZero);

    internal ReadOnlySpan<Distribution> Parts => parts;

    /// <param name="parts">Any distributions; mixtures among them are opened, which changes no value.</param>
    /// <param name="weights">As many; they need not sum to 1.</param>
    public static Distribution Of(Distribution[] parts, double[] weights)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(weights);
        Require(parts.Length == weights.Length && parts.Length > 0,
            $"as many weights as parts, at least one; received {weights.Length} weights, {parts.Length} parts");
        Require(Array.TrueForAll(weights, IsSize) && IsPositive(weights.Sum()),
            $"weights of 0 or more, not all 0; received {string.Join(", ", weights.Select(weight => Text($"{weight}")))}");
        return Of([.. parts.Zip(weights, (part, weight) => (Part: part, Weight: weight)).Where(pair => pair.Weight > 0)]);
    }

    /// <summary>The part whose stretch of the uniform holds u, at u's place in the stretch.</summary>
    public override double Quantile(double u)
    {
        var part = 0;
        while (part < parts.Length - 1 && u >= cumulative[part])
        {
            part++;
        }

        var start = part == 0 ? 0 : cumulative[part - 1];
        var within = (u - start) / (cumulative[part] - start);
        return parts[part].Quantile(Math.Clamp(within, RandomBlock.SmallestUniform, RandomBlock.LargestUniform));
    }

    /// <summary>The weight of a part [0–1].</summary>
    internal double Weight(int part) => part == 0 ? cumulative[0] : cumulative[part] - cumulative[part - 1];

    private protected override Distribution Clamped(double low, double high) => Of([.. parts.Select((part, i) => (part.WithBounds(low, high), Weight(i)))]);

    private static Distribution Of((Distribution Part, double Weight)[] pairs)
    {
        var total = pairs.Sum(pair => pair.Weight);
        var flat = pairs.SelectMany(pair => pair.Part is Mixture inner
            ? inner.parts.Select((part, i) => (Part: part, Weight: pair.Weight / total * inner.Weight(i)))
            : [(pair.Part, Weight: pair.Weight / total)]).ToArray();
        return flat.Length == 1 ? flat[0].Part : new Mixture(flat);
    }
}
