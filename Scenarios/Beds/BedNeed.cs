using MathNet.Numerics.Distributions;

namespace FlowSim.Scenarios.Beds;

/// <summary>
/// The beds that a pool or group needs: the smallest number that is at most so full on average and has, in winter, too few for at most a share of the
/// time. Demand is what there would be with beds without limit; one that the beds there are have cut off asks for too few.
/// </summary>
internal static class BedNeed
{
    /// <summary>Fullness on average that is not to be passed, unless another is named [%]: national guidance for winter.</summary>
    public const double FullestAllowed = 92;

    /// <summary>A share that is just alpha may miss it by rounding.</summary>
    private const double Rounded = 1e-12;

    /// <summary>From the distribution of a run without limit.</summary>
    /// <param name="census">Mean number in a bed over the year [beds].</param>
    /// <param name="winter">Share of winter's time by number needed.</param>
    /// <param name="alpha">Share of winter's time in which there may be too few [0 to 1].</param>
    /// <param name="fullest">Fullness on average that is not to be passed [%].</param>
    public static int Of(double census, DemandShares winter, double alpha, double fullest = FullestAllowed)
    {
        var beds = ForCensus(census, fullest);
        while (TooFew(winter, beds) > alpha + Rounded)
        {
            beds++;
        }

        return beds;
    }

    /// <summary>
    /// From mean and variance of demand, such as an ordinary run's <see cref="OfferedLoad"/>: a Poisson distribution where the variance is the mean, as it is
    /// of patients who come at random and wait for nobody; a negative binomial of that mean and variance where it is more. One below the mean is taken as the
    /// mean, which asks for more beds.
    /// </summary>
    /// <param name="census">Mean demand over the year [beds].</param>
    /// <param name="winterMean">Mean demand in winter [beds].</param>
    /// <param name="winterVariance">Variance of demand over winter's time [beds²].</param>
    /// <param name="alpha">Share of winter's time in which there may be too few [0 to 1].</param>
    /// <param name="fullest">Fullness on average that is not to be passed [%].</param>
    public static int Of(double census, double winterMean, double winterVariance, double alpha, double fullest = FullestAllowed)
    {
        var beds = ForCensus(census, fullest);
        if (!(winterMean > 0))
        {
            return beds;
        }

        IDiscreteDistribution demand = winterVariance > winterMean
            ? new NegativeBinomial(winterMean * winterMean / (winterVariance - winterMean), winterMean / winterVariance)
            : new Poisson(winterMean);
        while (1 - demand.CumulativeDistribution(beds) > alpha + Rounded)
        {
            beds++;
        }

        return beds;
    }

    private static int ForCensus(double census, double fullest) => (int)Math.Ceiling(100 * census / fullest);

    /// <summary>P(demand &gt; b): all b in use is no lack as long as nobody else comes.</summary>
    private static double TooFew(DemandShares demand, int beds) => demand.Full(beds + 1);
}
