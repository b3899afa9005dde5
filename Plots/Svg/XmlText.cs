using System.Security;

namespace FlowSim.Plots.Svg;

/// <summary>Text that may stand in XML.</summary>
internal static class XmlText
{
    /// <summary>Markup becomes text; characters that XML does not allow at all are left out.</summary>
    public static string Escape(string text) =>
        SecurityElement.Escape(Allowed(text)) ?? "";

    /// <summary>The characters that XML allows.</summary>
    public static string Allowed(string text) => new([.. text.Where((character, index) => IsAllowed(text, character, index))]);

    /// <summary>A name that may be an id, unique enough on a page.</summary>
    public static string Id(string name) =>
        "c-" + new string([.. name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' ? character : '-')]);

    private static bool IsAllowed(string text, char character, int index) =>
        !char.IsControl(character) && character is not ('\uFFFE' or '\uFFFF')
        && (!char.IsHighSurrogate(character) || (index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])))
        && (!char.IsLowSurrogate(character) || (index > 0 && char.IsHighSurrogate(text[index - 1])));
}
