namespace FlowSim.Simulator.Sampling;

/// <summary>The cumulative probabilities of a binomial distribution.</summary>
internal static class BinomialTable
{
    /// <summary>The most trials for which a table is built.</summary>
    public const int MostTrials = 100_000;

    /// <summary>P(X ≤ k) for k from 0 to n, with 0 &lt; p &lt; 1.</summary>
    public static double[] Cumulative(int n, double p)
    {
        // The terms come from their logarithms, as (1 − p)^n underflows; they grow outwards from the log of the first.
        var odds = Math.Log(p) - Math.Log(1 - p);
        var logTerm = n * Math.Log(1 - p);
        var cumulative = new double[n + 1];
        var sum = 0.0;
        for (var k = 0; k <= n; k++)
        {
            sum += Math.Exp(logTerm);
            cumulative[k] = sum;
            logTerm += Math.Log((double)(n - k) / (k + 1)) + odds;
        }

        for (var k = 0; k < n; k++)
        {
            cumulative[k] /= sum;
        }

        cumulative[n] = 1;
        return cumulative;
    }
}
