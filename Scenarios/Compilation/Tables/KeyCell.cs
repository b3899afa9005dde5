namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>What one cell of a key column matches.</summary>
/// <param name="Any">True for <c>*</c>.</param>
/// <param name="Coordinates">Coordinates matched, when not any.</param>
internal sealed record KeyCell(bool Any, int[] Coordinates)
{
    /// <summary>How far from exact, in halves: 0 exact, 1 a range or list, 2 any. The row with the least sum wins.</summary>
    public int Looseness => Any ? 2 : Coordinates.Length == 1 ? 0 : 1;

    public static KeyCell Anything { get; } = new(true, []);
}
