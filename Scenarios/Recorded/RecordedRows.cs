using FlowSim.Scenarios.Compilation.Record;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Recorded;

/// <summary>The rows of a file of what was recorded: its columns, and what all such files have.</summary>
internal sealed class RecordedRows
{
    public const string MonthColumn = "month";
    public const string PlaceColumn = "place";
    public const string TypeColumn = "type";

    private const char And = '+';

    private static readonly string[] Explaining = ["status", "source", "note"];

    private readonly NamedFile file;
    private readonly ProblemList problems;

    public RecordedRows(NamedFile file, ProblemList problems)
    {
        this.file = file;
        this.problems = problems;
    }

    public TableRows Rows => file.Table.Rows;

    /// <summary>True where the file has the columns demanded and no unknown one, and a row.</summary>
    public bool HasColumns(params string[] demanded)
    {
        var table = file.Table;
        string[] all = [.. demanded, .. Explaining];
        var unknown = table.Columns.Where(column => !all.Contains(column)).ToList();
        foreach (var column in unknown)
        {
            problems.Error(table.Where, Path(column), $"the columns {string.Join(", ", all)}", column, Nearest.Hint(column, all));
        }

        var missing = demanded.Where(column => table.ColumnOf(column) < 0).ToList();
        foreach (var column in missing)
        {
            problems.Error(table.Where, Path(column), $"a column {column}", string.Join(", ", table.Columns), Nearest.Rename(column, unknown));
        }

        if (table.Rows.Count == 0)
        {
            problems.Error(table.Where, file.Kind, "a row for each month and place", "the names of the columns alone");
        }

        return missing.Count + unknown.Count == 0 && table.Rows.Count > 0;
    }

    public string Cell(TableRow row, string column) => file.Table.ColumnOf(column) is >= 0 and var index ? row.Cells[index] : "";

    public void Refuse(TableRow row, string column, string expected, string hint = "") =>
        problems.Error(row.Where, Path(column), expected, Cell(row, column), hint);

    /// <summary>The month of a row, as its first day; null after a problem.</summary>
    public DateOnly? Month(TableRow row)
    {
        var text = Cell(row, MonthColumn);
        if (text.Length == 7 && DateText.TryParse(text + "-01", out var day, out _))
        {
            return day;
        }

        Refuse(row, MonthColumn, "a month, such as 2017-04",
            DateText.TryParse(text, out var date, out _) ? $"Write {MonthOf(date)}." : "Months are written year-month, both in digits: 2017-04 is April 2017.");
        return null;
    }

    /// <summary>A number of at least 0, NaN for an empty cell; null after a problem.</summary>
    public double? Number(TableRow row, string column)
    {
        var text = Cell(row, column);
        if (text.Length == 0)
        {
            return double.NaN;
        }

        if (NumberText.TryParse(text, out var value, out var expected) && value >= 0)
        {
            return value;
        }

        Refuse(row, column, expected.Length > 0 ? expected + ", or nothing where it was not recorded" : "a number of at least 0");
        return null;
    }

    /// <summary>The instances meant by the place of a row: names of instances and trusts joined by +, or the whole system; null after a problem.</summary>
    /// <param name="row">The row.</param>
    /// <param name="parts">What may be recorded.</param>
    /// <param name="known">Every place that the file may name.</param>
    public IReadOnlySet<string>? Places(TableRow row, RecordedParts parts, IEnumerable<string> known)
    {
        var places = known.ToHashSet(StringComparer.Ordinal);
        var names = Cell(row, PlaceColumn).Split(And, StringSplitOptions.TrimEntries);
        if (names is [ResultRow.WholeSystem])
        {
            return places;
        }

        string[] all = [.. parts.Trusts.Keys, .. places];
        if (Array.Find(names, name => !all.Contains(name)) is { } unknown)
        {
            problems.Error(row.Where, Path(PlaceColumn), $"a place: {string.Join(", ", all.Distinct())}, or several joined by {And}", unknown,
                Nearest.Hint(unknown, all));
            return null;
        }

        if (names.Distinct().Count() == names.Length)
        {
            return names.SelectMany(parts.PlacesOf).ToHashSet(StringComparer.Ordinal);
        }

        Refuse(row, PlaceColumn, "each place once");
        return null;
    }

    /// <summary>A month as files write it.</summary>
    public static string MonthOf(DateOnly month) => month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    private string Path(string column) => $"{file.Kind}.{column}";
}
