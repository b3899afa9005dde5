using MathNet.Numerics;

namespace FlowSim.Simulator.Sampling;

/// <content>The laws. Each throws <see cref="ArgumentException"/> for parameters that no such law has.</content>
public sealed partial class Distribution
{
    /// <summary>Always the same value.</summary>
    public static Distribution Constant(double v)
    {
        Require(double.IsFinite(v), $"a finite constant; received {v}");
        return new Distribution(DistributionKind.Constant, Text($"constant {v}"), v, v);
    }

    /// <summary>Exponential with a mean; always 0 if the mean is 0.</summary>
    public static Distribution Exponential(double mean)
    {
        Require(IsSize(mean), $"an exponential mean of 0 or more; received {mean}");
        return mean == 0 ? Constant(0) : new Distribution(DistributionKind.Exponential, Text($"exponential mean {mean}"), mean, mean);
    }

    /// <summary>Lognormal with the mean and standard deviation of the values themselves.</summary>
    public static Distribution LognormalMeanSd(double mean, double sd)
    {
        Require(IsPositive(mean) && IsSize(sd), $"a lognormal mean above 0 and an sd of 0 or more; received mean {mean}, sd {sd}");
        var variation = sd / mean;
        var variance = Math.Log(1 + variation * variation);
        return Lognormal(Math.Log(mean) - variance / 2, Math.Sqrt(variance), mean, Text($"lognormal mean {mean} sd {sd}"));
    }

    /// <summary>Lognormal with a median and a mean that is not below it.</summary>
    public static Distribution LognormalMedianMean(double median, double mean)
    {
        Require(IsPositive(median) && IsPositive(mean) && mean >= median, $"a lognormal median above 0 and a mean not below it; received median {median}, mean {mean}");
        return Lognormal(Math.Log(median), Math.Sqrt(2 * Math.Log(mean / median)), mean, Text($"lognormal median {median} mean {mean}"));
    }

    /// <summary>Lognormal: the unit times exp(mu + sigma z) with z standard normal.</summary>
    public static Distribution LognormalMuSigma(double mu, double sigma, double unit)
    {
        Require(double.IsFinite(mu) && IsSize(sigma) && IsPositive(unit), $"a finite mu, a sigma of 0 or more and a unit above 0; received mu {mu}, sigma {sigma}, unit {unit}");
        return Lognormal(mu + Math.Log(unit), sigma, unit * Math.Exp(mu + sigma * sigma / 2), Text($"lognormal mu {mu} sigma {sigma} unit {unit}"));
    }

    /// <summary>Gamma with a mean and a standard deviation.</summary>
    public static Distribution Gamma(double mean, double sd)
    {
        Require(IsPositive(mean) && IsSize(sd), $"a gamma mean above 0 and an sd of 0 or more; received mean {mean}, sd {sd}");
        if (sd == 0)
        {
            return Constant(mean);
        }

        var shape = mean / sd * (mean / sd);
        Require(IsPositive(shape), $"a gamma mean and sd of comparable size; received mean {mean}, sd {sd}");
        var table = QuantileTable.Build(u => GammaQuantile.Of(shape, u));
        return new Distribution(DistributionKind.Gamma, Text($"gamma mean {mean} sd {sd}"), mean, shape, mean / shape, table: table);
    }

    /// <summary>Weibull: the scale times (−ln(1 − u)) to the power 1 / shape.</summary>
    public static Distribution Weibull(double shape, double scale)
    {
        Require(IsPositive(shape) && IsPositive(scale), $"a Weibull shape and scale above 0; received shape {shape}, scale {scale}");
        return new Distribution(DistributionKind.Weibull, Text($"weibull shape {shape} scale {scale}"), scale * SpecialFunctions.Gamma(1 + 1 / shape), 1 / shape, scale);
    }

    /// <summary>Normal. As a time its negative values become 0 s.</summary>
    public static Distribution Normal(double mean, double sd)
    {
        Require(double.IsFinite(mean) && IsSize(sd), $"a finite normal mean and an sd of 0 or more; received mean {mean}, sd {sd}");
        return sd == 0 ? Constant(mean) : new Distribution(DistributionKind.Normal, Text($"normal mean {mean} sd {sd}"), mean, mean, sd);
    }

    /// <summary>Uniform from a to b.</summary>
    public static Distribution Uniform(double a, double b)
    {
        Require(double.IsFinite(a) && double.IsFinite(b) && a <= b, $"a uniform from a lower to a higher end; received {a} to {b}");
        return a == b ? Constant(a) : new Distribution(DistributionKind.Uniform, Text($"uniform {a} {b}"), a / 2 + b / 2, a, b);
    }

    /// <summary>Triangular from a to c with its mode at b.</summary>
    public static Distribution Triangular(double a, double b, double c)
    {
        Require(double.IsFinite(a) && double.IsFinite(c) && a <= b && b <= c, $"a triangular minimum, mode and maximum in this order; received {a}, {b}, {c}");
        return a == c ? Constant(a) : new Distribution(DistributionKind.Triangular, Text($"triangular {a} {b} {c}"), a / 3 + b / 3 + c / 3, a, b, c);
    }

    /// <summary>One of the given values, each as likely.</summary>
    public static Distribution Empirical(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Require(values.Length > 0 && Array.TrueForAll(values, double.IsFinite), $"at least one value, all finite; received {values.Length} values");
        var sorted = values.Order().ToArray();
        return sorted[0] == sorted[^1]
            ? Constant(sorted[0])
            : new Distribution(DistributionKind.Empirical, Text($"empirical of {sorted.Length} values"), sorted.Average(), table: sorted);
    }

    /// <summary>The number of successes in n trials of probability p.</summary>
    public static Distribution Binomial(int n, double p)
    {
        Require(n is >= 0 and <= BinomialTable.MostTrials && p is >= 0 and <= 1, $"a binomial n of 0 to {BinomialTable.MostTrials} and p of 0 to 1; received n {n}, p {p}");
        return n == 0 || p is 0 or 1
            ? Constant(n * p)
            : new Distribution(DistributionKind.Binomial, Text($"binomial {n} {p}"), n * p, table: BinomialTable.Cumulative(n, p));
    }

    /// <summary>One of several distributions, picked by weight; the weights need not sum to 1.</summary>
    /// <remarks>The uniform's place among the cumulative weights picks the part, its place within that stretch the part's value.</remarks>
    public static Distribution Mixture(Distribution[] parts, double[] weights)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(weights);
        Require(parts.Length == weights.Length && parts.Length > 0, $"as many weights as parts, at least one; received {weights.Length} weights, {parts.Length} parts");
        Require(Array.TrueForAll(weights, IsSize) && IsPositive(weights.Sum()), $"weights of 0 or more, not all 0; received {string.Join(", ", weights.Select(weight => Text($"{weight}")))}");
        return Mixed([.. parts.Zip(weights, (part, weight) => (Part: part, Weight: weight)).Where(pair => pair.Weight > 0)]);
    }

    /// <summary>The distribution with its values clamped: those below <paramref name="atLeast"/> become it, those above <paramref name="atMost"/> become that.</summary>
    public Distribution WithBounds(double? atLeast, double? atMost)
    {
        var low = atLeast ?? double.NegativeInfinity;
        var high = atMost ?? double.PositiveInfinity;
        Require(low <= high && low < double.PositiveInfinity && high > double.NegativeInfinity, $"an \"at least\" not above the \"at most\"; received {low} and {high}");
        if (atLeast is null && atMost is null)
        {
            return this;
        }

        if (_kind == DistributionKind.Mixture)
        {
            return Mixed([.. _parts.Select((part, i) => (part.WithBounds(atLeast, atMost), Weight(i)))]);
        }

        if (_kind == DistributionKind.Constant)
        {
            return Constant(Math.Clamp(_a, low, high));
        }

        // Bounds that the distribution has already are themselves clamped, as its values would be.
        (low, high) = (Math.Clamp(_atLeast, low, high), Math.Clamp(_atMost, low, high));
        return low == high ? Constant(low) : new Distribution(this, low, high);
    }

    private static Distribution Lognormal(double mu, double sigma, double mean, string description) =>
        sigma == 0 ? Constant(mean) : new Distribution(DistributionKind.Lognormal, description, mean, mu, sigma);

    /// <summary>A mixture of parts with positive weights; mixtures among the parts are opened, which changes no value.</summary>
    private static Distribution Mixed((Distribution Part, double Weight)[] pairs)
    {
        var total = pairs.Sum(pair => pair.Weight);
        var flat = pairs.SelectMany(pair => pair.Part._kind == DistributionKind.Mixture
            ? pair.Part._parts.Select((part, i) => (Part: part, Weight: pair.Weight / total * pair.Part.Weight(i)))
            : [(pair.Part, Weight: pair.Weight / total)]).ToArray();
        if (flat.Length == 1)
        {
            return flat[0].Part;
        }

        var cumulative = new double[flat.Length];
        var sum = 0.0;
        for (var i = 0; i < flat.Length; i++)
        {
            sum += flat[i].Weight;
            cumulative[i] = sum;
        }

        cumulative[^1] = 1;
        var description = "mixture of " + string.Join(", ", flat.Select(pair => Text($"{pair.Weight} {pair.Part.Description}")));
        return new Distribution(DistributionKind.Mixture, description, flat.Sum(pair => pair.Weight * pair.Part.Mean), table: cumulative, parts: [.. flat.Select(pair => pair.Part)]);
    }

    private static string Bound(string words, double value) => double.IsFinite(value) ? Text($" {words} {value}") : "";

    private static bool IsSize(double value) => value >= 0 && double.IsFinite(value);

    private static bool IsPositive(double value) => value > 0 && double.IsFinite(value);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static void Require(bool isMet, FormattableString expected)
    {
        if (!isMet)
        {
            throw new ArgumentException("expected " + FormattableString.Invariant(expected));
        }
    }
}
