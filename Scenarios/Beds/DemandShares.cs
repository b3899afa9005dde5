namespace FlowSim.Scenarios.Beds;

/// <summary>
/// How often a number of beds is taken: shares of time, or of those who come and find so many taken. With no limit on the beds it is the distribution of
/// what is needed; arrivals at a steady rate see what there is over time (Poisson arrivals see time averages, Wolff 1982), others do not.
/// </summary>
internal sealed class DemandShares
{
    /// <summary>Sums of shares may miss each other by rounding.</summary>
    private const double Rounded = 1e-12;

    private readonly double[] shares;

    private DemandShares(double[] shares, double weight)
    {
        this.shares = shares;
        Weight = weight;
    }

    /// <param name="weights">Time, or arrivals, by number taken, from 0.</param>
    /// <returns>Null where there is none.</returns>
    public static DemandShares? Of(IReadOnlyList<long> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        return total > 0 ? new DemandShares([.. weights.Select(weight => weight / total)], total) : null;
    }

    /// <summary>What the shares are of: time [s], or arrivals.</summary>
    public double Weight { get; }

    /// <summary>Beds taken on average [beds].</summary>
    public double Mean => shares.Select((share, beds) => share * beds).Sum();

    /// <summary>Variance of the number taken [beds²].</summary>
    public double Variance => shares.Select((share, beds) => share * (beds - Mean) * (beds - Mean)).Sum();

    /// <summary><c>p_full</c>: the share with so many or more taken, so that one who comes would find none of so many free.</summary>
    public double Full(int beds) => Math.Clamp(shares.Skip(beds).Sum(), 0, 1);

    /// <summary><c>p_delay</c>: that share if nobody could be in a further bed, P(N = b) ÷ P(N ≤ b); for Poisson demand Erlang's loss formula.</summary>
    public double Delay(int beds)
    {
        var atMost = shares.Take(beds + 1).Sum();
        return atMost > 0 ? (beds < shares.Length ? shares[beds] : 0) / atMost : double.NaN;
    }

    /// <summary>The smallest number of beds of which at most such a share finds none free.</summary>
    public int NeededFor(double share)
    {
        var (beds, full) = (0, 1.0);
        while (full > share + Rounded && beds < shares.Length)
        {
            full -= shares[beds];
            beds++;
        }

        return beds;
    }
}
