using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Changes;

/// <summary>A node on one line, to compare and to show.</summary>
internal static class NodeText
{
    public static string Of(Node node) => node switch
    {
        MapNode map => "{ " + string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Of(entry.Value)}")) + " }",
        ListNode list => "[ " + string.Join(", ", list.Items.Select(Of)) + " ]",
        _ => node.ToString() ?? "",
    };

    /// <summary>True when two nodes read alike on one line, wherever they stand.</summary>
    public static bool SayTheSame(Node one, Node other) => (one, other) switch
    {
        (MapNode map, MapNode of) => map.Entries.Count == of.Entries.Count
            && map.Entries.Zip(of.Entries).All(pair => pair.First.Key == pair.Second.Key && SayTheSame(pair.First.Value, pair.Second.Value)),
        (ListNode list, ListNode of) => list.Items.Count == of.Items.Count && list.Items.Zip(of.Items).All(pair => SayTheSame(pair.First, pair.Second)),
        (ScalarNode scalar, ScalarNode of) => scalar.Text == of.Text,
        _ => false,
    };
}
