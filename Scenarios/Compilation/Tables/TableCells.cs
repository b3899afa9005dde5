namespace FlowSim.Scenarios.Compilation.Tables;

/// <summary>The best row so far for every case.</summary>
internal sealed class TableCells
{
    /// <summary>No row matches.</summary>
    public const int NoRow = -1;

    private readonly List<KeyColumn> keys;
    private readonly int[] strides;
    private readonly int[] looseness;

    public TableCells(List<KeyColumn> keys, int[] strides, int size)
    {
        this.keys = keys;
        this.strides = strides;
        Row = new int[size];
        TieRow = new int[size];
        looseness = new int[size];
        Array.Fill(Row, NoRow);
        Array.Fill(TieRow, NoRow);
    }

    public int[] Row { get; }

    /// <summary>A second row that matches as exactly, or -1.</summary>
    public int[] TieRow { get; }

    public int? FirstTie => Array.FindIndex(TieRow, row => row != NoRow) is >= 0 and var cell ? cell : null;

    public void Put(KeyedRow row, int index) => Put(row, index, row.Looseness, 0, 0);

    public List<int> Uncovered() => [.. Enumerable.Range(0, Row.Length).Where(cell => Row[cell] == NoRow && CanOccur(cell))];

    public string Describe(int cell, string place)
    {
        var parts = keys.Select((key, index) => $"{key.Name} {key.NameOf(Coordinate(cell, index))}");
        var all = place.Length > 0 ? parts.Prepend(place) : parts;
        return all.Any() ? string.Join(", ", all) : "the only case";
    }

    /// <summary>Keys of names that have one value in all of some cases, and others elsewhere.</summary>
    public IEnumerable<(string Key, string Value)> SharedNames(List<int> cells) => keys
        .Select((key, index) => (key, values: cells.Select(cell => Coordinate(cell, index)).Distinct().Take(2).ToList()))
        .Where(pair => pair.key is NamedKeyColumn { Size: > 1 } && pair.values.Count == 1)
        .Select(pair => (pair.key.Name, pair.key.NameOf(pair.values[0])));

    private void Put(KeyedRow row, int index, int loose, int key, int offset)
    {
        if (key == keys.Count)
        {
            PutAt(offset, index, loose);
            return;
        }

        var cell = row.Cells[keys[key].Place];
        if (cell.Any)
        {
            for (var coordinate = 0; coordinate < keys[key].Size; coordinate++)
            {
                Put(row, index, loose, key + 1, offset + (coordinate * strides[key]));
            }
        }
        else
        {
            foreach (var coordinate in cell.Coordinates)
            {
                Put(row, index, loose, key + 1, offset + (coordinate * strides[key]));
            }
        }
    }

    private void PutAt(int cell, int index, int loose)
    {
        if (Row[cell] == NoRow || loose < looseness[cell])
        {
            Row[cell] = index;
            looseness[cell] = loose;
            TieRow[cell] = NoRow;
        }
        else if (loose == looseness[cell])
        {
            TieRow[cell] = index;
        }
    }

    private bool CanOccur(int cell)
    {
        for (var index = 0; index < keys.Count; index++)
        {
            if (!keys[index].CanOccur(Coordinate(cell, index)))
            {
                return false;
            }
        }

        return true;
    }

    private int Coordinate(int cell, int key) => cell / strides[key] % keys[key].Size;
}
