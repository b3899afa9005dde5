using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>A row with what its key cells match.</summary>
internal sealed record KeyedRow(TableRow Row, Dictionary<KeyColumn, KeyCell> Cells, KeyCell AtInstance)
{
    public int Looseness => AtInstance.Looseness + Cells.Values.Sum(cell => cell.Looseness);
}
