namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>A distribution, sampled by inverse transform from one uniform.</summary>
/// <remarks>
/// Values rise with the uniform, except that a mixture rises only within each part: paired scenarios then differ as little as
/// they can. Times are in seconds. Bounds clamp: a value outside is moved to the bound, not drawn again. Each kind is one file of this folder, with all
/// that is to be said of it: how it is written, what its parameters must be, its mean, its values. Those that throw <see cref="ArgumentException"/> do so
/// for parameters that no such distribution has.
/// </remarks>
public abstract class Distribution
{
    /// <summary>The longest time that is sampled; longer ones are cut to it [s], about 60 years.</summary>
    private const double LongestSeconds = 1.9e9;

    private readonly double mean;

    /// <param name="description">The distribution and its parameters in base units, as the model language writes them.</param>
    /// <param name="mean">From theory.</param>
    private protected Distribution(string description, double mean)
    {
        Require(double.IsFinite(mean), $"a finite mean; received {description}");
        Description = description;
        this.mean = mean;
    }

    /// <summary>The mean: from the formula; with bounds, of the clamped values, integrated numerically [s for times].</summary>
    /// <remarks>Neither rounding to whole seconds nor the clamp at 0 of <see cref="Seconds"/> is in it.</remarks>
    public virtual double Mean => mean;

    /// <summary>Whether every value is 0.</summary>
    public virtual bool IsZero => false;

    /// <summary>Whether every value is the same, so that nothing need be drawn.</summary>
    internal virtual bool IsConstant => false;

    /// <summary>The distribution and its parameters in base units, as the model language writes them.</summary>
    public string Description { get; }

    /// <summary>
    /// The value at u in (0, 1) [s for times]; never falls as u rises, but between the parts of a mixture. Those of one line that call a function of the
    /// system's mathematics are kept from being written into their callers: on its way in such a method cleans the wide registers, and where they are left
    /// unclean an Intel processor takes several times as long for a logarithm.
    /// </summary>
    public abstract double Quantile(double u);

    /// <summary>The time at u in (0, 1), to the nearest whole second, at least 0 and at most 1.9e9 [s].</summary>
    public int Seconds(double u)
    {
        var value = Quantile(u);
        return value > 0 ? double.ConvertToIntegerNative<int>((value < LongestSeconds ? value : LongestSeconds) + 0.5) : 0;
    }

    /// <summary>
    /// The distribution with its values clamped: those below <paramref name="atLeast"/> become it, those above <paramref name="atMost"/> become that.
    /// </summary>
    public Distribution WithBounds(double? atLeast, double? atMost)
    {
        var low = atLeast ?? double.NegativeInfinity;
        var high = atMost ?? double.PositiveInfinity;
        Require(low <= high && low < double.PositiveInfinity && high > double.NegativeInfinity,
            $"an \"at least\" not above the \"at most\"; received {low} and {high}");
        return atLeast is null && atMost is null ? this : Clamped(low, high);
    }

    /// <inheritdoc/>
    public override string ToString() => Description;

    private protected virtual Distribution Clamped(double low, double high) => Bounded.Of(this, low, high);

    private protected static bool IsSize(double value) => value >= 0 && double.IsFinite(value);

    private protected static bool IsPositive(double value) => value > 0 && double.IsFinite(value);

    private protected static string Text(FormattableString text) => FormattableString.Invariant(text);

    private protected static void Require(bool isMet, FormattableString expected)
    {
        if (!isMet)
        {
            throw new ArgumentException("expected " + FormattableString.Invariant(expected));
        }
    }
}
