using FlowSim.Scenarios.Loading;
using FlowSim.Tests.Properties;

namespace FlowSim.Tests.Damaged;

/// <summary>Damages what files say, once they are read: the form is sound, the meaning is not.</summary>
internal static class TreeDamage
{
    private const int MostEdits = 3;

    public static SystemFiles Of(ShippedSystem system, Dice dice, ProblemList problems)
    {
        var files = system.Read(problems);
        for (var edit = dice.Below(MostEdits); edit >= 0; edit--)
        {
            var tables = files.Tables.Values.Concat(files.Rosters.Values).ToList();
            if (tables.Count > 0 && dice.InPercent(20))
            {
                Damage(tables[dice.Below(tables.Count)], system, dice);
            }
            else
            {
                Damage([files.Root, .. files.Scenarios.Values], system, dice);
            }
        }

        return files;
    }

    private static void Damage(List<Node> roots, ShippedSystem system, Dice dice)
    {
        var nodes = roots.SelectMany(Within).ToList();
        var parents = nodes.Where(node => node is MapNode { Entries.Count: > 0 } or ListNode { Items.Count: > 0 }).ToList();
        if (parents.Count == 0)
        {
            return;
        }

        var other = nodes[dice.Below(nodes.Count)].Clone();
        switch (parents[dice.Below(parents.Count)])
        {
            case MapNode map:
                Damage(map, dice.Below(map.Entries.Count), other, system, dice);
                break;
            case ListNode list:
                Damage(list, dice.Below(list.Items.Count), other, system, dice);
                break;
        }
    }

    private static void Damage(MapNode map, int at, Node other, ShippedSystem system, Dice dice)
    {
        var entry = map.Entries[at];
        var name = dice.Below(3) switch
        {
            0 => "extra",
            1 => Misspelt(entry.Key, dice),
            _ => dice.Of(system.Words),
        };
        switch (dice.Below(6))
        {
            case 0:
                map.Entries.RemoveAt(at);
                break;
            case 1 when !map.Has(name):
                map.Entries[at] = entry with { Key = name };
                break;
            case 2 when !map.Has(name):
                map.Entries.Add(new MapEntry(name, entry.KeyWhere, other));
                break;
            default:
                map.Entries[at] = entry with { Value = Changed(entry.Value, other, system, dice) };
                break;
        }
    }

    private static void Damage(ListNode list, int at, Node other, ShippedSystem system, Dice dice)
    {
        switch (dice.Below(4))
        {
            case 0:
                list.Items.RemoveAt(at);
                break;
            case 1:
                list.Items.Insert(at, list.Items[at].Clone());
                break;
            default:
                list.Items[at] = Changed(list.Items[at], other, system, dice);
                break;
        }
    }

    private static Node Changed(Node node, Node other, ShippedSystem system, Dice dice) => dice.Below(8) switch
    {
        0 => other,
        1 => new ListNode(node.Where, [node]),
        2 => new MapNode(node.Where, [new MapEntry("value", node.Where, node)]),
        3 when node is ScalarNode scalar => new ScalarNode(Misspelt(scalar.Text, dice), node.Where),
        4 or 5 => new ScalarNode(dice.Of(system.Words), node.Where),
        _ => new ScalarNode(dice.Of(OddTexts.Values), node.Where),
    };

    private static void Damage(TableData table, ShippedSystem system, Dice dice)
    {
        var row = table.Rows.Count == 0 ? null : table.Rows[dice.Below(table.Rows.Count)];
        var column = dice.Below(table.Columns.Length);
        switch (dice.Below(6))
        {
            case 0 when row is not null:
                table.Rows.Remove(row);
                break;
            case 1 when row is not null:
                row.Cells[column] = row.Cells[dice.Below(table.Columns.Length)];
                break;
            case 2:
                table.Columns[column] = dice.InPercent(50) ? Misspelt(table.Columns[column], dice) : dice.Of(system.Words);
                break;
            case 3 when row is not null:
                row.Cells[column] = dice.Of(system.Words);
                break;
            default:
                if (row is not null)
                {
                    row.Cells[column] = dice.Of(OddTexts.Values);
                }

                break;
        }
    }

    private static string Misspelt(string text, Dice dice) => text.Length < 2 ? text + "x" : text.Remove(dice.Below(text.Length), 1);

    private static IEnumerable<Node> Within(Node node) => node switch
    {
        MapNode map => map.Entries.SelectMany(entry => Within(entry.Value)).Prepend(node),
        ListNode list => list.Items.SelectMany(Within).Prepend(node),
        _ => [node],
    };
}
