using System.Collections;

namespace FlowSim.Scenarios.Loading;

/// <summary>One row of a table.</summary>
public sealed class TableRow
{
    internal TableRow(TableData table, int index)
    {
        Index = index;
        Cells = new RowCells(table, index);
        Where = table.WhereOf(index);
    }

    /// <summary>Its cells in the order of the columns.</summary>
    public RowCells Cells { get; }

    public SourceLocation Where { get; }

    /// <summary>Its place in what was read.</summary>
    internal int Index { get; }
}

/// <summary>The cells of a row. The text of one is made each time that it is asked for.</summary>
public sealed class RowCells : IReadOnlyList<string>
{
    private readonly TableData table;
    private readonly int row;

    internal RowCells(TableData table, int row)
    {
        this.table = table;
        this.row = row;
    }

    public int Length => table.Columns.Length;

    int IReadOnlyCollection<string>.Count => Length;

    public string this[int column]
    {
        get => table.Cell(row, column);
        set => table.Change(row, column, value);
    }

    public IEnumerator<string> GetEnumerator()
    {
        for (var column = 0; column < Length; column++)
        {
            yield return this[column];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
