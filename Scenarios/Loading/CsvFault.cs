namespace FlowSim.Scenarios.Loading;

/// <summary>Faults of a whole CSV file that show in its first line, and of its rows that have another number of cells than that.</summary>
internal static class CsvFault
{
    private const string SaveAs = "Save the file as CSV with commas between the columns (and a decimal point, not a comma).";

    /// <summary>False, with the problem said, for a header that other signs than commas separate.</summary>
    public static bool HasCommas(string[] header, SourceLocation where, string path, ProblemList problems)
    {
        if (header[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            problems.Error(where, path, "a header line with the names of the columns", header[0], "Take the line out: only one spreadsheet program reads it.");
            return false;
        }

        foreach (var (sign, name) in new[] { (';', "semicolons"), ('\t', "tabs"), ('|', "bars") })
        {
            if (header.Sum(cell => cell.Count(letter => letter == sign)) >= header.Length)
            {
                problems.Error(where, path, "columns separated by commas", $"a header whose columns are separated by {name}", SaveAs);
                return false;
            }
        }

        return true;
    }

    /// <summary>What to do about a row with too many or too few cells.</summary>
    public static string HintFor(string[] cells, int columns)
    {
        if (cells[0].StartsWith('#'))
        {
            return Advice.Comment;
        }

        if (cells.Length < columns && cells.Any(cell => cell.Contains(';', StringComparison.Ordinal)))
        {
            return $"The row has semicolons. {SaveAs}";
        }

        if (columns == 1 && cells.Length > 2)
        {
            return "The first line names the columns: a title above it must go, or begin with # and a blank.";
        }

        return cells.Length > columns && HasBrokenNumber(cells)
            ? $"{Advice.Commas} Put a text that has a comma in quotation marks."
            : "Put a cell that has a comma in quotation marks; write empty cells as well.";
    }

    /// <summary>True where a comma parts two digits: <c>1,290</c>, <c>3,5 d</c>.</summary>
    private static bool HasBrokenNumber(string[] cells)
    {
        for (var cell = 1; cell < cells.Length; cell++)
        {
            if (cells[cell - 1].Length > 0 && char.IsAsciiDigit(cells[cell - 1][^1]) && cells[cell].Length > 0 && char.IsAsciiDigit(cells[cell][0]))
            {
                return true;
            }
        }

        return false;
    }
}
