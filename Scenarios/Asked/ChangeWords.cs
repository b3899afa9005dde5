using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Asked;

/// <summary>
/// Says in words what a typed change does: <c>Ward beds, Ely: capacity 30</c>. A cell of a table is said by the table's title, else by the one part that
/// reads the table, with the titles of what stands in its keys.
/// </summary>
internal sealed class ChangeWords(SystemFiles files)
{
    private const string Property = ": ";
    private const string All = "*";

    private readonly Lazy<TableReaderNames> readers = new(() => new TableReaderNames(files));

    /// <summary>The change in words.</summary>
    public string Of(SetText set) => Joined(PathOf(set.Path), Effect(set));

    /// <summary>What a path leads to and a value: <c>Ward beds, Ely: capacity 30</c>, <c>Nurses, Ely: 3</c>.</summary>
    private static string Joined(string what, string value) => what + (what.Contains(Property, StringComparison.Ordinal) ? " " : Property) + value;

    /// <summary>What a path leads to: <c>Ward beds, Ely: capacity</c>.</summary>
    public string PathOf(string path)
    {
        if (!ChangePath.TryParse(path, out var steps) || (steps.Count == 1 && steps[0].Name != SystemKeys.Population.Name))
        {
            return path;
        }

        if (steps[0].Name == SystemKeys.Population.Name)
        {
            return string.Join(", ", steps.Select((step, at) => at == 0 ? IdWords.Sentence(step.Name) : Title(step.Name)));
        }

        if (steps[0].Name is SystemFolder.Tables or SystemFolder.Rosters && steps.Count > 2)
        {
            return CellOf(steps);
        }

        var (name, instance) = NameText.Split(steps[1].Name);
        var place = instance is null ? "" : $", {Title(instance)}";
        var rows = steps[1].Selector is { } selector ? $", {Pairs(selector)}" : "";
        var further = string.Join(' ', steps.Skip(2).Select(step => Plain(step.Name) + (step.Selector is { } item ? $" ({Pairs(item)})" : "")));
        return $"{NameOf(steps[0].Name, name)}{place}{rows}{(further.Length > 0 ? Property + further : "")}";
    }

    /// <summary>What readers see in place of a part of the system.</summary>
    public string NameOf(string section, string name) =>
        section is SystemFolder.Tables or SystemFolder.Rosters ? DeclaredTitle(name) ?? $"{IdWords.Sentence(section.TrimEnd('s'))} {IdWords.Words(name)}"
        : (files.Root[section] as MapNode)?[name] is MapNode part && part[ValueKeys.Title.Name] is ScalarNode { Text.Length: > 0 } title ? title.Text
        : Title(name);

    /// <summary>What the system calls a name, else the name as words.</summary>
    public string Title(string name) => DeclaredTitle(name) ?? IdWords.Sentence(name);

    private string? DeclaredTitle(string name) =>
        (files.Root[SystemKeys.Titles.Name] as MapNode)?[name] is ScalarNode { Text.Length: > 0 } title ? title.Text : null;

    private string CellOf(IReadOnlyList<PathStep> steps)
    {
        var (section, table) = (steps[0].Name, steps[1].Name);
        var rows = steps[1].Selector is { } selector ? ", " + string.Join(", ", selector.Select(Row)) : "";
        var column = string.Join(' ', steps.Skip(2).Select(step => step.Name).Where(name => name != TableColumns.Value).Select(Plain));
        var reader = DeclaredTitle(table) is null ? readers.Value.OnlyOne(section, table, steps.Count > 2 ? steps[^1].Name : "") : null;
        var property = string.Join(' ', $"{reader?.Property} {column}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct());
        return $"{(reader is null ? NameOf(section, table) : NameOf(reader.Section, reader.Part))}{rows}{(property.Length > 0 ? Property + property : "")}";
    }

    /// <summary>A key of a row: a name by its title, a number or time with what it is.</summary>
    private string Row((string Key, string Value) pair) =>
        pair.Value == All ? "all others"
        : DeclaredTitle(pair.Value) is { } title ? title
        : pair.Value.Length > 0 && char.IsAsciiLetter(pair.Value[0]) ? char.IsAsciiLetterLower(pair.Value[0]) ? IdWords.Sentence(pair.Value) : pair.Value
        : $"{Plain(pair.Key)} {pair.Value}".Trim();

    private static string Pairs(IReadOnlyList<(string Key, string Value)> selector) =>
        string.Join(", ", selector.Select(pair => $"{pair.Key} {pair.Value}".Trim()));

    private static string Effect(SetText set) => set.Sign switch
    {
        "*=" => $"× {set.Value}",
        "+=" when set.Value.StartsWith('-') => $"− {set.Value[1..].TrimStart()}",
        "+=" => $"+ {set.Value.TrimStart('+')}",
        _ => set.Value,
    };

    internal static string Plain(string name) => name.Replace('-', ' ').Replace('_', ' ');
}
