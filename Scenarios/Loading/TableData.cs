namespace FlowSim.Scenarios.Loading;

/// <summary>One row of a table as read.</summary>
public sealed class TableRow
{
    public TableRow(string[] cells, SourceLocation where)
    {
        Cells = cells;
        Where = where;
    }

    public string[] Cells { get; }

    public SourceLocation Where { get; }
}

/// <summary>A table as read from CSV or from the YAML itself: text in columns.</summary>
public sealed class TableData
{
    public TableData(string name, SourceLocation where, string[] columns, List<TableRow> rows)
    {
        Name = name;
        Where = where;
        Columns = columns;
        Rows = rows;
    }

    public string Name { get; }

    public SourceLocation Where { get; }

    public string[] Columns { get; }

    public List<TableRow> Rows { get; }

    public int ColumnOf(string name) => Array.IndexOf(Columns, name);
}
