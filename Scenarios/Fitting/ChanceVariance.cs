namespace FlowSim.Scenarios.Fitting;

/// <summary>Variance of a replication for each target, pooled over points: one point alone has too few replications to tell.</summary>
internal sealed class ChanceVariance
{
    private readonly double[] variances;

    /// <param name="runs">Points that were run.</param>
    /// <param name="targets">How many targets there are.</param>
    public ChanceVariance(IEnumerable<PointRun> runs, int targets)
    {
        var (squares, freedoms) = (new double[targets], new double[targets]);
        foreach (var run in runs.Where(run => run.Replications > 1))
        {
            for (var target = 0; target < targets; target++)
            {
                if (double.IsFinite(run.Errors[target]))
                {
                    squares[target] += (run.Replications - 1) * run.Replications * run.Errors[target] * run.Errors[target];
                    freedoms[target] += run.Replications - 1;
                }
            }
        }

        variances = [.. squares.Zip(freedoms, (sum, freedom) => freedom > 0 ? sum / freedom : 0)];
    }

    /// <summary>Variance of a mean over replications.</summary>
    public double OfMean(int target, int replications) => variances[target] / replications;

    /// <summary>The implausibilities of a point that was run, one for each target.</summary>
    public double[] Implausibilities(PointRun run, IReadOnlyList<FitTarget> targets) =>
        [.. targets.Select((target, index) => target.Implausibility(run.Means[index], OfMean(index, run.Replications)))];
}
