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
}
