using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>A column <c>place</c>: pools as written, or with their instance.</summary>
internal sealed class PlaceKeyColumn : KeyColumn
{
    private readonly PoolIndex pools;

    public PlaceKeyColumn(PoolIndex pools, int column)
        : base("place", column) => this.pools = pools;

    public override int Size => pools.Pools.Count;

    public override KeyCell? Read(string cell, out string expected, out string hint)
    {
        expected = "a pool or *";
        hint = Nearest.Hint(cell, pools.TemplatesAndGroups);
        var coordinates = new List<int>();
        foreach (var name in cell.Split('|'))
        {
            var found = pools.Of(name.Trim());
            if (found.Length == 0)
            {
                return null;
            }

            coordinates.AddRange(found);
        }

        return new KeyCell(false, [.. coordinates.Distinct()]);
    }

    // Which places a stage can take is not known here: a place without a row is an error when it is met.
    public override bool CanOccur(int coordinate) => false;

    public override string NameOf(int coordinate) => pools.Pools[coordinate].Name;

    public override LookupKey ToKey(int stride) => new() { Source = KeySource.Place, Stride = stride };
}
