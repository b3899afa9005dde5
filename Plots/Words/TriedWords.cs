using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Words;

/// <summary>How many numbers are assumed and which of them decide, in words.</summary>
internal static class TriedWords
{
    /// <summary>So many are named.</summary>
    public const int Most = 10;

    private static readonly string[] Counts = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>The numbers that are named: the first that move a headline measure.</summary>
    public static IReadOnlyList<TriedNumberFacts> Named(NumberFacts numbers) => [.. numbers.Tried.Where(one => one.IsMove).Take(Most)];

    /// <summary><c>62 of the 812 numbers of the description are assumed; these ten decide: </c>, or all that can be said.</summary>
    /// <param name="numbers">What is known of them.</param>
    /// <param name="system">The system as the command line named it.</param>
    public static string Line(NumberFacts numbers, string system)
    {
        var assumed = FormattableString.Invariant($"{numbers.Assumed} of the {numbers.Count} numbers of the description {(numbers.Assumed == 1 ? "is" : "are")} assumed");
        var named = Named(numbers).Count;
        return numbers.Tried.Count == 0 && numbers.Triable == 0 ? $"{assumed}; none comes with a range, so it cannot be tried which of them decide."
            : numbers.Tried.Count == 0 ? $"{assumed}; which of them decide has not been tried. “flowsim assumptions --try --system {system}” does, and the next run says it here."
            : named == 0 ? $"{assumed}; none of those that were tried moves a headline measure by more than chance."
            : $"{assumed}; {(named == 1 ? "this one decides" : $"these {Counts[named]} decide")}: ";
    }

    /// <summary>What the order does not hold: numbers that were not tried, or have changed since; empty where it holds all.</summary>
    public static string Limits(NumberFacts numbers)
    {
        List<string> said = [];
        var fresh = numbers.Tried.Count(one => one.Since.Length == 0);
        if (numbers.Tried.Count > 0 && fresh < numbers.Triable)
        {
            said.Add(FormattableString.Invariant($"{numbers.Triable - fresh} of {numbers.Triable} that come with a range have not been tried as they are now."));
        }

        if (numbers.IsOutdated)
        {
            string[] parts = [.. Part(numbers.Tried.Count - fresh, "has another value or range now", "have another value or range now"),
                .. Part(numbers.Gone.Count, "is there no more", "are there no more")];
            said.Add($"The description has changed since: of what was tried {string.Join(", and ", parts)}. “flowsim assumptions --try” tries them anew.");
        }

        return string.Join(' ', said);
    }

    /// <summary>The number in words; of a table that one part of the system reads, with that part.</summary>
    public static string Name(TriedNumberFacts one, SystemNames names)
    {
        var said = NumberPath.InWords(one.Path, names);
        var parts = one.UsedBy.DistinctBy(use => (use.Section, use.Id)).ToList();
        if (parts.Count != 1 || !one.Path.StartsWith("tables.", StringComparison.Ordinal))
        {
            return said;
        }

        var id = parts[0].Id.Split('@')[0];
        return $"{said} ({(parts[0].Section == "pools" ? names.Pool(id) : names.Step(id))})";
    }

    /// <summary>The ends that were tried: <c>−30 % to +30 %</c>.</summary>
    public static string Range(TriedNumberFacts one) => $"{End(one.Low)} to {End(one.High)}";

    /// <summary>The measure that moves most, with its group.</summary>
    public static string Measure(TriedNumberFacts one, SystemNames names) =>
        names.Measure(one.Measure) + (one.Group.Length == 0 ? "" : $" ({names.Group(one.Group)})");

    /// <summary>The moves at both ends, with their unit: <c>−1.20 points</c>.</summary>
    public static (string Low, string High) Moves(TriedNumberFacts one)
    {
        var decimals = Math.Max(Rounding.LevelDecimals(Math.Max(Math.Abs(one.AtLow), Math.Abs(one.AtHigh))) - 1, 0);
        var unit = UnitName.Difference(one.Unit) is { Length: > 0 } words ? " " + words : "";
        string Text(double move) => double.IsFinite(move) ? NumberText.Signed(move, decimals) + unit : NumberText.Plain(move, 0);
        return (Text(one.AtLow), Text(one.AtHigh));
    }

    private static string End(string end) => end.StartsWith('-') ? "−" + end[1..] : end;

    private static IEnumerable<string> Part(int count, string one, string many)
    {
        if (count > 0)
        {
            yield return FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");
        }
    }

    /// <summary><c>24 rows together</c>; empty for one by itself.</summary>
    public static string Together(TriedNumberFacts one) => one.Together < 2 ? ""
        : FormattableString.Invariant($"{one.Together} rows together");
}

/// <summary>What was tried, found by the numbers that say where they come from.</summary>
internal sealed class TriedByNumber
{
    private readonly NumberFacts numbers;
    private readonly Dictionary<(string File, int Line), int> byPlace = [];
    private readonly Dictionary<string, int> byPath = new(StringComparer.Ordinal);

    public TriedByNumber(NumberFacts numbers)
    {
        this.numbers = numbers;
        for (var rank = 0; rank < numbers.Tried.Count; rank++)
        {
            var one = numbers.Tried[rank];
            byPath.TryAdd(one.Path, rank);

            // A row of a table is found by its line; rows that were moved together by the table's name.
            if (one.Together == 1)
            {
                byPlace.TryAdd((one.File, one.Line), rank);
            }
        }
    }

    /// <summary>Its place in the order [from 0]; those that were not tried stand after all others.</summary>
    public int RankOf(AssumptionFacts number)
    {
        if (number.Range.Length == 0)
        {
            return int.MaxValue;
        }

        // Several numbers may stand in a line: the row of a table is meant.
        return byPlace.TryGetValue((number.File, number.Line), out var rank) && numbers.Tried[rank].Path.StartsWith(number.Path + "[", StringComparison.Ordinal)
            || byPath.TryGetValue(number.Path, out rank) ? rank : int.MaxValue;
    }

    /// <summary>Null where it was not tried.</summary>
    public TriedNumberFacts? Of(AssumptionFacts number) => RankOf(number) is var rank && rank < int.MaxValue ? numbers.Tried[rank] : null;
}

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
