using System.Text;
using CsvHelper;

namespace FlowSim.Scenarios.Loading;

/// <summary>Reads a table from CSV: comma, a header line, comments and rows without any data left out.</summary>
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
        var path = file.EndsWith(Ending, StringComparison.Ordinal) ? file[..^Ending.Length].Replace('/', '.') : name;
        if (Utf8Text.Decode(bytes, file, problems) is not { } text)
        {
            return null;
        }

        var content = Encoding.UTF8.GetBytes(text);
        CsvComments.Blank(content);
        using var reader = CsvReader.Create(content, Options);
        try
        {
            return ReadTable(reader, name, file, path, problems);
        }
        catch (CsvFormatException exception)
        {
            problems.Error(new SourceLocation(file, (int)exception.LineNumber, 0), path, "comma-separated cells", exception.Message, "Look for a quotation mark that is not closed.");
            return null;
        }
    }

    private static TableData? ReadTable(CsvReader reader, string name, string file, string path, ProblemList problems)
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
        var rows = new List<TableRow>();
        while (ReadRow(reader))
        {
            var cells = Cells(reader);
            if (cells.Length == columns.Length)
            {
                rows.Add(new TableRow(cells, At(reader, file)));
                continue;
            }

            sound = false;
            problems.Error(At(reader, file), path, $"{columns.Length} cells, as in the header", $"{cells.Length} cells", CsvFault.HintFor(cells, columns.Length));
        }

        return sound ? new TableData(name, header, columns, rows) : null;
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
