namespace FlowSim.Plots.Words;

/// <summary>A place as a reader would write it: <c>cuhft</c> is CUHFT, <c>miu-ely</c> is MIU Ely, <c>system</c> is the whole system.</summary>
internal static class PlaceName
{
    public const string System = "system";

    private const string Vowels = "aeiouy";
    private static readonly HashSet<string> Abbreviations = new(["ae", "ed", "gp", "hcp", "hdu", "icu", "itu", "miu", "nhs", "ooh", "sdec", "uec", "utc"], StringComparer.Ordinal);

    public static string Of(string place)
    {
        if (place == System)
        {
            return "Whole system";
        }

        var words = place.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? place : string.Join(' ', words.Select(Word));
    }

    private static string Word(string word) =>
        IsAbbreviation(word) ? word.ToUpperInvariant() : char.ToUpperInvariant(word[0]) + word[1..];

    // No English word is without a vowel, or ends in a consonant and "ft" (as foundation trusts do) unless the consonant is "l" or "r".
    private static bool IsAbbreviation(string word) =>
        Abbreviations.Contains(word)
        || (word.Length is > 1 and < 6 && word.All(char.IsAsciiLetterLower)
            && (!word.Any(letter => Vowels.Contains(letter, StringComparison.Ordinal))
                || (word.EndsWith("ft", StringComparison.Ordinal) && word.Length > 2 && !(Vowels + "lr").Contains(word[^3], StringComparison.Ordinal))));
}
