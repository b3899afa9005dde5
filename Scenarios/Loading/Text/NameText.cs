namespace FlowSim.Scenarios.Loading.Text;

/// <summary>Names of the user's own things: letters, digits, hyphens, underscores and dots; an <c>@</c> before an instance, or before each of two.</summary>
internal static class NameText
{
    public const string Expected = "a name of letters, digits and hyphens";

    /// <summary>A name and the instances of two dimensions.</summary>
    private const int MostParts = 3;

    /// <summary>True for <c>ward-bed</c>, <c>85-plus</c>, <c>clinic@north</c>; false for text with spaces or other signs.</summary>
    public static bool IsReference(string text)
    {
        var parts = text.Split('@');
        return parts.Length <= MostParts && Array.TrueForAll(parts, IsPlain);
    }

    /// <summary>True for a name without an instance.</summary>
    public static bool IsPlain(string text) =>
        text.Length > 0 && text.All(IsPart);

    /// <summary>True for the signs that names are made of.</summary>
    public static bool IsPart(char sign) => char.IsLetterOrDigit(sign) || sign is '-' or '_' or '.' or '+';

    /// <summary>Splits <c>pool@word</c>; the word is null if there is none.</summary>
    public static (string Name, string? Instance) Split(string reference)
    {
        var at = reference.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? (reference, null) : (reference[..at], reference[(at + 1)..]);
    }
}
