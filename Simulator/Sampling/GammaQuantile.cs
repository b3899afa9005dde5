using MathNet.Numerics;

namespace FlowSim.Simulator.Sampling;

/// <summary>The inverse of the gamma distribution function with scale 1, accurate into both tails.</summary>
/// <remarks>
/// MathNet.Numerics' own inverse works with 1 − u throughout: near u = 1 it loses its digits and ends at infinity.
/// </remarks>
internal static class GammaQuantile
{
    /// <summary>
    /// Above this shape the series become slow, and the Wilson–Hilferty approximation errs by less than 1e-5 of the value (3e-5 one time in a million).
    /// </summary>
    private const double LargeShape = 1000;

    /// <summary>Below e to this, the first term of the lower tail's series is the whole of it to 1e-10.</summary>
    private static readonly double SmallLog = Math.Log(1e-10);

    /// <summary>The quantile at u in (0, 1).</summary>
    public static double Of(double shape, double u)
    {
        if (shape > LargeShape)
        {
            return WilsonHilferty(shape, u);
        }

        // P(a, x) < x^a / Γ(a + 1), so this lies below the quantile, and on it in the far lower tail.
        var lowest = (Math.Log(u) + SpecialFunctions.GammaLn(shape + 1)) / shape;
        if (lowest < SmallLog)
        {
            return Math.Exp(lowest);
        }

        var start = WilsonHilferty(shape, u);
        return Solve(shape, u, start > 0 ? Math.Max(Math.Log(start), lowest) : lowest);
    }

    /// <summary>Wilson and Hilferty (1931): the cube root of a gamma variate is nearly normal.</summary>
    private static double WilsonHilferty(double shape, double u)
    {
        var root = 1 - 1 / (9 * shape) + NormalQuantile.Exact(u) / (3 * Math.Sqrt(shape));
        return shape * root * root * root;
    }

    /// <summary>Newton's method in the logarithm of x on the logarithm of the smaller tail.</summary>
    /// <remarks>The logarithm of a gamma variate has a log-concave density, so both tails are log-concave and Newton's method converges.</remarks>
    private static double Solve(double shape, double u, double start)
    {
        const int MostSteps = 100;
        const double Enough = 1e-14;
        var logGamma = SpecialFunctions.GammaLn(shape);
        var upper = u > 1 - QuantileTable.Tail;
        var target = Math.Log(upper ? 1 - u : u);
        var y = start;
        for (var i = 0; i < MostSteps; i++)
        {
            var x = Math.Exp(y);
            var tail = upper ? SpecialFunctions.GammaUpperRegularized(shape, x) : SpecialFunctions.GammaLowerRegularized(shape, x);
            var slope = Math.Exp(shape * y - x - logGamma) / tail;
            var step = Math.Clamp((target - Math.Log(tail)) / (upper ? -slope : slope), -1, 1);
            y += step;
            if (Math.Abs(step) < Enough)
            {
                break;
            }
        }

        return Math.Exp(y);
    }
}
