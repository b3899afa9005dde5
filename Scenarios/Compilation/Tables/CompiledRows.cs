using System.Collections;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>Some rows of a table, in written order, made one by one as they are asked for.</summary>
internal sealed class CompiledRows(TableData table, int[] rows) : IReadOnlyList<TableRow>
{
    public int Count => rows.Length;

    public TableRow this[int index] => table.Rows[rows[index]];

    public IEnumerator<TableRow> GetEnumerator() => rows.Select(row => table.Rows[row]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
