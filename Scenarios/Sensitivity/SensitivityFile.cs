using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Results.Tables;

namespace FlowSim.Scenarios.Sensitivity;

/// <summary>
/// sensitivity.csv: a row for a number and a measure. It stands beside system.yaml; a run reads it to say which numbers decide, and no number of a run
/// depends on it.
/// </summary>
public static class SensitivityFile
{
    public const string FileName = SystemFolder.Sensitivity;

    private static readonly RowTable<SensitivityRow> Table = new RowTable<SensitivityRow>(FileName)
        .Text("path", row => row.Path).Text("measure", row => row.Measure).Text("unit", row => row.Unit).Required("baseline", row => row.Baseline)
        .Text("low", row => row.Low).Number("at_low", row => row.AtLow).Number("at_low_half", row => row.AtLowHalf)
        .Text("high", row => row.High).Number("at_high", row => row.AtHigh).Number("at_high_half", row => row.AtHighHalf)
        .Text("run", row => row.Run).Text("value", row => row.Value);

    private static readonly string[] Needed = ["path", "measure", "unit", "baseline", "at_low", "at_high"];

    public static void Write(Stream stream, IEnumerable<SensitivityRow> rows) => Table.Write(stream, rows);

    /// <summary>What stands beside a system; null where nothing does, or, with the problems said, where it cannot be read.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static IReadOnlyList<SensitivityRow>? Beside(SystemFiles files, ProblemList problems) =>
        files.Sources.BytesOf(FileName) is { } bytes ? Read(bytes, FileName, problems) : null;

    /// <summary>The rows of a file; null with problems said.</summary>
    /// <param name="bytes">Its content.</param>
    /// <param name="file">Its name in problems.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<SensitivityRow>? Read(byte[] bytes, string file, ProblemList problems)
    {
        if (CsvTableReader.Read(bytes, "sensitivity", file, problems) is not { } table)
        {
            return null;
        }

        var missing = Needed.Where(column => table.ColumnOf(column) < 0).ToList();
        if (missing.Count > 0)
        {
            problems.Error(table.Where, "sensitivity", "columns " + string.Join(", ", Needed), "none named " + string.Join(", ", missing),
                "Write it anew with 'flowsim assumptions --try'.");
            return null;
        }

        var rows = table.Rows.Select(row => Read(table, row, problems)).ToList();
        return rows.Contains(null) ? null : [.. rows.OfType<SensitivityRow>()];
    }

    private static SensitivityRow? Read(TableData table, TableRow row, ProblemList problems)
    {
        var sound = true;
        string Cell(string column) => table.ColumnOf(column) is >= 0 and var at ? row.Cells[at].Trim() : "";
        double Number(string column)
        {
            if (Cell(column).Length == 0)
            {
                return double.NaN;
            }

            if (NumberText.TryParse(Cell(column), out var value, out var expected))
            {
                return value;
            }

            problems.Error(row.Where, $"sensitivity.{column}", expected, Cell(column));
            sound = false;
            return double.NaN;
        }

        var read = new SensitivityRow
        {
            Path = Cell("path"),
            Measure = Cell("measure"),
            Unit = Cell("unit"),
            Baseline = Number("baseline"),
            Low = Cell("low"),
            AtLow = Number("at_low"),
            AtLowHalf = Number("at_low_half"),
            High = Cell("high"),
            AtHigh = Number("at_high"),
            AtHighHalf = Number("at_high_half"),
            Run = Cell("run"),
            Value = Cell("value"),
        };
        if (read.Path.Length == 0 || read.Measure.Length == 0)
        {
            problems.Error(row.Where, "sensitivity", "a path and a measure in every row", read.Path.Length == 0 ? "no path" : "no measure");
            sound = false;
        }

        return sound ? read : null;
    }
}
