using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Words;

/// <summary>What is said of the interval with what is not known.</summary>
public static class DrawWords
{
    /// <summary>Below this the interval is from the lowest to the highest [draws].</summary>
    private const int LeastForQuantiles = 40;

    /// <summary>With fewer the interval holds so little that it has to be said [draws].</summary>
    private const int Enough = 15;

    public const string Known = "with what is not known";

    /// <summary>Draws of a run; 0: none, or one alone, and no such interval.</summary>
    public static int CountOf(ExperimentSummary summary) => summary.DrawnValues.Select(value => value.Draw).Distinct().Count() is > 1 and var count ? count : 0;

    /// <summary><c>the lowest and the highest of 20 draws</c>.</summary>
    public static string Ends(int draws) => draws < LeastForQuantiles
        ? FormattableString.Invariant($"the lowest and the highest of {draws} draws{Few(draws)}")
        : FormattableString.Invariant($"19 in 20 of {draws} draws lie in it");

    /// <summary>Between the lowest and the highest of n the next lies with a probability of (n − 1) ÷ (n + 1).</summary>
    private static string Few(int draws) => draws >= Enough ? ""
        : FormattableString.Invariant($", too few: only {10.0 * (draws - 1) / (draws + 1):0} in 10 of what may come lie in it");

    /// <summary>What was drawn, in a sentence.</summary>
    public static string Sentence(ExperimentSummary summary)
    {
        var count = CountOf(summary);
        var drawn = summary.DrawnInputs.Where(input => !double.IsNaN(input.U)).Select(input => input.Draw).Distinct().Count();
        var hasSet = summary.DrawnInputs.Any(input => input.Scenario == ExperimentPlan.BaselineId);
        var what = hasSet ? "a member of the calibrated set and amounts within the scenarios' own ranges"
            : "amounts within the scenarios' own ranges; the system has no calibrated set, so what is not known of the baseline is not in it";
        return FormattableString.Invariant(
            $"Of the {count} draws {count - drawn} are the first replications, with everything as described; each of the other {drawn} is one run with {what}.");
    }

    /// <summary><c>(−88 to −17)</c>; empty where there is none.</summary>
    public static string Range(ColumnNumbers numbers, double lower, double upper, bool signed) => !double.IsFinite(lower) || !double.IsFinite(upper) ? ""
        : signed ? $"({numbers.Signed(lower)} to {numbers.Signed(upper)})"
        : $"({numbers.Plain(lower)} to {numbers.Plain(upper)})";

    /// <summary>The inputs that a difference follows beyond chance, or that they cannot be told.</summary>
    /// <param name="effects">Of all inputs that act on it, the closest first.</param>
    /// <param name="most">How many are named.</param>
    public static string Effects(IReadOnlyList<InputEffect> effects, int most)
    {
        var sure = effects.Where(effect => effect.ExcludesZero).Take(most).ToList();
        return effects.Count == 0 ? "too few draws to tell"
            : sure.Count == 0 ? FormattableString.Invariant($"cannot be told from {effects[0].N} draws")
            : string.Join("; ", sure.Select(effect =>
                $"{Name(effect)} {NumberText.Signed(effect.Correlation, 1)} {NumberText.Interval(effect.Lower95, effect.Upper95, 1, signed: true)}"));
    }

    /// <summary>An input as a reader knows it: the scenario's reason for it, with the path.</summary>
    public static string Name(InputEffect effect) => effect.Reason.Length == 0 ? effect.Input : $"{effect.Reason} ({effect.Input})";
}

/// <summary>What intervals and bands are, given how many replications they rest on.</summary>
internal static class Replications
{
    /// <summary>Below it a band of a series is the lowest to the highest replication [replications].</summary>
    public const int LeastForQuantiles = 40;

    /// <summary>What the bars through the points are.</summary>
    public static string Interval(int replications) => replications switch
    {
        < 2 => "One replication: there is no interval",
        _ => "Lines through the points: 95 % intervals of the mean",
    };

    /// <summary>What the band of a series is.</summary>
    public static string Band(int replications) => FormattableString.Invariant(replications switch
    {
        < 2 => $"One replication: there is no band.",
        < LeastForQuantiles => $"Band: lowest to highest of {replications} replications; it holds for each point by itself.",
        _ => $"Band: from the 5 % to the 95 % quantile of {replications} replications; it holds for each point by itself.",
    });
}

/// <summary>What is said where a chart finds nothing because a run was not asked to write it.</summary>
internal static class LeftOutWords
{
    /// <summary>Of months; empty where they are there.</summary>
    public static string Months(ResultSet results) => results.Run.LeftOut.Contains(RowChoice.MonthsName)
        ? $"these results hold no months (a run with --{RowChoice.MonthsName} writes them)"
        : "";

    /// <summary>Of a measure that is written whole by <c>--distributions</c> alone; empty where it is there, or declared.</summary>
    /// <param name="results">The results.</param>
    /// <param name="measure">Its id.</param>
    public static string Distributions(ResultSet results, string measure) =>
        GenericMeasures.Find(measure) is { } automatic
        && results.Run.LeftOut.Contains(automatic.IsCurve ? RowChoice.DistributionsName : RowChoice.BesideHeadline)
            ? $"these results hold it in part or not at all (a run with --{RowChoice.DistributionsName} writes all of it)"
            : "";
}
