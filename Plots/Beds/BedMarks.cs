using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Beds;

/// <summary>Numbers of beds that answer "how many are enough?", as far as what was occupied can say it.</summary>
internal static class BedMarks
{
    private static readonly (double Chance, string Name)[] Chances = [(0.05, "1 in 20"), (0.01, "1 in 100")];

    /// <summary>
    /// Of beds without limit those that would not have been enough for 1 in 20 and for 1 in 100 of the time. Of beds that there was a number of nobody can
    /// tell: no more are ever occupied than there are. Of both, those that the mean would fill to the share that is not to be passed.
    /// </summary>
    public static IReadOnlyList<(double Beds, string Label)> Of(BedPool pool)
    {
        var marks = new List<(double, string)>();
        foreach (var (chance, name) in pool.IsWithoutLimit ? Chances : [])
        {
            if (pool.Beds.FirstOrDefault(number => number.NotEnough.Mean <= chance) is { } enough)
            {
                marks.Add((enough.Beds, FormattableString.Invariant($"{name}: {enough.Beds}")));
            }
            else if (pool.Beds.Count > 0)
            {
                // The rows end with the most that were occupied, and one more would always have done.
                marks.Add((pool.Beds[^1].Beds + 1, FormattableString.Invariant($"{name}: {pool.Beds[^1].Beds + 1}")));
            }
        }

        var mean = Mean(pool.Beds);
        if (mean > 0 && pool.Limit is { Value: > 0 } limit)
        {
            var beds = Math.Ceiling(100 * mean / limit.Value);
            marks.Add((beds, FormattableString.Invariant($"{limit.Value} % full on average: {beds:F0}")));
        }

        return marks;
    }

    /// <summary>Beds occupied on average [beds].</summary>
    public static double Mean(IReadOnlyList<BedNumber> distribution)
    {
        var defined = distribution.Where(number => number.Share.IsDefined).ToList();
        var total = defined.Sum(number => number.Share.Mean);
        return total > 0 ? defined.Sum(number => number.Beds * number.Share.Mean) / total : double.NaN;
    }
}
