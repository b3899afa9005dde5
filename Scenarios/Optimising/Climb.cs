namespace FlowSim.Scenarios.Optimising;

/// <summary>
/// Greedy marginal allocation: again and again a step of the lever that brings the targets nearest for each pound (Fox 1966). What a step brought before is
/// taken as the most that it can bring now, so that only the most promising levers are tried again (Minoux 1978).
/// </summary>
internal sealed class Climb
{
    /// <summary>What costs nothing is bought first.</summary>
    private const double LeastCost = 1;

    private readonly IReadOnlyList<Lever> levers;
    private readonly Appraisal appraisal;
    private readonly double[] perPound;
    private readonly double[] perStep;

    public Climb(IReadOnlyList<Lever> levers, Appraisal appraisal)
    {
        this.levers = levers;
        this.appraisal = appraisal;
        perPound = [.. levers.Select(_ => double.PositiveInfinity)];
        perStep = new double[levers.Count];
    }

    /// <summary>What one step of a lever brought when it was last tried, in the measure of <see cref="Appraisal.Left"/>.</summary>
    public double PerStep(int lever) => perStep[lever];

    /// <summary>
    /// The next design up; null where no lever brings the targets nearer, nor all together. A step that brings less than a standard error of the difference
    /// that it makes, paired by replication, may be chance: it is not taken, and the lever is tried with one twice as wide.
    /// </summary>
    /// <param name="from">Where it stands.</param>
    /// <param name="strides">Steps of each lever at a time; those of levers that bring too little are widened.</param>
    /// <param name="n">Replications.</param>
    public Design? Next(Design from, int[] strides, int n)
    {
        var left = appraisal.Left(from, n);
        var tried = new Design?[levers.Count];
        var tooLittle = new bool[levers.Count];
        while (true)
        {
            var best = Enumerable.Range(0, levers.Count).Where(lever => from[lever] < levers[lever].Steps && !tooLittle[lever])
                .OrderByDescending(lever => perPound[lever]).Cast<int?>().FirstOrDefault();
            if (best is not { } lever)
            {
                return Together(from, strides, left, n);
            }

            if (tried[lever] is not { } known)
            {
                tried[lever] = Try(from, lever, strides[lever], left, n);
            }
            else if (left - appraisal.Left(known, n) > appraisal.Noise(from, known, n))
            {
                return known;
            }
            else
            {
                tooLittle[lever] = !Widen(strides, lever, from);
                tried[lever] = null;
            }
        }
    }

    private bool Widen(int[] strides, int lever, Design from)
    {
        var room = levers[lever].Steps - from[lever];
        var wider = Math.Min(room, 2 * strides[lever]);
        var isWider = wider > strides[lever];
        strides[lever] = Math.Max(strides[lever], wider);
        return isWider;
    }

    private Design Try(Design from, int lever, int stride, double left, int n)
    {
        var by = Math.Min(stride, levers[lever].Steps - from[lever]);
        var next = from.Moved(levers, lever, by)!;
        var nearer = left - appraisal.Left(next, n);
        perStep[lever] = double.IsNaN(nearer) ? double.NegativeInfinity : nearer / by;
        perPound[lever] = perStep[lever] / Math.Max(LeastCost, (double)levers[lever].CostAt(1));
        return next;
    }

    /// <summary>Beds without the care behind them help nobody, and care without beds neither: both do.</summary>
    private Design? Together(Design from, int[] strides, double left, int n)
    {
        var all = from;
        for (var lever = 0; lever < levers.Count; lever++)
        {
            all = all.Moved(levers, lever, Math.Min(strides[lever], levers[lever].Steps - all[lever]))!;
        }

        return left - appraisal.Left(all, n) > appraisal.Noise(from, all, n) ? all : null;
    }
}
