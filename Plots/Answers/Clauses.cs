using FlowSim.Plots.Words;

namespace FlowSim.Plots.Answers;

/// <summary>The parts of a sentence that say one difference in words.</summary>
internal static class Clauses
{
    private const char Dash = '–';

    /// <summary><c>A&amp;E attendances fall by 4.8 [4.6–5.0] a day</c>, as the beginning of a sentence or within one.</summary>
    public static string Change(Finding finding, bool begins) =>
        Change(finding, begins, Rounding.DifferenceDecimals(finding.Difference.Mean, finding.Difference.Lower95, finding.Difference.Upper95));

    private static string Change(Finding finding, bool begins, int decimals) =>
        $"{finding.Subject(begins)} {Verb(finding)} by {Amount(finding, decimals)}{Unit(finding)}{OfReplications(finding)}";

    /// <summary>
    /// <c>Change</c> with the levels: <c>…, from 717 to 712</c>. A difference that not every replication has rests on others than the levels do: then
    /// they are left out.
    /// </summary>
    public static string ChangeWithLevels(Finding finding)
    {
        if (!finding.IsComplete || !double.IsFinite(finding.Baseline) || !double.IsFinite(finding.Level))
        {
            var own = Rounding.DifferenceDecimals(finding.Difference.Mean, finding.Difference.Lower95, finding.Difference.Upper95);
            return Change(finding, begins: true) + All(finding, own);
        }

        var difference = finding.Difference;
        var decimals = Rounding.DifferenceDecimals(difference.Mean, difference.Lower95, difference.Upper95);
        var (before, after, ofLevels) = Rounding.ThatAddUp(finding.Baseline, difference.Mean, finding.Level, decimals);
        var percent = difference.Unit.StartsWith('%') ? " %" : "";
        return $"{Change(finding, begins: true, decimals)}, from {NumberText.Plain(before, ofLevels)}{percent} to {NumberText.Plain(after, ofLevels)}{percent}{Own(finding)}{All(finding, decimals)}";
    }

    /// <summary><c> (either level ± 5.7)</c>: how far the model itself may be off; empty where it has not been measured.</summary>
    private static string Own(Finding finding) => LevelErrorWords.Half(finding.ModelError95) is { Length: > 0 } half ? $" (either level {half})" : "";

    /// <summary><c>; with what is not known by 17 to 88</c>, or, where it may go either way, with its signs; empty where there are no draws.</summary>
    private static string All(Finding finding, int decimals)
    {
        var (lower, upper) = (finding.Difference.Lower95All, finding.Difference.Upper95All);
        if (!finding.Difference.HasAll)
        {
            return "";
        }

        var isOneWay = finding.Difference.Mean < 0 ? upper <= 0 : lower >= 0;
        var (near, far) = finding.Difference.Mean < 0 ? (-upper, -lower) : (lower, upper);
        return isOneWay
            ? $"; {DrawWords.Known}, by {NumberText.Plain(near, decimals)} to {NumberText.Plain(far, decimals)}"
            : $"; {DrawWords.Known}, anything from {NumberText.Signed(lower, decimals)} to {NumberText.Signed(upper, decimals)}";
    }

    /// <summary><c>31 [24–38]</c>: how much, without its sign.</summary>
    public static string Amount(Finding finding) =>
        Amount(finding, Rounding.DifferenceDecimals(finding.Difference.Mean, finding.Difference.Lower95, finding.Difference.Upper95));

    private static string Amount(Finding finding, int decimals)
    {
        var difference = finding.Difference;
        var (near, far) = difference.Lower95 > 0 ? (difference.Lower95, difference.Upper95) : (-difference.Upper95, -difference.Lower95);
        var amount = NumberText.Plain(Math.Abs(difference.Mean), decimals);
        return double.IsNaN(near) ? amount : $"{amount} [{NumberText.Plain(near, decimals)}{Dash}{NumberText.Plain(far, decimals)}]";
    }

    /// <summary><c>between −3 and +9 a day</c>.</summary>
    public static string Between(Finding finding)
    {
        var difference = finding.Difference;
        var decimals = Rounding.DifferenceDecimals(difference.Mean, difference.Lower95, difference.Upper95);
        return $"between {NumberText.Signed(difference.Lower95, decimals)} and {NumberText.Signed(difference.Upper95, decimals)}{Unit(finding)}";
    }

    /// <summary>How many replications have a value, where not all have; else empty.</summary>
    public static string OfReplications(Finding finding) =>
        finding.IsComplete ? "" : FormattableString.Invariant($" (in {finding.Difference.N} of {finding.Replications} replications)");

    public static string Verb(Finding finding) => finding.Difference.Mean < 0 ? finding.Word.Fall : finding.Word.Rise;

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> items, string last = "and") =>
        items.Count <= 1 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}";

    private static string Unit(Finding finding) => UnitWords.OfDifference(finding.Difference.Unit, finding.Key.Period, finding.IsOfWholePeriod);
}
