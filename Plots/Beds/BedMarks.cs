using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Beds;

/// <summary>Numbers of beds that answer "how many are enough?".</summary>
internal static class BedMarks
{
    private static readonly (double Chance, string Name)[] Chances = [(0.05, "1 in 20"), (0.01, "1 in 100")];

    /// <summary>
    /// Beds that would not have been enough for 1 in 20 and for 1 in 100 of the time, and those that the mean would fill to the share that is not to be
    /// passed.
    /// </summary>
    public static IReadOnlyList<(double Beds, string Label)> Of(IReadOnlyList<BedNumber> distribution, StandardFacts? limit)
    {
        var marks = new List<(double, string)>();
        foreach (var (chance, name) in Chances)
        {
            if (distribution.FirstOrDefault(number => number.NotEnough.Mean <= chance) is { } enough)
            {
                marks.Add((enough.Beds, FormattableString.Invariant($"{name}: {enough.Beds}")));
            }
            else if (distribution.Count > 0)
            {
                // All there were were taken more often than that: how many would have done cannot be seen.
                marks.Add((distribution[^1].Beds + 1, FormattableString.Invariant($"{name}: over {distribution[^1].Beds}")));
            }
        }

        var mean = Mean(distribution);
        if (mean > 0 && limit is { Value: > 0 })
        {
            var beds = Math.Ceiling(100 * mean / limit.Value);
            marks.Add((beds, FormattableString.Invariant($"{limit.Value} % full on average: {beds:F0}")));
        }

        return marks;
    }

    /// <summary>
    /// True where the distribution shows how many beds there were rather than how many were needed: fuller than they should be on average, or all
    /// taken for more than 1 in 100 of the time.
    /// </summary>
    public static bool IsCensored(IReadOnlyList<BedNumber> distribution, StandardFacts? limit) =>
        distribution.Where(number => number.Share.Mean > 0).LastOrDefault() is { } highest
        && ((limit is not null && 100 * Mean(distribution) > limit.Value * highest.Beds) || highest.NotEnough.Mean > Chances[^1].Chance);

    /// <summary>Beds occupied on average [beds].</summary>
    public static double Mean(IReadOnlyList<BedNumber> distribution)
    {
        var defined = distribution.Where(number => number.Share.IsDefined).ToList();
        var total = defined.Sum(number => number.Share.Mean);
        return total > 0 ? defined.Sum(number => number.Beds * number.Share.Mean) / total : double.NaN;
    }
}
