using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Inputs;

/// <summary>A scenario made of changes, such as anybody could write.</summary>
internal static class ChangeScenario
{
    /// <summary>The scenario's map.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="on">The scenario that it adds to; empty: none.</param>
    /// <param name="changes">What it changes, in order.</param>
    /// <param name="where">Where it stands, for problems.</param>
    public static MapNode Of(string id, string on, IEnumerable<InputValue> changes, SourceLocation where)
    {
        MapEntry Entry(Key key, Node value) => new(key.Name, where, value);
        ScalarNode Text(string text) => new(text, where, quoted: true);
        var list = changes.Select(change => (Node)new MapNode(where,
        [
            new MapEntry(change.Verb, where, Text(change.Path)),
            Entry(change.Verb == InputRange.Set ? ScenarioKeys.To : ScenarioKeys.By, Text(change.Operand)),
        ])).ToList();
        MapEntry[] entries =
        [
            Entry(ScenarioKeys.Id, Text(id)),
            .. on.Length == 0 ? [] : new[] { Entry(ScenarioKeys.Include, new ListNode(where, [Text(on)])) },
            .. list.Count == 0 ? [] : new[] { Entry(ScenarioKeys.Changes, new ListNode(where, [.. list])) },
        ];
        return new MapNode(where, [.. entries]);
    }
}
