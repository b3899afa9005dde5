using System.Text.RegularExpressions;

namespace FlowSim.Scenarios.Starting;

/// <summary>Fills the names in <c>&lt;&lt; &gt;&gt;</c> of a template. A line that names what nobody knows is left out.</summary>
internal static partial class TemplateText
{
    /// <summary>The text filled.</summary>
    /// <param name="template">With names.</param>
    /// <param name="known">What stands for a name, or null.</param>
    public static string Fill(string template, Func<string, string?> known) =>
        string.Join('\n', template.Split('\n').Where(line => Name().Matches(line).All(match => known(match.Groups[1].Value) is not null))
            .Select(line => Name().Replace(line, match => known(match.Groups[1].Value)!)));

    [GeneratedRegex("<<([^<>]+)>>")]
    private static partial Regex Name();
}
