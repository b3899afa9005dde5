namespace FlowSim.Simulator.Model;

/// <summary>What a table is keyed by.</summary>
public enum KeySource : byte
{
    /// <summary>The value of an attribute.</summary>
    Attribute,

    /// <summary>Hour of day, 0 to 23.</summary>
    Hour,

    /// <summary>Day of week, Monday = 0.</summary>
    Weekday,

    /// <summary>Calendar month, January = 0.</summary>
    Month,

    /// <summary>Day index of the run, for tables by date.</summary>
    Day,

    /// <summary>The place just taken (index of the pool).</summary>
    Place,

    /// <summary>Visit number of the stage (1 for the first).</summary>
    Visit,
}

/// <summary>One key of a table: cell offset = (Map is null ? value : Map[value]) * Stride. Values beyond the map use its last entry.</summary>
public readonly struct LookupKey
{
    public LookupKey()
    {
    }

    public required KeySource Source { get; init; }

    public int Attribute { get; init; } = -1;

    public int[]? Map { get; init; }

    public required int Stride { get; init; }
}

/// <summary>A dense table from keys to the index of what stands in the cell. No keys: one cell.</summary>
public sealed class Lookup
{
    public required LookupKey[] Keys
    {
        get;
        init
        {
            field = value;
            OnlyCell = OnlyOf(value, Cells);
            (OnlyAttribute, CellsByValue) = ByOneAttribute(value, Cells);
        }
    }

    /// <summary>Index into the owner's cells, -1 where no row matches (an error when met).</summary>
    public required int[] Cells
    {
        get;
        init
        {
            field = value;
            OnlyCell = OnlyOf(Keys, value);
            (OnlyAttribute, CellsByValue) = ByOneAttribute(Keys, value);
        }
    }

    /// <summary>What stands in the only cell of a table without keys; -1 when there are keys.</summary>
    internal int OnlyCell { get; private init; }

    /// <summary>The attribute of a table that is keyed by one attribute and nothing else; -1: it is another.</summary>
    internal int OnlyAttribute { get; private init; } = -1;

    /// <summary>Of such a table: what stands in the cell of each value of the attribute, as far as values are told apart; -1 where there is no row.</summary>
    internal int[] CellsByValue { get; private init; } = [];

    /// <summary>The table as named in the description, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>A lookup of one cell.</summary>
    public static Lookup Single { get; } = new() { Keys = [], Cells = [0], Name = "" };

    private static (int Attribute, int[] Cells) ByOneAttribute(LookupKey[]? keys, int[]? cells) =>
        keys is [{ Source: KeySource.Attribute } key] && cells is not null
            ? (key.Attribute, [.. ValuesOf(key, cells).Select(value => cells[(key.Map?[value] ?? value) * key.Stride])])
            : (-1, []);

    private static IEnumerable<int> ValuesOf(LookupKey key, int[] cells) => Enumerable.Range(0, key.Map?.Length ?? cells.Length / key.Stride);

    /// <summary>Either may not have been given yet.</summary>
    private static int OnlyOf(LookupKey[]? keys, int[]? cells) => keys is { Length: 0 } && cells is { Length: > 0 } ? cells[0] : -1;
}
