using System.Text.RegularExpressions;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Loading;

/// <summary>A key of a table of stays, with the column of the export that holds it.</summary>
/// <param name="Name">The dimension or attribute.</param>
/// <param name="Column">Of the export.</param>
/// <param name="Values">Its values in order.</param>
/// <param name="Titles">What readers see in their place.</param>
internal sealed partial record StaysKey(string Name, int Column, IReadOnlyList<string> Values, IReadOnlyDictionary<string, string> Titles)
{
    private static readonly string[] Sections = ["dimensions", "attributes"];

    /// <summary>What a cell may hold.</summary>
    public string Expected => string.Join(", ", Values.Select(value => Titles.TryGetValue(value, out var title) ? $"{value} ({title})" : value))
        + (Values.All(value => Band(value) is not null) ? ", or an age in whole or broken years" : "");

    /// <summary>The values of a dimension or of an attribute with named values; null where there is no such one.</summary>
    public static IReadOnlyList<string>? ValuesOf(MapNode root, string name) =>
        Sections.Select(section => (root[section] as MapNode)?[name]).OfType<ListNode>().FirstOrDefault() is { } list
            ? [.. list.Items.Select(item => item.Kind)]
            : null;

    public static IEnumerable<string> NamesIn(MapNode root) =>
        Sections.Select(section => root[section]).OfType<MapNode>().SelectMany(map => map.Entries).Where(entry => entry.Value is ListNode)
            .Select(entry => entry.Key);

    public static IReadOnlyDictionary<string, string> TitlesIn(MapNode root) => root["titles"] is MapNode titles
        ? titles.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Kind, StringComparer.Ordinal)
        : new Dictionary<string, string>();

    /// <summary>Which value a cell means: its name, its title, or the band that a number lies in; -1: none.</summary>
    public int Of(string cell)
    {
        for (var value = 0; value < Values.Count; value++)
        {
            if (Same(Values[value], cell) || (Titles.TryGetValue(Values[value], out var title) && Same(title, cell)))
            {
                return value;
            }
        }

        return NumberText.TryParse(cell, out var number, out _) && Values.All(value => Band(value) is not null)
            ? Values.ToList().FindIndex(value => Band(value) is var (least, below) && number >= least && number < below)
            : -1;
    }

    /// <summary>From which number a band goes up to which: <c>under-65</c>, <c>65-84</c>, <c>85-plus</c>, <c>85+</c>; null for another name.</summary>
    private static (double Least, double Below)? Band(string value)
    {
        if (BandText().Match(value) is not { Success: true } match)
        {
            return null;
        }

        double Number(string group) => NumberText.TryParseWhole(match.Groups[group].Value, out var number, out _) ? number : 0;
        return match.Groups["under"].Success ? (0, Number("under"))
            : match.Groups["from"].Success ? (Number("from"), Number("to") + 1)
            : (Number("plus"), double.PositiveInfinity);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?:under-(?<under>\d+)|(?<from>\d+)-(?<to>\d+)|(?<plus>\d+)(?:-plus|\+))$", RegexOptions.ExplicitCapture)]
    private static partial Regex BandText();
}
