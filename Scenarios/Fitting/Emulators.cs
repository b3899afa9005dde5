namespace FlowSim.Scenarios.Fitting;

/// <summary>
/// The emulators of all targets, a set of them after each wave: a later set is fitted to the points near what is not ruled out and is right only there, so
/// a point has to pass all sets. They only choose which points are run next: nothing counts as ruled out, or not, that was not run.
/// </summary>
internal sealed class Emulators(IReadOnlyList<FitTarget> targets)
{
    /// <summary>Points that the sets before put further off than that many times the limit are not near.</summary>
    private const double Near = 2;

    /// <summary>Points for each input at least.</summary>
    private const int PointsPerInput = 5;

    private readonly List<Emulator[]> sets = [];

    /// <summary>Learns from a wave.</summary>
    /// <param name="wave">Its points.</param>
    /// <param name="before">Points of the waves before.</param>
    public void Learn(IReadOnlyList<PointRun> wave, IReadOnlyList<PointRun> before)
    {
        PointRun[] near = [.. wave, .. before.Where(run => Implausibility(run.Places) < Near * RulingOut.Limit)];
        var points = near.Length < PointsPerInput * (wave[0].Places.Length + 1) ? [.. wave, .. before] : near;
        sets.Add([.. Enumerable.Range(0, targets.Count).Select(target => Fitted(points, target))]);
    }

    /// <summary>What is emulated of a point's implausibility, by the set that is most against it.</summary>
    public double Implausibility(double[] place)
    {
        var most = 0.0;
        Span<double> each = stackalloc double[targets.Count];
        foreach (var set in sets)
        {
            for (var target = 0; target < targets.Count; target++)
            {
                each[target] = targets[target].Implausibility(set[target].At(place), set[target].Variance);
            }

            most = Math.Max(most, RulingOut.Of(each));
        }

        return most;
    }

    private static Emulator Fitted(PointRun[] points, int target)
    {
        var run = Array.FindAll(points, point => double.IsFinite(point.Means[target]));
        return Emulator.Fit([.. run.Select(point => point.Places)], [.. run.Select(point => point.Means[target])]);
    }
}
