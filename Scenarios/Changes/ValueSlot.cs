using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Changes;

/// <summary>A place in a system that a path leads to.</summary>
/// <param name="id">The path with everything spelt out: two slots with the same id are the same value.</param>
internal abstract class ValueSlot(string id)
{
    public string Id { get; } = id;

    /// <summary>Steps of the path that lead on into the text.</summary>
    public virtual string[] Parameters => [];

    /// <summary>What stands there; null if nothing does yet.</summary>
    public abstract Node? Value { get; }

    public abstract void Replace(Node value);

    public abstract void Remove();
}

/// <summary>An entry of a map.</summary>
internal sealed class EntrySlot(string id, MapNode map, string key) : ValueSlot(id)
{
    public override Node? Value => map[key];

    /// <summary>Replaces the value; the range of a number in long form was of the old one and goes with it.</summary>
    public override void Replace(Node value)
    {
        map.Set(key, value);
        if (key == TableColumns.Value)
        {
            map.Remove("range");
        }
    }

    public override void Remove() => map.Remove(key);
}

/// <summary>An item of a list.</summary>
internal sealed class ItemSlot(string id, ListNode list, Node item) : ValueSlot(id)
{
    private Node item = item;

    public override Node? Value => item;

    public override void Replace(Node value)
    {
        list.Items[list.Items.IndexOf(item)] = value;
        item = value;
    }

    public override void Remove() => list.Items.Remove(item);
}

/// <summary>A cell of a table.</summary>
internal sealed class CellSlot(string id, TableData table, TableRow row, int column, string[] parameters) : ValueSlot(id)
{
    public TableData Table => table;

    public string Column => table.Columns[column];

    public override string[] Parameters => parameters;

    public override Node? Value => new ScalarNode(row.Cells[column], row.Where);

    public override void Replace(Node value) => row.Cells[column] = value.ToString() ?? "";

    public override void Remove() => row.Cells[column] = "";
}

/// <summary>A whole row of a table.</summary>
internal sealed class RowSlot(string id, TableData table, TableRow row) : ValueSlot(id)
{
    public override Node? Value => null;

    public override void Replace(Node value) => throw new InvalidOperationException("A row is changed by its cells");

    public override void Remove() => table.Rows.Remove(row);
}

/// <summary>A number inside the text of another slot.</summary>
internal sealed class InnerSlot(ValueSlot slot, string[] parameters) : ValueSlot(slot.Id + "." + string.Join('.', parameters))
{
    public override string[] Parameters => parameters;

    public override Node? Value => slot.Value;

    public override void Replace(Node value) => slot.Replace(value);

    public override void Remove() => slot.Remove();
}
