namespace FlowSim.Scenarios.Loading;

/// <summary>Finds the known name that a misspelt word most likely meant.</summary>
public static class Nearest
{
    /// <summary>How every hint begins that proposes a name.</summary>
    internal const string Question = "Did you mean ";

    /// <summary>Longer words are no misspelt names, and comparing them takes time and memory by length times length.</summary>
    private const int LongestWord = 100;

    /// <summary>Letters that names begin with alike, and names that are told.</summary>
    private const int LeastCommon = 3;

    private const int MostAlike = 3;

    /// <summary>
    /// The candidate with the fewest single-letter edits (insert, delete, replace, swap), the first of equals; null if none is near, or the word itself
    /// is one. Of a word of which nothing stays (<c>a</c>, <c>b</c>) nothing is near.
    /// </summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        if (word.Length == 0)
        {
            return null;
        }

        string? best = null;
        var limit = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (candidate == word)
            {
                return null;
            }

            if (word.Length > LongestWord || Math.Abs(candidate.Length - word.Length) >= limit)
            {
                continue;
            }

            var distance = limit == 1 ? string.Equals(word, candidate, StringComparison.OrdinalIgnoreCase) ? 0 : limit : Distance(word, candidate, limit);
            if (distance < limit && distance < Math.Max(word.Length, candidate.Length))
            {
                (best, limit) = (candidate, distance);
            }

            if (limit == 0)
            {
                break;
            }
        }

        return best;
    }

    /// <summary><c>Did you mean "x"?</c>, with what differs where that is hard to see; or empty if nothing is near.</summary>
    public static string Hint(string word, IEnumerable<string> candidates) =>
        To(word, candidates) is { } near ? $"{Question}\"{near}\"?{HardToSee(word, near)}" : "";

    /// <summary>The same; where nothing is near, the names that begin as the word does: <c>dtoc</c> is short for one of many.</summary>
    public static string HintOfMany(string word, IReadOnlyList<string> candidates)
    {
        if (Hint(word, candidates) is { Length: > 0 } hint)
        {
            return hint;
        }

        var alike = candidates.Distinct().Select(candidate => (candidate, Common: CommonStart(word, candidate)))
            .Where(one => one.Common >= LeastCommon && one.Common * 4 >= word.Length * 3)
            .OrderByDescending(one => one.Common).Take(MostAlike).Select(one => $"\"{one.candidate}\"").ToList();
        return alike.Count == 0 ? "" : $"{Question}{string.Join(" or ", alike)}?";
    }

    private static int CommonStart(string a, string b)
    {
        var length = 0;
        while (length < Math.Min(a.Length, b.Length) && char.ToLowerInvariant(a[length]) == char.ToLowerInvariant(b[length]))
        {
            length++;
        }

        return length;
    }

    /// <summary>What to do where a file lacks a column of a fixed name and has one that is nearly it; or empty.</summary>
    public static string Rename(string column, IEnumerable<string> columns) =>
        To(column, columns) is { } near ? $"Rename the column \"{near}\" to \"{column}\".{HardToSee(column, near)}" : "";

    private static string HardToSee(string word, string near)
    {
        if (string.Equals(word, near, StringComparison.OrdinalIgnoreCase))
        {
            return " Capital and small letters count.";
        }

        return word.Trim() == near.Trim() ? $" A blank stands before or behind \"{(word.Length > near.Length ? word : near)}\"." : "";
    }

    /// <summary>Edits from one word to the other, or <paramref name="limit"/> if there are as many or more.</summary>
    private static int Distance(string a, string b, int limit)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        var (least, before) = (0, 0);
        for (var i = 0; i <= a.Length && Math.Min(least, before) < limit; i++)
        {
            (least, before) = (int.MaxValue, least);
            for (var j = 0; j <= b.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Step(cost, a, b, i, j);
                least = Math.Min(least, cost[i, j]);
            }
        }

        if (Math.Min(least, before) >= limit)
        {
            return limit;
        }

        return cost[a.Length, b.Length];
    }

    private static int Step(int[,] cost, string a, string b, int i, int j)
    {
        var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
        var least = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (same ? 0 : 1));
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(least, cost[i - 2, j - 2] + 1) : least;
    }
}
