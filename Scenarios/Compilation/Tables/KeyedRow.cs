namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>A row with what its key cells match.</summary>
/// <param name="Row">Its place among the rows of the table.</param>
/// <param name="Cells">By <see cref="KeyColumn.Place"/>; equal cells of a column are one object.</param>
/// <param name="AtPlace">What its cells for the dimensions of <c>each</c> match.</param>
internal readonly record struct KeyedRow(int Row, KeyCell[] Cells, KeyCell[] AtPlace)
{
    public int Looseness => AtPlace.Sum(cell => cell.Looseness) + Cells.Sum(cell => cell.Looseness);
}
