namespace FlowSim.Scenarios.Loading;

/// <summary>Finds the cell of a column in a line of CSV.</summary>
internal static class CsvCells
{
    /// <summary>Where the cell of a column stands, without its blanks; null where the line or the header has no such cell, or an empty one.</summary>
    public static (int Start, int Length)? CellOf(string line, string header, string column)
    {
        var names = Split(header).ConvertAll(cell => header.AsSpan(cell.Start, cell.Length).Trim('"').ToString());
        var index = names.IndexOf(column);
        var cells = Split(line);
        return index >= 0 && cells.Count == names.Count && cells[index].Length > 0 ? cells[index] : null;
    }

    private static List<(int Start, int Length)> Split(string line)
    {
        var cells = new List<(int Start, int Length)>();
        var (start, quoted) = (0, false);
        for (var at = 0; at <= line.Length; at++)
        {
            if (at < line.Length && (quoted || line[at] != ','))
            {
                quoted ^= line[at] == '"';
                continue;
            }

            var cell = line.AsSpan(start, at - start);
            var blanks = cell.Length - cell.TrimStart().Length;
            cells.Add((start + blanks, cell.Trim().Length));
            start = at + 1;
        }

        return cells;
    }
}
