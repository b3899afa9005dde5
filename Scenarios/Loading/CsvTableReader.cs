using CsvHelper;

namespace FlowSim.Scenarios.Loading;

/// <summary>Reads a table from CSV, or from the first sheet of a workbook: comma, a header line, comments and rows without any data left out.</summary>
internal static class CsvTableReader
{
    private const string Ending = ".csv";

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>The table; null if it cannot be read, with the problems said.</summary>
    /// <param name="file">Name in problems, relative to the system's folder; the path in the description is the same without its ending.</param>
    public static TableData? Read(byte[] bytes, string name, string file, ProblemList problems)
    {
        var isWorkbook = file.EndsWith(WorkbookTable.Ending, StringComparison.Ordinal);
        var ending = isWorkbook ? WorkbookTable.Ending : Ending;
        var path = file.EndsWith(ending, StringComparison.Ordinal) ? file[..^ending.Length].Replace('/', '.') : name;
        if (isWorkbook)
        {
            if (WorkbookTable.AsCsv(bytes, file, problems) is not { } csv)
            {
                return null;
            }

            bytes = csv;
        }

        if (Utf8Text.Content(bytes, file, problems) is not { } content)
        {
            return null;
        }

        CsvComments.Blank(content.Span);
        using var reader = CsvReader.Create(content, Options);
        try
        {
            return ReadTable(reader, content.Span, name, file, path, problems);
        }
        catch (CsvFormatException exception)
        {
            problems.Error(new SourceLocation(file, (int)exception.LineNumber, 0), path, "comma-separated cells", exception.Message,
                "Look for a quotation mark that is not closed.");
            return null;
        }
    }

    private static TableData? ReadTable(CsvReader reader, ReadOnlySpan<byte> content, string name, string file, string path, ProblemList problems)
    {
        if (!ReadRow(reader))
        {
            problems.Error(new SourceLocation(file, 1, 0), path, "a header line with the names of the columns", "an empty file");
            return null;
        }

        var header = At(reader, file);
        var columns = Cells(reader);
        if (!CsvFault.HasCommas(columns, header, path, problems))
        {
            return null;
        }

        var sound = HeaderIsSound(columns, header, path, problems);
        var text = new TableText.Builder(columns.Length, file, rows: content.Count((byte)'\n') + 1, content.Length);
        while (ReadRow(reader))
        {
            if (reader.FieldCount == columns.Length)
            {
                for (var cell = 0; cell < columns.Length; cell++)
                {
                    text.Add(reader.GetSpan(cell));
                }

                text.EndRow((int)reader.LineNumber);
                continue;
            }

            sound = false;
            problems.Error(At(reader, file), path, $"{columns.Length} cells, as in the header", $"{reader.FieldCount} cells",
                CsvFault.HintFor(Cells(reader), columns.Length));
        }

        return sound ? new TableData(name, header, columns, text.Build()) : null;
    }

    private static bool HeaderIsSound(string[] columns, SourceLocation where, string path, ProblemList problems)
    {
        var sound = true;
        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column].Length == 0)
            {
                sound = false;
                problems.Error(where, path, $"a name for column {column + 1}", "");
            }
            else if (Array.IndexOf(columns, columns[column]) < column)
            {
                sound = false;
                problems.Error(where, path, "each column once", columns[column]);
            }
        }

        return sound;
    }

    /// <summary>Goes to the next row that has data: a spreadsheet writes rows of empty cells where something once stood.</summary>
    private static bool ReadRow(CsvReader reader)
    {
        while (reader.Read())
        {
            for (var cell = 0; cell < reader.FieldCount; cell++)
            {
                if (reader.GetString(cell).Length > 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string[] Cells(CsvReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = reader.GetString(cell);
        }

        return cells;
    }

    private static SourceLocation At(CsvReader reader, string file) => new(file, (int)reader.LineNumber, 0);
}
