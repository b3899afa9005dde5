using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Words;

/// <summary>Says what a search for the least cost has found, the same in the terminal and on the page.</summary>
public static class OptimumWords
{
    private const double Million = 1e6;

    /// <summary>One sentence: what the targets take, or that they are out of reach.</summary>
    public static string Answer(ResultSet results)
    {
        var best = Best(results);
        if (best.Count == 0)
        {
            return "Nothing was found.";
        }

        var levers = Changed(results, best[0].Design).ToList();
        var what = levers.Count == 0 ? "with no lever moved" : $"with {string.Join(", ", levers)}";
        var reached = string.Join("; target ", best.Select(row => $"{row.Target}: {Level(row)} ({Verdict(row)})"));
        return best.TrueForAll(row => row.Verdict == DesignRow.Met) && levers.Count == 0 ? $"Nothing is to be bought: the targets are met with no lever moved. Target {reached}."
            : best.TrueForAll(row => row.Verdict == DesignRow.Met) ? $"Least cost: {Pounds(best[0].Cost)} a year, {what}. Target {reached}."
            : best.Exists(row => row.Verdict == DesignRow.NotMet) && MayBeReached(results)
                ? $"No design was found that meets the targets, though they are not out of reach; the nearest is {Pounds(best[0].Cost)} a year, {what}. Target {reached}. More replications tell designs better apart."
            : best.Exists(row => row.Verdict == DesignRow.NotMet) ? $"Not reachable with these levers; the best is {Pounds(best[0].Cost)} a year, {what}. Target {reached}."
            : $"Cannot be told from {best[0].N} replications whether the targets are met for certain; nearest is {Pounds(best[0].Cost)} a year, {what}. Target {reached}.";
    }

    /// <summary>The same in a title: what it takes that the first target is met; null where the best design does not meet it for certain.</summary>
    /// <param name="results">The designs.</param>
    /// <param name="subject">What the first target is about, as at an axis.</param>
    public static string? InShort(ResultSet results, string subject) => Best(results) is not [var best, ..] ? null
        : best.Verdict == DesignRow.Met ? $"{subject}, {TargetWords.Of(best.Target).Asked}: least cost {Pounds(best.Cost)} a year"
        : best.Verdict == DesignRow.NotMet && !MayBeReached(results) ? $"{subject}, {TargetWords.Of(best.Target).Asked}: not reachable with these levers"
        : null;

    /// <summary>True where every lever at its far end does not miss a target for certain.</summary>
    private static bool MayBeReached(ResultSet results) => results.Designs.Where(row => row.Kind == DesignRow.Furthest)
        .Select(row => row.Verdict).DefaultIfEmpty(DesignRow.NotMet).All(verdict => verdict != DesignRow.NotMet);

    /// <summary>From which level on more costs more than it saves, on each basis that there is.</summary>
    public static IEnumerable<string> Turning(ResultSet results)
    {
        var curve = Curve(results);
        if (curve.Count < 2)
        {
            yield break;
        }

        foreach (var (name, word) in new (string, Func<DesignRow, string>)[]
            { ("Valued as if what is freed is used again", row => row.ByOpportunity), ("In cash", row => row.ByCash) })
        {
            var highest = curve.FindIndex(row => word(row) == DesignRow.Highest);
            if (highest < 0)
            {
                continue;
            }

            var alike = curve.Where(row => word(row) is DesignRow.Highest or DesignRow.CannotBeTold).ToList();
            var between = alike.Count > 1 ? $" (points from {Level(alike[0])} to {Level(alike[^1])} cannot be told apart)" : "";
            yield return highest == 0 ? $"{name}, no step pays for itself: from {Level(curve[0])}, as it is, every further one costs more than it saves{between}."
                : word(curve[0]) == DesignRow.CannotBeTold
                    ? $"{name}, it cannot be told whether any step pays for itself: most is gained at {Level(curve[highest])}, but points from {Level(alike[0])} to {Level(alike[^1])} cannot be told apart."
                : highest == curve.Count - 1 ? $"{name}, every step up to {Level(curve[^1])} saves more than it costs{between}; further ones were not tried."
                : $"{name}, steps save more than they cost down to {Level(curve[highest])}; from there on they cost more than they save{between}."
                    .Replace(" down to ", curve[^1].Mean < curve[0].Mean ? " down to " : " up to ", StringComparison.Ordinal);
        }
    }

    /// <summary>The rows of the best design, a target each.</summary>
    public static List<DesignRow> Best(ResultSet results) => [.. results.Designs.Where(row => row is { Kind: DesignRow.Best, Order: 1 })];

    /// <summary>The points of the curve by the first target, from the design without any lever on.</summary>
    public static List<DesignRow> Curve(ResultSet results)
    {
        var first = results.Designs.Where(row => row.Kind == DesignRow.Curve).Select(row => row.Target).FirstOrDefault();
        return [.. results.Designs.Where(row => row.Kind == DesignRow.Curve && row.Target == first).OrderBy(row => row.Order)];
    }

    /// <summary>A level with its unit: <c>2.31 %</c>.</summary>
    public static string Level(DesignRow row) => double.IsFinite(row.Mean) ? $"{NumberText.Plain(row.Mean, Digits(row.Mean))} {row.Unit}" : "no value";

    /// <summary>A level with its interval: <c>2.31 [2.24, 2.38] %</c>.</summary>
    public static string LevelWithInterval(DesignRow row)
    {
        var digits = Digits(row.Mean);
        return !double.IsFinite(row.Mean) ? "no value"
            : double.IsFinite(row.Lower95) && row.Upper95 > row.Lower95
                ? $"{NumberText.Plain(row.Mean, digits)} [{NumberText.Plain(row.Lower95, digits)}, {NumberText.Plain(row.Upper95, digits)}] {row.Unit}"
                : Level(row);
    }

    /// <summary>A verdict with the share of runs that meet the target.</summary>
    public static string Verdict(DesignRow row) => double.IsFinite(row.ShareMet)
        ? FormattableString.Invariant($"{row.Verdict}{(IsOfMean(row) ? " on average" : "")}; {row.ShareMet * row.N:0} of {row.N} runs meet it") : row.Verdict;

    /// <summary>True where the mean is to meet the target, not so many years in a hundred.</summary>
    private static bool IsOfMean(DesignRow row) => !row.Target.Contains(" with ", StringComparison.Ordinal);

    /// <summary>What a design changes, lever by lever: <c>Community beds at Ely +24</c>.</summary>
    public static IEnumerable<string> Changed(ResultSet results, string design) =>
        results.Levers.Where(row => row.Design == design && row.Change != 0).Select(row => $"{row.Title} {Move(row)}");

    /// <summary>How far a lever is moved: <c>+24</c>, <c>× 0.8</c>, <c>to 12 d</c>.</summary>
    public static string Move(LeverRow row) => row.Change == 0 ? "-" : row.Verb switch
    {
        "add" => row.Value.StartsWith('-') ? row.Value : $"+{row.Value}",
        "scale" => $"× {row.Value}",
        _ => row.Value,
    };

    /// <summary>Pounds without a sign: <c>£1.24m</c>, <c>£40,000</c>.</summary>
    public static string Pounds(double pounds) =>
        pounds >= Million / 10 ? FormattableString.Invariant($"£{pounds / Million:0.00}m") : FormattableString.Invariant($"£{pounds:#,0}");

    private static int Digits(double value) => Math.Abs(value) >= 100 ? 0 : Math.Abs(value) >= 10 ? 1 : 2;
}
