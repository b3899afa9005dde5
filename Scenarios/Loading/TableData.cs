namespace FlowSim.Scenarios.Loading;

/// <summary>A table as read from CSV or from the YAML itself: text in columns.</summary>
public sealed class TableData
{
    private readonly TableText text;

    /// <summary>Cells that a scenario has changed, by row as read and column.</summary>
    private readonly Dictionary<(int Row, int Column), string> changed;

    public TableData(string name, SourceLocation where, string[] columns, TableText text)
        : this(name, where, columns, text, [], null)
    {
    }

    private TableData(string name, SourceLocation where, string[] columns, TableText text, Dictionary<(int Row, int Column), string> changed, List<int>? kept)
    {
        Name = name;
        Where = where;
        Columns = columns;
        this.text = text;
        this.changed = changed;
        Rows = new TableRows(this, text.Count, kept);
    }

    public string Name { get; }

    public SourceLocation Where { get; }

    public string[] Columns { get; }

    public TableRows Rows { get; }

    /// <summary>Index of a column, or -1.</summary>
    public int ColumnOf(string name) => Array.IndexOf(Columns, name);

    /// <summary>A copy that can be changed without changing this one; what was read is shared.</summary>
    public TableData Copy() => new(Name, Where, Columns, text, new Dictionary<(int Row, int Column), string>(changed), Rows.Kept());

    internal string Cell(int row, int column) =>
        changed.Count > 0 && changed.TryGetValue((row, column), out var cell) ? cell : text[row, column];

    internal void Change(int row, int column, string cell) => changed[(row, column)] = cell;

    internal SourceLocation WhereOf(int row) => text.WhereOf(row);
}
