using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Numbers;

/// <summary>The rows of tables and rosters as numbers.</summary>
internal sealed class TableNumbers
{
    /// <summary>Rows of a table that are named one by one; of a longer one those of one origin stand together.</summary>
    private const int MostRows = 1_000;

    /// <summary>Columns of a roster that say when a row holds.</summary>
    private static readonly string[] RosterKeys = ["days", "from", "to"];

    private readonly HashSet<string> keys;
    private readonly TableReaders readers;
    private readonly ILookup<string, Assumption> noted;

    public TableNumbers(SystemDescription description, TableReaders readers)
    {
        keys = [
            .. TableColumns.Keys, .. description.Dimensions.Select(dimension => dimension.Name.Text),
            .. description.Attributes.Select(attribute => attribute.Name.Text)];
        this.readers = readers;
        noted = description.Assumptions.ToLookup(one => one.Path);
    }

    /// <summary>Every row of the tables of a section, tables in the order of their names.</summary>
    public IEnumerable<DescribedNumber> Of(string section, IReadOnlyDictionary<string, TableData> tables) =>
        tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal).SelectMany(table => table.Rows.Count > MostRows
            ? Together(section, table)
            : table.Rows.Select(row => Of(section, table, row)));

    /// <summary>The columns of a table that say what a row is for.</summary>
    public IReadOnlyList<string> KeysOf(string section, TableData table) => [.. table.Columns.Where(column => IsKey(section, column))];

    private bool IsKey(string section, string column) =>
        section == SystemFolder.Rosters ? RosterKeys.Contains(column) || (keys.Contains(column) && !TableColumns.Keys.Contains(column)) : keys.Contains(column);

    private IEnumerable<DescribedNumber> Together(string section, TableData table)
    {
        var path = $"{section}.{table.Name}";
        var uses = readers.Of(section, table.Name);
        var origins = noted[path].Select(one =>
            new DescribedNumber(path, one.Value, one.Where) { Status = one.Status, Range = one.Range, Source = one.Source, Note = one.Note, UsedBy = uses });
        return origins.DefaultIfEmpty(new DescribedNumber(path, FormattableString.Invariant($"{table.Rows.Count} rows"), table.Where) { UsedBy = uses });
    }

    private DescribedNumber Of(string section, TableData table, TableRow row)
    {
        string Cell(string column) => table.ColumnOf(column) is >= 0 and var at ? row.Cells[at].Trim() : "";
        var keyed = KeysOf(section, table).Where(column => Cell(column).Length > 0).Select(column => $"{column}={Cell(column)}").ToList();
        var values = table.Columns.Where(column => !IsKey(section, column) && !TableColumns.IsMetadata(column) && Cell(column).Length > 0).ToList();
        var path = keyed.Count == 0 ? $"{section}.{table.Name}" : $"{section}.{table.Name}[{string.Join(", ", keyed)}]";
        return new DescribedNumber(path, string.Join(", ", values.Select(column => values.Count == 1 ? Cell(column) : $"{column} {Cell(column)}")), row.Where)
        {
            Status = Cell("status"),
            Range = Cell("range"),
            Source = Cell("source"),
            Note = Cell("note"),
            UsedBy = readers.Of(section, table.Name),
        };
    }
}
