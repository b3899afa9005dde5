namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>A row with what its key cells match.</summary>
/// <param name="Row">Its place among the rows of the table.</param>
/// <param name="Cells">By <see cref="KeyColumn.Place"/>; equal cells of a column are one object.</param>
/// <param name="AtInstance">What its cell for the dimension of <c>each</c> matches.</param>
internal readonly record struct KeyedRow(int Row, KeyCell[] Cells, KeyCell AtInstance)
{
    public int Looseness => AtInstance.Looseness + Cells.Sum(cell => cell.Looseness);
}
