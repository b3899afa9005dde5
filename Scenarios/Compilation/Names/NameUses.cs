namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>Which names something reads, noted while the parts are compiled.</summary>
internal sealed class NameUses
{
    private readonly HashSet<string> clocks = new(StringComparer.Ordinal);
    private readonly HashSet<string> groups = new(StringComparer.Ordinal);
    private readonly HashSet<(string Table, string Column)> columns = [];

    /// <summary>A measure, a timeline, a condition or a timer looks at the clock.</summary>
    public void ReadClock(string clock) => clocks.Add(clock);

    /// <summary>Something takes values from the column.</summary>
    public void ReadColumn(string table, string column) => columns.Add((table, column));

    /// <summary>A measure, a timeline, <c>keep</c> or a condition speaks of the pools of this name or group.</summary>
    public void ReadGroup(string group) => groups.Add(group);

    public bool IsGroupRead(string group) => groups.Contains(group);

    public bool IsClockRead(string clock) => clocks.Contains(clock);

    public bool IsColumnRead(string table, string column) => columns.Contains((table, column));

    /// <summary>True when some column of the table is read.</summary>
    public bool IsTableRead(string table) => columns.Any(column => column.Table == table);
}
