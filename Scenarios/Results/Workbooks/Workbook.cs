using FlowSim.Scenarios.Results.Tables;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace FlowSim.Scenarios.Results.Workbooks;

/// <summary>
/// Results as an Excel workbook: further sheets first, then levels, differences with levels, and the ledger, with the columns of the CSV files.
/// </summary>
public static class Workbook
{
    /// <summary>Rows that a sheet can have, its head among them.</summary>
    private const int MostRows = 1_048_576;

    private const int LetterCount = 26;

    /// <summary>Writes the workbook.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="results">What was run.</param>
    /// <param name="measures">By id, which measures go in: the automatic ones of every stage and pool would be most of it.</param>
    /// <param name="first">Sheets that stand before the others.</param>
    public static void Write(Stream stream, ResultSet results, Predicate<string> measures, IReadOnlyList<WorkbookSheet> first)
    {
        using var workbook = Spreadsheet.CreateNewAsync(stream).AsTask().GetAwaiter().GetResult();
        var head = workbook.AddStyle(new Style { Font = { Bold = true } });
        foreach (var sheet in first)
        {
            Begin(workbook, head, sheet.Name, sheet.Columns);
            Add(new SheetRows(workbook), sheet);
        }

        Write(workbook, head, "Levels", ResultTables.Summary, results.Summaries.Where(row => measures(row.Key.Measure)));
        Write(workbook, head, "Differences", ResultTables.Differences, results.Differences.Where(row => measures(row.Key.Measure)));
        Write(workbook, head, "Savings", ResultTables.Savings, results.Savings);
        Write(workbook, head, "Ledger", ResultTables.Ledger, results.Ledger);
        Write(workbook, head, "Claims", ResultTables.Claims, results.Claims);
        workbook.FinishAsync().AsTask().GetAwaiter().GetResult();
    }

    private static void Add(SheetRows writer, WorkbookSheet sheet)
    {
        foreach (var row in sheet.Rows)
        {
            for (var column = 0; column < sheet.Columns.Count; column++)
            {
                switch (row[column])
                {
                    case string text:
                        writer.Cell(sheet.Columns[column], text);
                        break;
                    case double number:
                        writer.Cell(sheet.Columns[column], number);
                        break;
                    default:
                        writer.Empty(sheet.Columns[column]);
                        break;
                }
            }

            writer.EndRow();
        }
    }

    /// <summary>A sheet of a result file, or several of more rows than one can have; none where the file has no rows.</summary>
    private static void Write<T>(Spreadsheet workbook, StyleId head, string name, RowTable<T> table, IEnumerable<T> rows)
        where T : class
    {
        foreach (var (part, sheet) in rows.Chunk(MostRows - 1).Select((part, index) => (part, index + 1)))
        {
            Begin(workbook, head, sheet == 1 ? name : FormattableString.Invariant($"{name} {sheet}"), table.Written);
            table.Write(new SheetRows(workbook), part);
        }
    }

    /// <summary>The head stays in sight, and the rows can be filtered by it.</summary>
    private static void Begin(Spreadsheet workbook, StyleId head, string name, IReadOnlyList<string> columns)
    {
        var options = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions($"A1:{Letters(columns.Count)}1") };
        workbook.StartWorksheetAsync(name, options).AsTask().GetAwaiter().GetResult();
        workbook.AddRowAsync(columns.Select(column => new StyledCell(column, head)).ToArray()).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The name of a column: A, B, …, Z, AA.</summary>
    private static string Letters(int column) =>
        column <= LetterCount ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / LetterCount) + Letters(((column - 1) % LetterCount) + 1);
}
