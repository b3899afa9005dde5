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
