namespace FlowSim.Simulator.Kernel;

/// <summary>How fast a number grows.</summary>
internal static class Growth
{
    /// <summary>
    /// The median of the slopes between all pairs of moments [a day]: a single odd day, such as the first or one after a holiday, does not move it.
    /// Source: Theil (1950), Sen (1968).
    /// </summary>
    public static double PerDay(IReadOnlyList<Crowd> crowds, Func<Crowd, double> count)
    {
        var slopes = new List<double>();
        for (var early = 0; early < crowds.Count; early++)
        {
            for (var late = early + 1; late < crowds.Count; late++)
            {
                if (crowds[late].Time > crowds[early].Time)
                {
                    slopes.Add((count(crowds[late]) - count(crowds[early])) / (crowds[late].Days - crowds[early].Days));
                }
            }
        }

        slopes.Sort();
        var middle = slopes.Count / 2;
        return slopes.Count == 0 ? 0 : slopes.Count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    }
}
