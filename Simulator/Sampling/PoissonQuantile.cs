namespace FlowSim.Simulator.Sampling;

/// <summary>The inverse of the Poisson distribution function, by adding its terms.</summary>
public static class PoissonQuantile
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
}
