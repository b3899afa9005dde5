using System.Globalization;
using FlowSim.Tests.Analytic;

namespace FlowSim.Tests.Cases;

/// <summary>Two sums that are equal in every replication, or a mean that agrees with theory.</summary>
/// <param name="Text">As written.</param>
/// <param name="Left">Terms whose sum stands on the left.</param>
/// <param name="Right">Terms whose sum stands on the right.</param>
/// <param name="Within">Difference allowed; null where the interval decides.</param>
/// <param name="HalfWidth">Widest half interval, as a part of the right side [0–1]; null where the difference decides.</param>
internal sealed record CaseEquation(string Text, IReadOnlyList<CaseTerm> Left, IReadOnlyList<CaseTerm> Right, double? Within, double? HalfWidth)
{
    private const double Rounding = 1e-9;

    public static CaseEquation Read(string line)
    {
        var sides = line.Split(" = ");
        Assert.That(sides, Has.Length.EqualTo(2), $"'{line}' is neither a word of a case nor an equation");
        var (right, within) = Option(sides[1], " within ");
        (right, var interval) = Option(right, " interval ");
        return new CaseEquation(line, Sum(sides[0]), Sum(right), interval is null ? within ?? Rounding : null, interval);
    }

    /// <summary>What is wrong, or null. <paramref name="again"/> runs it with another seed.</summary>
    public string? Fault(CaseResults results, Lazy<CaseResults> again)
    {
        try
        {
            return HalfWidth is { } widest ? Disagreement(results, again, widest) : Difference(results);
        }
        catch (KeyNotFoundException missing)
        {
            return $"{Text}: {missing.Message}";
        }
    }

    private string? Difference(CaseResults results)
    {
        var (left, right) = (Values(Left, results), Values(Right, results));
        var apart = left.Zip(right, (one, other) => Math.Abs(one - other) <= Math.Max(Within!.Value, Rounding * Math.Abs(other))).ToList();
        return apart.TrueForAll(isNear => isNear) ? null : FormattableString.Invariant($"{Text}: found {string.Join(", ", left.Distinct().Take(5))}");
    }

    private string? Disagreement(CaseResults results, Lazy<CaseResults> again, double widest)
    {
        var exact = Values(Right, results)[0];
        var value = new ExactValue(Text, exact, _ => [], widest);
        var first = Values(Left, results);
        var check = new Check(value, Estimate.Of(first, Theory.FirstLevel), null, first.Length);
        return (check.IsOutside ? check with { Second = Estimate.Of(Values(Left, again.Value), Theory.SecondLevel) } : check).Disagreement;
    }

    private static double[] Values(IReadOnlyList<CaseTerm> terms, CaseResults results) =>
        [.. Enumerable.Range(1, results.Replications).Select(replication => terms.Sum(term => term.Of(results, replication)))];

    private static IReadOnlyList<CaseTerm> Sum(string text) => [.. text.Split(" + ").Select(CaseTerm.Read)];

    private static (string Text, double? Number) Option(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], double.Parse(text[(at + word.Length)..], NumberStyles.Float, CultureInfo.InvariantCulture));
    }
}
