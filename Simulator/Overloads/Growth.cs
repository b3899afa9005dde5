namespace FlowSim.Simulator.Overloads;

/// <summary>How fast a number grows.</summary>
internal static class Growth
{
    /// <summary>
    /// The median of the slopes between all pairs of moments [a day]: a single odd day, such as the first or one after a holiday, does not move it.
    /// Source: Theil (1950), Sen (1968).
    /// </summary>
    public static double PerDay(IReadOnlyList<Headcount> headcounts, Func<Headcount, double> count)
    {
        var slopes = new List<double>();
        for (var early = 0; early < headcounts.Count; early++)
        {
            for (var late = early + 1; late < headcounts.Count; late++)
            {
                if (headcounts[late].Time > headcounts[early].Time)
                {
                    slopes.Add((count(headcounts[late]) - count(headcounts[early])) / (headcounts[late].Days - headcounts[early].Days));
                }
            }
        }

        slopes.Sort();
        var middle = slopes.Count / 2;
        return slopes.Count == 0 ? 0 : slopes.Count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    }
}
