using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Asked;

/// <summary>Says in words what a typed change does: <c>Ward beds, Ely: capacity 30</c>.</summary>
internal sealed class ChangeWords(SystemFiles files)
{
    private const string Property = ": ";

    /// <summary>The change in words.</summary>
    public string Of(SetText set) => $"{PathOf(set.Path)} {Effect(set)}";

    /// <summary>What a path leads to: <c>Ward beds, Ely: capacity</c>.</summary>
    public string PathOf(string path)
    {
        if (!ChangePath.TryParse(path, out var steps) || steps.Count == 1)
        {
            return path;
        }

        var (name, instance) = NameText.Split(steps[1].Name);
        var place = instance is null ? "" : $", {Title(instance)}";
        var rows = steps[1].Selector is { } selector ? $", {Pairs(selector)}" : "";
        var further = string.Join(' ', steps.Skip(2).Select(step => Plain(step.Name) + (step.Selector is { } item ? $" ({Pairs(item)})" : "")));
        return $"{NameOf(steps[0].Name, name)}{place}{rows}{(further.Length > 0 ? Property + further : "")}";
    }

    /// <summary>What readers see in place of a part of the system.</summary>
    public string NameOf(string section, string name) =>
        section is SystemFolder.Tables or SystemFolder.Rosters ? $"{Capital(section.TrimEnd('s'))} {name}"
        : (files.Root[section] as MapNode)?[name] is MapNode part && part[ValueKeys.Title.Name] is ScalarNode { Text.Length: > 0 } title ? title.Text
        : Title(name);

    /// <summary>What the system calls a name, else the name as words.</summary>
    private string Title(string name) =>
        (files.Root[SystemKeys.Titles.Name] as MapNode)?[name] is ScalarNode { Text.Length: > 0 } title ? title.Text : Capital(Plain(name));

    private static string Pairs(IReadOnlyList<(string Key, string Value)> selector) =>
        string.Join(", ", selector.Select(pair => $"{pair.Key} {pair.Value}".Trim()));

    private static string Effect(SetText set) => set.Sign switch
    {
        "*=" => $"× {set.Value}",
        "+=" when set.Value.StartsWith('-') => $"− {set.Value[1..].TrimStart()}",
        "+=" => $"+ {set.Value.TrimStart('+')}",
        _ => set.Value,
    };

    private static string Plain(string name) => name.Replace('-', ' ').Replace('_', ' ');

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
