using FlowSim.Scenarios.Language;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Savings.Reading;

/// <summary>A table of the ledger as read: cells by the name of their column, and problems that name file, line and column.</summary>
internal sealed class LedgerTable
{
    private readonly TableData table;
    private readonly ProblemList problems;

    public LedgerTable(TableData table, ProblemList problems)
    {
        this.table = table;
        this.problems = problems;
    }

    public TableRows Rows => table.Rows;

    /// <summary>True if all columns are there that must be, and no other than may be.</summary>
    public bool HasColumns(string[] demanded, string[] optional)
    {
        string[] known = [.. demanded, .. optional];
        var sound = true;
        foreach (var missing in demanded.Where(column => table.ColumnOf(column) < 0))
        {
            problems.Error(table.Where, table.Name, $"a column {missing}", string.Join(", ", table.Columns),
                Nearest.Hint(missing, table.Columns.Where(column => !known.Contains(column))));
            sound = false;
        }

        foreach (var odd in table.Columns.Where(column => !known.Contains(column)))
        {
            problems.Error(table.Where, table.Name, $"one of the columns {string.Join(", ", known)}", odd, Nearest.Hint(odd, known));
            sound = false;
        }

        return sound;
    }

    /// <summary>A cell; empty where there is no such column.</summary>
    public string Cell(TableRow row, string column) => table.ColumnOf(column) is >= 0 and var at ? row.Cells[at].Trim() : "";

    /// <summary>The cell with what it should have been.</summary>
    public void Refuse(TableRow row, string column, string expected, string hint = "") =>
        problems.Error(row.Where, $"{table.Name}.{column}", expected, Cell(row, column), hint);

    /// <summary>True if a cell says something; the problem is said.</summary>
    public bool Says(TableRow row, string column, string expected)
    {
        if (Cell(row, column).Length > 0)
        {
            return true;
        }

        Refuse(row, column, expected);
        return false;
    }

    /// <summary>True if a row says where it is from; the problem is said.</summary>
    public bool HasSource(TableRow row) => Says(row, "source", "where it is from, or \"none found\"");

    /// <summary>True if a row says how well it is known and where it is from; the problem is said.</summary>
    public bool HasOrigin(TableRow row) => HasSource(row) & HasStatus(row);

    private bool HasStatus(TableRow row)
    {
        const string Status = "status";
        if (OriginWords.Statuses.Contains(Cell(row, Status)))
        {
            return true;
        }

        Refuse(row, Status, $"one of {string.Join(", ", OriginWords.Statuses)}", Nearest.Hint(Cell(row, Status), OriginWords.Statuses));
        return false;
    }

    /// <summary>A year of prices; null with the problem said.</summary>
    public int? Year(TableRow row, string column)
    {
        if (PriceYear.TryParse(Cell(row, column), out var year))
        {
            return year;
        }

        Refuse(row, column, PriceYear.Expected, "Every amount of money has the year of its prices beside it.");
        return null;
    }

    /// <summary>A plain number; null with the problem said.</summary>
    public decimal? Number(TableRow row, string column, string expected, string hint = "")
    {
        if (NumberText.TryParse(Cell(row, column), out var value, out _) && Math.Abs(value) < LargestAmount)
        {
            return (decimal)value;
        }

        Refuse(row, column, expected, hint);
        return null;
    }

    /// <summary>Says what is wrong with a range of two ends: the wrong way round, or not around its value.</summary>
    public void CheckRange(TableRow row, string column, string value) =>
        PlausibleRange.Check(Cell(row, column), value, row.Where, $"{table.Name}.{column.Replace("range", "", StringComparison.Ordinal).TrimEnd('_')}".TrimEnd('.'), problems);

    /// <summary>No price is as large [£].</summary>
    private const double LargestAmount = 1e12;
}
