using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>A table made dense.</summary>
/// <param name="Table">The table.</param>
/// <param name="Lookup">Cells index <paramref name="Rows"/>.</param>
/// <param name="Rows">The rows that can be met, in written order.</param>
/// <param name="Times">Times of day that the coordinates of an hour key stand for [s after midnight], when asked for; else empty.</param>
internal sealed record CompiledTable(TableData Table, Lookup Lookup, IReadOnlyList<TableRow> Rows, int[] Times);
