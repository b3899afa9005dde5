using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using MathNet.Numerics.RootFinding;

namespace FlowSim.Scenarios.Optimising;

/// <summary>
/// One-sided tolerance factors of the normal distribution: with k of them the mean of a sample plus k of its standard deviations lies above a stated share
/// of all that might be drawn, with a stated confidence (Owen 1968; NIST/SEMATECH e-Handbook, 7.2.6.3).
/// </summary>
internal static class ToleranceFactor
{
    /// <summary>Of every statement that a target is met, or missed.</summary>
    public const double Confidence = 0.95;

    private const int Nodes = 200;
    private const double Furthest = 1_000;

    /// <summary>The factor; NaN for fewer than two values.</summary>
    /// <param name="n">Size of the sample.</param>
    /// <param name="share">Of all that might be drawn [0 to 1].</param>
    /// <param name="confidence">[0 to 1].</param>
    public static double Of(int n, double share, double confidence)
    {
        if (n < 2)
        {
            return double.NaN;
        }

        var (root, z, half) = (Math.Sqrt(n), Normal.InvCDF(0, 1, share), (n - 1) / 2.0);

        // The sample's standard deviation over the true one, by its own distribution; the mean is independent of it.
        double Covered(double k) => GaussLegendreRule.Integrate(
            u => Normal.CDF(0, 1, root * ((k * Math.Sqrt(Gamma.InvCDF(half, half, u))) - z)), 0, 1, Nodes);
        return Brent.FindRoot(k => Covered(k) - confidence, -Furthest, Furthest, 1e-6, 200);
    }

    /// <summary>Standard deviations between a mean and its one-sided limit: t(n − 1, 0.95) ÷ √n; NaN for fewer than two values.</summary>
    public static double OfMean(int n) => n < 2 ? double.NaN : StudentT.InvCDF(0, 1, n - 1, Confidence) / Math.Sqrt(n);
}
