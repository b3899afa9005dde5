using System.Collections;

namespace FlowSim.Scenarios.Loading;

/// <summary>The rows of a table, made one by one as they are asked for.</summary>
public sealed class TableRows : IReadOnlyList<TableRow>
{
    private readonly TableData table;
    private readonly int read;

    /// <summary>Rows that are still there; null: all that were read.</summary>
    private List<int>? kept;

    internal TableRows(TableData table, int read, List<int>? kept)
    {
        this.table = table;
        this.read = read;
        this.kept = kept;
    }

    public int Count => kept?.Count ?? read;

    public TableRow this[int index] => new(table, kept?[index] ?? index);

    /// <summary>Takes a row away; false if it is not there any more.</summary>
    public bool Remove(TableRow row) => (kept ??= [.. Enumerable.Range(0, read)]).Remove(row.Index);

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

    internal List<int>? Kept() => kept is null ? null : [.. kept];
}
