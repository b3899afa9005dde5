using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace FlowSim.Scenarios.Stays;

/// <summary>
/// Fits laws to lengths of stay by maximum likelihood. A stay that is not over counts with the chance of a longer one; of one that is known by its dates alone
/// every hour of admission is as likely, so a stay of n nights lies between n − 1 and n + 1 days.
/// </summary>
public static class MaximumLikelihood
{
    /// <summary>Fewer stays that are over say little about a law.</summary>
    public const int LeastStays = 10;

    private const double Precision = 1e-9;
    private const int MostSteps = 2_000;

    /// <summary>The search begins again where it ended, since a simplex may have shrunk too early.</summary>
    private const int Searches = 3;

    /// <summary>Hours of admission that stand for all of a day.</summary>
    private const int Hours = 16;

    /// <summary>Of something that the law excludes: far below any likelihood, and finite, since the search compares it.</summary>
    private const double Impossible = -1e4;

    /// <summary>The families by name.</summary>
    public static IReadOnlyList<string> Families { get; } = [.. StayFamily.All.Select(family => family.Name)];

    /// <summary>True where there is enough to fit a law to: some stays that are over, and not all of one length.</summary>
    public static bool CanFit(IReadOnlyList<Stay> stays) =>
        stays.Count(IsOver) >= LeastStays && stays.Where(IsOver).Select(stay => stay.Days).Distinct().Count() > 1;

    /// <summary>The law of each family, the one with the lowest AIC first.</summary>
    /// <param name="stays">What was recorded; see <see cref="CanFit"/>.</param>
    public static IReadOnlyList<StayFit> All(IReadOnlyList<Stay> stays) => [.. StayFamily.All.Select(family => Of(family, stays)).OrderBy(fit => fit.Aic)];

    private static bool IsOver(Stay stay) => stay.Kind != StayKind.Over;

    private static StayFit Of(StayFamily family, IReadOnlyList<Stay> stays)
    {
        (Stay Stay, int Count)[] counted = [.. stays.CountBy(stay => stay).OrderBy(pair => pair.Key.Days).Select(pair => (pair.Key, pair.Value))];
        var logs = stays.Where(IsOver).Select(stay => Math.Log(Math.Max(stay.Days, 0.25))).ToArray();
        var mean = logs.Average();
        var sd = Math.Max(Math.Sqrt(logs.Average(log => (log - mean) * (log - mean))), 0.05);
        var (first, second) = family.Start(mean, sd);
        var objective = ObjectiveFunction.Value(at => -LogLikelihood(family, counted, at[0], at[1]));
        for (var search = 0; search < Searches; search++)
        {
            var found = NelderMeadSimplex.Minimum(objective, Vector<double>.Build.Dense([first, second]), Vector<double>.Build.Dense([0.1, 0.1]),
                Precision, MostSteps).MinimizingPoint;
            (first, second) = (found[0], found[1]);
        }

        return new StayFit(family, first, second, LogLikelihood(family, counted, first, second));
    }

    private static double LogLikelihood(StayFamily family, (Stay Stay, int Count)[] counted, double first, double second)
    {
        var sum = 0.0;
        foreach (var (stay, count) in counted)
        {
            var one = stay.Kind switch
            {
                StayKind.Exact => family.LogDensity(stay.Days, first, second),
                StayKind.Over => Math.Log(family.Survival(stay.Days, first, second)),
                StayKind.Under => Math.Log(1 - family.Survival(stay.Days, first, second)),
                _ => Math.Log(OfNights(family, stay.Days, first, second)),
            };
            sum += count * (double.IsFinite(one) ? one : Impossible);
        }

        return sum;
    }

    /// <summary>The chance of so many nights, over all hours of admission.</summary>
    private static double OfNights(StayFamily family, double nights, double first, double second)
    {
        var sum = 0.0;
        for (var hour = 0; hour < Hours; hour++)
        {
            var gone = (hour + 0.5) / Hours;
            sum += family.Survival(nights - gone, first, second) - family.Survival(nights + 1 - gone, first, second);
        }

        return sum / Hours;
    }
}
