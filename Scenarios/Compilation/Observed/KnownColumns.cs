using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Compilation.Observed;

/// <summary>
/// Attributes that a list may give: those that are declared or that something else sets; where none are declared, also those that the description speaks of.
/// A column of another name is misspelt, or would be passed over.
/// </summary>
internal sealed class KnownColumns(CompileContext context)
{
    private readonly bool isDeclared = context.Root["attributes"] is MapNode { Entries.Count: > 0 };

    public IEnumerable<string> Names => context.Attributes.Names.Where(Contains);

    public bool Contains(string column)
    {
        var attribute = context.FindAttribute(column);
        return attribute >= 0 && (context.Attributes.IsDeclared(attribute) || context.Attributes.IsSet(attribute) || (!isDeclared && IsSpokenOf(column)));
    }

    private bool IsSpokenOf(string name) =>
        Speaks(context.Root, name) || context.Files.Tables.Values.Any(table => table.ColumnOf(name) >= 0 && table.ColumnOf("time") < 0);

    private static bool Speaks(Node node, string name) => node switch
    {
        MapNode map => map.Entries.Exists(entry => entry.Key == name || Speaks(entry.Value, name)),
        ListNode list => list.Items.Exists(item => Speaks(item, name)),
        _ => Words(node.ToString() ?? "").Contains(name),
    };

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || !NameText.IsPart(text[at]))
            {
                yield return text[start..at];
                start = at + 1;
            }
        }
    }
}
