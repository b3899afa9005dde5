namespace FlowSim.Simulator.Sampling;

/// <summary>The inverse of the standard normal distribution function [standard deviations].</summary>
internal static class NormalQuantile
{
    private static readonly double[] Table = QuantileTable.Build(Exact);

    /// <summary>The quantile at u in (0, 1): a table in the middle (error below 1e-4), exact in the outer 1/64 on each side.</summary>
    public static double Of(double u) => QuantileTable.Covers(u) ? QuantileTable.At(Table, u) : Exact(u);

    /// <summary>The quantile at u in (0, 1) to about 16 digits; infinite at 0 and 1, NaN outside.</summary>
    /// <remarks>Wichura (1988), "Algorithm AS 241: the percentage points of the normal distribution", routine PPND16.</remarks>
    public static double Exact(double u)
    {
        var fromMiddle = u - 0.5;
        if (Math.Abs(fromMiddle) <= 0.425)
        {
            return fromMiddle * Central(0.180625 - fromMiddle * fromMiddle);
        }

        var tail = fromMiddle < 0 ? u : 1 - u;
        if (!(tail > 0))
        {
            return tail == 0 ? (fromMiddle < 0 ? double.NegativeInfinity : double.PositiveInfinity) : double.NaN;
        }

        var r = Math.Sqrt(-Math.Log(tail));
        var quantile = r <= 5 ? Intermediate(r - 1.6) : Far(r - 5);
        return fromMiddle < 0 ? -quantile : quantile;
    }

    private static double Central(double r)
    {
        var numerator = 2.5090809287301226727e3 * r + 3.3430575583588128105e4;
        numerator = numerator * r + 6.7265770927008700853e4;
        numerator = numerator * r + 4.5921953931549871457e4;
        numerator = numerator * r + 1.3731693765509461125e4;
        numerator = numerator * r + 1.9715909503065514427e3;
        numerator = numerator * r + 1.3314166789178437745e2;
        numerator = numerator * r + 3.3871328727963666080;
        var denominator = 5.2264952788528545610e3 * r + 2.8729085735721942674e4;
        denominator = denominator * r + 3.9307895800092710610e4;
        denominator = denominator * r + 2.1213794301586595867e4;
        denominator = denominator * r + 5.3941960214247511077e3;
        denominator = denominator * r + 6.8718700749205790830e2;
        denominator = denominator * r + 4.2313330701600911252e1;
        denominator = denominator * r + 1;
        return numerator / denominator;
    }

    private static double Intermediate(double r)
    {
        var numerator = 7.74545014278341407640e-4 * r + 2.27238449892691845833e-2;
        numerator = numerator * r + 2.41780725177450611770e-1;
        numerator = numerator * r + 1.27045825245236838258;
        numerator = numerator * r + 3.64784832476320460504;
        numerator = numerator * r + 5.76949722146069140550;
        numerator = numerator * r + 4.63033784615654529590;
        numerator = numerator * r + 1.42343711074968357734;
        var denominator = 1.05075007164441684324e-9 * r + 5.47593808499534494600e-4;
        denominator = denominator * r + 1.51986665636164571966e-2;
        denominator = denominator * r + 1.48103976427480074590e-1;
        denominator = denominator * r + 6.89767334985100004550e-1;
        denominator = denominator * r + 1.67638483018380384940;
        denominator = denominator * r + 2.05319162663775882187;
        denominator = denominator * r + 1;
        return numerator / denominator;
    }

    private static double Far(double r)
    {
        var numerator = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5;
        numerator = numerator * r + 1.24266094738807843860e-3;
        numerator = numerator * r + 2.65321895265761230930e-2;
        numerator = numerator * r + 2.96560571828504891230e-1;
        numerator = numerator * r + 1.78482653991729133580;
        numerator = numerator * r + 5.46378491116411436990;
        numerator = numerator * r + 6.65790464350110377720;
        var denominator = 2.04426310338993978564e-15 * r + 1.42151175831644588870e-7;
        denominator = denominator * r + 1.84631831751005468180e-5;
        denominator = denominator * r + 7.86869131145613259100e-4;
        denominator = denominator * r + 1.48753612908506148525e-2;
        denominator = denominator * r + 1.36929880922735805310e-1;
        denominator = denominator * r + 5.99832206555887937690e-1;
        denominator = denominator * r + 1;
        return numerator / denominator;
    }
}
