using System.Collections;

namespace FlowSim.Scenarios.Loading;

/// <summary>The rows of a table, made one by one as they are asked for.</summary>
public sealed class TableRows : IReadOnlyList<TableRow>
{
    private readonly TableData table;
    private int all;

    /// <summary>Rows that are still there; null: all.</summary>
    private List<int>? kept;

    internal TableRows(TableData table, int all, List<int>? kept)
    {
        this.table = table;
        this.all = all;
        this.kept = kept;
    }

    public int Count => kept?.Count ?? all;

    public TableRow this[int index] => new(table, kept?[index] ?? index);

    /// <summary>Takes a row away; false if it is not there any more.</summary>
    public bool Remove(TableRow row) => (kept ??= [.. Enumerable.Range(0, all)]).Remove(row.Index);

    public bool Exists(Predicate<TableRow> holds) => this.Any(row => holds(row));

    public bool TrueForAll(Predicate<TableRow> holds) => this.All(row => holds(row));

    public IEnumerator<TableRow> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Takes a row up that was added to the table.</summary>
    internal void Add(int row)
    {
        all = row + 1;
        kept?.Add(row);
    }

    internal List<int>? Kept() => kept is null ? null : [.. kept];
}
