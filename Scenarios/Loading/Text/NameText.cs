namespace FlowSim.Scenarios.Loading.Text;

/// <summary>Names of the user's own things: letters, digits, hyphens, underscores and dots; one <c>@</c> before an instance.</summary>
internal static class NameText
{
    public const string Expected = "a name of letters, digits and hyphens";

    /// <summary>True for <c>ward-bed</c>, <c>85-plus</c>, <c>clinic@north</c>; false for text with spaces or other signs.</summary>
    public static bool IsReference(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? IsPlain(text) : IsPlain(text[..at]) && IsPlain(text[(at + 1)..]);
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
