using System.Text.RegularExpressions;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Plots.Words;

/// <summary>The path of a number in the words of its system: <c>tables.treatment-time[site=north, month=Dec-Feb]</c> is "Treatment time: North General, Dec–Feb".</summary>
internal static partial class NumberPath
{
    /// <summary>Stands for every value of a key.</summary>
    private const string Any = "*";

    /// <summary>Keys whose values are nothing without them.</summary>
    private static readonly string[] SaidKeys = ["from", "to"];

    /// <summary>Steps of a path that tell a reader nothing.</summary>
    private static readonly string[] LeftOut = ["then", "to", "divert", "value"];

    public static string InWords(string path, SystemNames names)
    {
        var (section, rest) = path.Split('.', 2) is [var first, var behind] ? (first, behind) : (path, "");
        return section switch
        {
            _ when rest.Length == 0 => IdWords.Sentence(section),
            "tables" => OfRow(rest, names),
            "rosters" => OfRow(rest, names) is var roster && roster.Split(": ", 2) is [var name, var row] ? $"{name} (roster): {row}" : $"{roster} (roster)",
            "calendars" => $"Calendar {IdWords.Words(rest)}",
            "pools" => OfPart(rest, names, names.Pool),
            _ => OfPart(rest, names, names.Step),
        };
    }

    /// <summary>Name of the table, the values of its keys, and of what column.</summary>
    private static string OfRow(string rest, SystemNames names)
    {
        var match = Row().Match(rest);
        var keys = match.Groups["keys"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2 && pair[1] != Any)
            .Select(pair => SaidKeys.Contains(pair[0]) ? $"{pair[0]} {pair[1]}" : Value(pair[1], names));
        var column = match.Groups["column"].Value;
        string[] said = [.. keys, .. column.Length > 0 ? [IdWords.Words(column)] : Array.Empty<string>()];
        return IdWords.Sentence(match.Groups["name"].Value) + (said.Length == 0 ? "" : ": " + string.Join(", ", said));
    }

    private static string OfPart(string rest, SystemNames names, Func<string, string> title)
    {
        var steps = rest.Split('.');
        var (id, place) = steps[0].Split('@', 2) is [var name, var at] ? (name, names.At(at)) : (steps[0], "");
        var part = title(Index().Replace(id, ""));
        var keys = steps.Skip(1).Select(step => Index().Replace(step, "")).Where(step => !LeftOut.Contains(step)).Select(step => Value(step, names)).ToList();
        return (part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]) + place + (keys.Count == 0 ? "" : ": " + string.Join(", ", keys));
    }

    /// <summary>An id by its title or as words; hours, months and days as they stand.</summary>
    private static string Value(string text, SystemNames names) =>
        text.Contains('|', StringComparison.Ordinal) ? string.Join(" or ", text.Split('|').Select(one => Value(one, names)))
        : text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_') ? names.Group(text) : text.Replace('-', '–');

    [GeneratedRegex(@"^(?<name>[^\[.]+)(\[(?<keys>[^\]]*)\])?(\.(?<column>.*))?$")]
    private static partial Regex Row();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Index();
}
