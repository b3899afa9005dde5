namespace FlowSim.Simulator.Sampling;

/// <summary>The inverse of the Poisson distribution function, by adding its terms.</summary>
internal static class PoissonQuantile
{
    /// <summary>Beyond this mean e^-mean comes near the smallest normal number and the terms lose their digits.</summary>
    private const double LargestMean = 700;

    /// <summary>The smallest count whose cumulative probability is at least u; never falls as u or the mean rises.</summary>
    /// <exception cref="ArgumentException">The mean is NaN, negative or over 700.</exception>
    public static int Of(double mean, double u)
    {
        if (!(mean >= 0 && mean <= LargestMean))
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a Poisson mean of 0 to {LargestMean}; received {mean}"));
        }

        var count = 0;
        var term = Math.Exp(-mean);
        var cumulative = term;
        while (cumulative < u)
        {
            count++;
            term *= mean / count;
            var next = cumulative + term;
            if (next == cumulative && count > mean)
            {
                break; // u lies above all that the sum can reach in double precision
            }

            cumulative = next;
        }

        return count;
    }

    /// <summary>The cumulative probabilities that <see cref="Of"/> compares with, by count; the last, which is as high as the sum can reach, is 1.</summary>
    internal static double[] Cumulative(double mean)
    {
        var term = Math.Exp(-mean);
        var sums = new List<double> { term };
        while (true)
        {
            term *= mean / sums.Count;
            var next = sums[^1] + term;
            if (next == sums[^1] && sums.Count > mean)
            {
                sums.Add(1);
                return [.. sums];
            }

            sums.Add(next);
        }
    }
}
