namespace FlowSim.Simulator.Sampling;

/// <summary>A distribution, sampled by inverse transform from one uniform.</summary>
/// <remarks>
/// Values rise with the uniform, except that a mixture rises only within each part: paired scenarios then differ as little as
/// they can. Times are in seconds. Bounds clamp: a value outside is moved to the bound, not drawn again.
/// </remarks>
public sealed partial class Distribution
{
    /// <summary>The longest time that is sampled; longer ones are cut to it [s], about 60 years.</summary>
    private const double LongestSeconds = 1.9e9;

    private readonly DistributionKind _kind;
    private readonly bool _isBounded;
    private readonly double _a;
    private readonly double _b;
    private readonly double _c;
    private readonly double _atLeast = double.NegativeInfinity;
    private readonly double _atMost = double.PositiveInfinity;
    private readonly double[] _table = [];
    private readonly Distribution[] _parts = [];
    private readonly double _lawMean;
    private readonly string _law;

    private Distribution(DistributionKind kind, string description, double mean, double a = 0, double b = 0, double c = 0, double[]? table = null, Distribution[]? parts = null)
    {
        Require(double.IsFinite(mean), $"a finite mean; received {description}");
        _kind = kind;
        _a = a;
        _b = b;
        _c = c;
        _table = table ?? [];
        _parts = parts ?? [];
        _lawMean = mean;
        _law = description;
        Description = description;
        IsZero = kind == DistributionKind.Mixture ? Array.TrueForAll(_parts, part => part.IsZero) : kind == DistributionKind.Constant && a == 0;
        CanBeZero = kind == DistributionKind.Mixture ? _parts.Any(part => part.CanBeZero) : Seconds(RandomBlock.SmallestUniform) == 0;
    }

    private Distribution(Distribution law, double atLeast, double atMost)
    {
        _kind = law._kind;
        _a = law._a;
        _b = law._b;
        _c = law._c;
        _table = law._table;
        _parts = law._parts;
        _lawMean = law._lawMean;
        _isBounded = true;
        _atLeast = atLeast;
        _atMost = atMost;
        _law = law._law;
        Description = _law + Bound("at least", atLeast) + Bound("at most", atMost);
        IsZero = law.IsZero && !(atLeast > 0);
        CanBeZero = Seconds(RandomBlock.SmallestUniform) == 0;
    }

    /// <summary>The mean: from the law's formula; with bounds, of the clamped values, integrated numerically [s for times].</summary>
    /// <remarks>
    /// Neither rounding to whole seconds nor the clamp at 0 of <see cref="Seconds"/> is in it. The integral is done at every call: threads share the
    /// distribution, and most bounded ones are never asked.
    /// </remarks>
    public double Mean => _isBounded ? ClampedMean.Of(Unclamped, _lawMean, _atLeast, _atMost) : _lawMean;

    /// <summary>Whether every value is 0.</summary>
    public bool IsZero { get; }

    /// <summary>Whether a sampled time can be 0 s.</summary>
    public bool CanBeZero { get; }

    /// <summary>The law and its parameters in base units, as the model language writes them.</summary>
    public string Description { get; }

    /// <summary>The parts of a mixture; empty for any other law.</summary>
    internal ReadOnlySpan<Distribution> Parts => _parts;

    /// <summary>The value at u in (0, 1) [s for times].</summary>
    public double Quantile(double u)
    {
        var value = Unclamped(u);
        return _isBounded ? Math.Min(Math.Max(value, _atLeast), _atMost) : value;
    }

    /// <summary>The time at u in (0, 1), to the nearest whole second, at least 0 and at most 1.9e9 [s].</summary>
    public int Seconds(double u)
    {
        var value = Quantile(u);
        return value > 0 ? double.ConvertToIntegerNative<int>((value < LongestSeconds ? value : LongestSeconds) + 0.5) : 0;
    }

    /// <summary>The weight of a part of a mixture [0–1].</summary>
    internal double Weight(int part) => part == 0 ? _table[0] : _table[part] - _table[part - 1];

    /// <inheritdoc/>
    public override string ToString() => Description;

    private double Unclamped(double u) => _kind switch
    {
        DistributionKind.Constant => _a,
        DistributionKind.Exponential => -_a * Math.Log(1 - u),
        DistributionKind.Lognormal => Math.Exp(_a + _b * NormalQuantile.Of(u)),
        DistributionKind.Gamma => _b * (QuantileTable.Covers(u) ? QuantileTable.At(_table, u) : GammaQuantile.Of(_a, u)),
        DistributionKind.Weibull => _b * Math.Pow(-Math.Log(1 - u), _a),
        DistributionKind.Normal => _a + _b * NormalQuantile.Of(u),
        DistributionKind.Uniform => _a + (_b - _a) * u,
        DistributionKind.Triangular => TriangularAt(u),
        DistributionKind.Empirical => _table[double.ConvertToIntegerNative<int>(u * _table.Length)],
        DistributionKind.Binomial => BinomialAt(u),
        _ => MixtureAt(u),
    };

    private double TriangularAt(double u)
    {
        var span = _c - _a;
        return u * span < _b - _a
            ? _a + Math.Sqrt(u * span * (_b - _a))
            : _c - Math.Sqrt((1 - u) * span * (_c - _b));
    }

    /// <summary>The smallest count whose cumulative probability is at least u.</summary>
    private double BinomialAt(double u)
    {
        var low = 0;
        var high = _table.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_table[middle] >= u)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>The part whose stretch of the uniform holds u, at u's place in the stretch.</summary>
    private double MixtureAt(double u)
    {
        var part = 0;
        while (part < _parts.Length - 1 && u >= _table[part])
        {
            part++;
        }

        var start = part == 0 ? 0 : _table[part - 1];
        var within = (u - start) / (_table[part] - start);
        return _parts[part].Quantile(Math.Clamp(within, RandomBlock.SmallestUniform, RandomBlock.LargestUniform));
    }
}
