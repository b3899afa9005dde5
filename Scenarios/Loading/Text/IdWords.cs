namespace FlowSim.Scenarios.Loading.Text;

/// <summary>An id read as words, where a system gives it no title.</summary>
public static class IdWords
{
    private const string Vowels = "aeiouy";
    private static readonly HashSet<string> Abbreviations = new(
        ["ae", "amu", "asu", "cdu", "ed", "gp", "hasu", "hcp", "hdu", "icu", "itu", "mau", "miu", "nhs", "ooh", "sau", "sdec", "tci", "tia", "uec", "utc"],
        StringComparer.Ordinal);

    /// <summary>As a name: <c>north-icu</c> is "North ICU".</summary>
    public static string Name(string id)
    {
        var words = id.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? id : string.Join(' ', words.Select(Capitalised));
    }

    /// <summary>As a sentence: <c>first-look</c> is "First look", <c>icu</c> is ICU.</summary>
    public static string Sentence(string id)
    {
        var words = id.Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? id
            : string.Join(' ', words.Select((word, index) => index == 0 ? Capitalised(word) : IsAbbreviation(word) ? word.ToUpperInvariant() : word));
    }

    /// <summary>As words inside a sentence: <c>icu-step</c> is "ICU step", <c>p4-place</c> is "P4 place".</summary>
    public static string Words(string id)
    {
        var words = id.Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? id : string.Join(' ', words.Select(word => IsAbbreviation(word) ? word.ToUpperInvariant() : word));
    }

    private static string Capitalised(string word) =>
        IsAbbreviation(word) ? word.ToUpperInvariant() : char.ToUpperInvariant(word[0]) + word[1..];

    // No English word is without a vowel, or ends in a consonant and "ft" (as foundation trusts do) unless the consonant is "l" or "r".
    private static bool IsAbbreviation(string word) =>
        Abbreviations.Contains(word)
        || (word.Length > 1 && char.IsAsciiLetterLower(word[0]) && word[1..].All(char.IsAsciiDigit))
        || (word.Length is > 1 and < 6 && word.All(char.IsAsciiLetterLower)
            && (!word.Any(letter => Vowels.Contains(letter, StringComparison.Ordinal))
                || (word.EndsWith("ft", StringComparison.Ordinal) && word.Length > 2 && !(Vowels + "lr").Contains(word[^3], StringComparison.Ordinal))));
}
