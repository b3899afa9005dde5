using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// Intervals of paired differences that hold all at once with 95 %: of a family, which is one period's differences of all scenarios from the baseline, in the
/// measures of interest, at all places; a total stands for its groups. With few replications they are Bonferroni's, t(n − 1, 1 − 0.025 ÷ m) s ÷ √n, to which
/// Holm's tests belong (Holm 1979). From 20 on whole replications are drawn again, which keeps how the differences go together, and the quantile of the largest
/// |t| takes the place of t where it is smaller (Westfall and Young 1993). Dunnett's would be wrong: the scenarios share their random numbers.
/// </summary>
internal sealed class SimultaneousIntervals
{
    /// <summary>From here on replications are drawn again: of fewer the same ones come up too often [replications].</summary>
    public const int LeastToResample = 20;

    private const double Confidence = 0.95;
    private const int MostSamples = 4_000;
    private const int LeastSamples = 1_000;

    /// <summary>Numbers looked at in all, above which fewer samples do.</summary>
    private const double MostWork = 2e8;

    private readonly IReadOnlyList<double[]> family;
    private readonly int replications;

    /// <param name="family">By row a difference for each replication; NaN where undefined.</param>
    private SimultaneousIntervals(IReadOnlyList<double[]> family)
    {
        this.family = family;
        replications = family.Count == 0 ? 0 : family[0].Length;
    }

    /// <summary>The differences, those of a family with the intervals that hold for all of it.</summary>
    /// <param name="rows">Of the measures of interest with the difference of each replication.</param>
    public static IEnumerable<Difference> On(IReadOnlyList<(Difference Row, double[]? Values)> rows)
    {
        var totals = new Totals(rows.Select(row => row.Row.Key));
        var families = rows.Where(IsMember).GroupBy(row => row.Row.Key.Period)
            .ToDictionary(family => family.Key, family => new SimultaneousIntervals([.. family.Select(row => row.Values!)]));
        return rows.Select(row => IsMember(row) ? families[row.Row.Key.Period].Widened(row.Row) : row.Row);

        bool IsMember((Difference Row, double[]? Values) row) =>
            row.Values is not null && IsMoved(row.Row) && totals.Keeps(row.Row.Key);
    }

    /// <summary>What is the same in all replications is not up to chance.</summary>
    private static bool IsMoved(Difference row) => row.Upper95 > row.Lower95;

    private double LargestT => field > 0 ? field : field = replications < LeastToResample ? double.PositiveInfinity : ResampledT();

    private Difference Widened(Difference row)
    {
        var one = Sample.StudentQuantile(row.N - 1, (1 - Confidence) / 2);
        var all = Math.Min(LargestT, Sample.StudentQuantile(row.N - 1, (1 - Confidence) / 2 / family.Count));
        var half = (row.Upper95 - row.Lower95) / 2 * Math.Max(1, all / one);
        return row with { LowerSim = row.Mean - half, UpperSim = row.Mean + half, FamilySize = family.Count };
    }

    /// <summary>The 95 % quantile of the largest |t| of the family over samples of whole replications.</summary>
    private double ResampledT()
    {
        var samples = (int)Math.Clamp(MostWork / replications / family.Count, LeastSamples, MostSamples);
        var means = family.Select(Mean).ToArray();
        var largest = new double[samples];
        var drawn = new int[replications];
        for (var sample = 0; sample < samples; sample++)
        {
            for (var index = 0; index < replications; index++)
            {
                drawn[index] = (int)(KeyedUniform.Of(ExperimentPlan.DefaultSeed, nameof(SimultaneousIntervals), sample, index) * replications);
            }

            for (var row = 0; row < means.Length; row++)
            {
                largest[sample] = Math.Max(largest[sample], StudentisedDistance(family[row], drawn, means[row]));
            }
        }

        Array.Sort(largest);
        return Sample.Quantile(largest, Confidence);
    }

    private static double Mean(double[] values) => Sample.Mean(Array.FindAll(values, double.IsFinite));

    /// <summary>How far the mean of a sample lies from a mean, in its standard errors; 0 where all that was drawn is the same.</summary>
    private static double StudentisedDistance(double[] values, int[] drawn, double mean)
    {
        var (n, sum, squares) = (0, 0.0, 0.0);
        foreach (var index in drawn)
        {
            var off = values[index] - mean;
            if (double.IsFinite(off))
            {
                n++;
                sum += off;
                squares += off * off;
            }
        }

        var variance = n < 2 ? 0 : (squares - (sum * sum / n)) / (n - 1);
        return variance <= squares * 1e-12 ? 0 : Math.Abs(sum / n) / Math.Sqrt(variance / n);
    }
}
