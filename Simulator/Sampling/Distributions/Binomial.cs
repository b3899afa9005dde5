namespace FlowSim.Simulator.Sampling.Distributions;

/// <summary>The number of successes in n trials of probability p.</summary>
internal sealed class Binomial : Distribution, IWrittenDistribution
{
    /// <summary>The most trials for which a table is built.</summary>
    public const int MostTrials = 100_000;

    private readonly double[] cumulative;

    private Binomial(int n, double p)
        : base(Text($"binomial {n} {p}"), n * p) => cumulative = Cumulative(n, p);

    public static IReadOnlyList<DistributionForm> Forms { get; } =
    [
        new("binomial", "binomial 30 80 %", new FormParameter("n", ParameterRole.Shape), new FormParameter("p", ParameterRole.Share))
        {
            IsNamed = false,
            IsCount = true,
            Rule = new FormRule(
                values => IsCountOfTrials(values[0]) && values[1] is >= 0 and <= 1,
                "a whole number of trials, at most 100000, and a probability, such as \"binomial 30 80 %\""),
            Of = values => Of((int)values[0], values[1]),
            Help = "a count, for schedules; refused where a length of time is wanted",
        },
    ];

    public static Distribution Of(int n, double p)
    {
        Require(IsCountOfTrials(n) && p is >= 0 and <= 1, $"a binomial n of 0 to {MostTrials} and p of 0 to 1; received n {n}, p {p}");
        return n == 0 || p is 0 or 1 ? Constant.Of(n * p) : new Binomial(n, p);
    }

    /// <summary>The smallest count whose cumulative probability is at least u.</summary>
    public override double Quantile(double u)
    {
        var low = 0;
        var high = cumulative.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cumulative[middle] >= u)
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

    private static bool IsCountOfTrials(double n) => n >= 0 && n <= MostTrials && n == Math.Floor(n);

    /// <summary>P(X ≤ k) for k from 0 to n, with 0 &lt; p &lt; 1.</summary>
    private static double[] Cumulative(int n, double p)
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
