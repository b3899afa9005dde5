namespace FlowSim.Scenarios.Loading;

/// <summary>
/// One slip of the pen: a letter too few, a letter too many, or two letters swapped. Another letter, or a digit, may well be meant (<c>ward-a</c>,
/// <c>ward-b</c>, <c>p1</c>, <c>p10</c>).
/// </summary>
internal static class Slip
{
    /// <summary>The first candidate that is one slip away from a word; null if none is.</summary>
    public static string? Of(string word, IEnumerable<string> candidates) => candidates.FirstOrDefault(candidate => IsOne(word, candidate));

    /// <summary>True when one of the two is the other with one slip.</summary>
    public static bool IsOne(string a, string b) => a.Length == b.Length ? IsSwap(a, b) : a.Length < b.Length ? IsDrop(a, b) : IsDrop(b, a);

    /// <summary>True when the shorter is the longer without one letter.</summary>
    private static bool IsDrop(string shorter, string longer)
    {
        if (longer.Length != shorter.Length + 1 || shorter.Length == 0)
        {
            return false;
        }

        var at = 0;
        while (at < shorter.Length && shorter[at] == longer[at])
        {
            at++;
        }

        return !char.IsDigit(longer[at]) && shorter.AsSpan(at).SequenceEqual(longer.AsSpan(at + 1));
    }

    private static bool IsSwap(string a, string b)
    {
        var at = 0;
        while (at < a.Length && a[at] == b[at])
        {
            at++;
        }

        return at + 1 < a.Length && char.IsLetter(a[at]) && char.IsLetter(b[at]) && a[at] == b[at + 1] && a[at + 1] == b[at]
            && a.AsSpan(at + 2).SequenceEqual(b.AsSpan(at + 2));
    }
}
