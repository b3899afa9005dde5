namespace FlowSim.Scenarios.Fitting;

/// <summary>Points far from each other (maximin, by taking the one furthest from those taken).</summary>
internal static class SpreadOut
{
    /// <summary>They are chosen from so many times as many: from all of them the edges would be taken alone.</summary>
    private const int ChosenFrom = 4;

    /// <param name="candidates">In any order that the seed decides.</param>
    /// <param name="wanted">How many; fewer come where there are not so many.</param>
    public static List<double[]> Of(IReadOnlyList<double[]> candidates, int wanted)
    {
        if (candidates.Count <= wanted)
        {
            return [.. candidates];
        }

        var from = Math.Min(candidates.Count, ChosenFrom * wanted);
        double[][] some = [.. Enumerable.Range(0, from).Select(index => candidates[(int)((long)index * candidates.Count / from)])];
        var distances = new double[from];
        Array.Fill(distances, double.PositiveInfinity);
        var chosen = new List<double[]>(wanted);
        var next = 0;
        while (chosen.Count < wanted)
        {
            var taken = some[next];
            chosen.Add(taken);
            for (var index = 0; index < from; index++)
            {
                distances[index] = Math.Min(distances[index], Distance(some[index], taken));
            }

            next = Array.IndexOf(distances, distances.Max());
        }

        return chosen;
    }

    private static double Distance(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var input = 0; input < one.Length; input++)
        {
            sum += (one[input] - other[input]) * (one[input] - other[input]);
        }

        return sum;
    }
}
