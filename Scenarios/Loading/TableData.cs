namespace FlowSim.Scenarios.Loading;

/// <summary>A table as read from CSV or from the YAML itself: text in columns.</summary>
public sealed class TableData
{
    private readonly TableText text;

    /// <summary>Cells that a scenario has changed or added, by row and column; rows and columns that were read come before those added.</summary>
    private readonly Dictionary<(int Row, int Column), string> changed;

    /// <summary>Where each row that a scenario has added is written.</summary>
    private readonly List<SourceLocation> added;

    public TableData(string name, SourceLocation where, string[] columns, TableText text)
        : this(name, where, columns, text, [], [], null)
    {
    }

    private TableData(string name, SourceLocation where, string[] columns, TableText text, Dictionary<(int Row, int Column), string> changed,
        List<SourceLocation> added, List<int>? kept)
    {
        Name = name;
        Where = where;
        Columns = columns;
        this.text = text;
        this.changed = changed;
        this.added = added;
        Rows = new TableRows(this, text.Count + added.Count, kept);
    }

    public string Name { get; }

    public SourceLocation Where { get; }

    public string[] Columns { get; private set; }

    public TableRows Rows { get; }

    /// <summary>Index of a column, or -1.</summary>
    public int ColumnOf(string name) => Array.IndexOf(Columns, name);

    /// <summary>A copy that can be changed without changing this one; what was read is shared.</summary>
    public TableData Copy() => new(Name, Where, Columns, text, new Dictionary<(int Row, int Column), string>(changed), [.. added], Rows.Kept());

    /// <summary>Adds a column of empty cells, after the others; its index.</summary>
    internal int AddColumn(string name)
    {
        Columns = [.. Columns, name];
        return Columns.Length - 1;
    }

    /// <summary>Adds a row after the others.</summary>
    /// <param name="where">Where it is written.</param>
    /// <param name="cells">A cell for each column.</param>
    internal void AddRow(SourceLocation where, IReadOnlyList<string> cells)
    {
        var row = text.Count + added.Count;
        added.Add(where);
        for (var column = 0; column < cells.Count; column++)
        {
            Change(row, column, cells[column]);
        }

        Rows.Add(row);
    }

    internal string Cell(int row, int column) =>
        changed.Count > 0 && changed.TryGetValue((row, column), out var cell) ? cell : row < text.Count && column < text.Width ? text[row, column] : "";

    internal void Change(int row, int column, string cell) => changed[(row, column)] = cell;

    internal SourceLocation WhereOf(int row) => row < text.Count ? text.WhereOf(row) : added[row - text.Count];
}
