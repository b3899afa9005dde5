namespace FlowSim.Scenarios.Loading;

/// <summary>Columns of tables that have a fixed meaning.</summary>
internal static class TableColumns
{
    /// <summary>What is known about the numbers of a row; never keys, never values.</summary>
    public static IReadOnlyList<string> Metadata { get; } = ["status", "source", "range", "note"];

    /// <summary>Keys beside attributes and dimensions.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["hour", "weekday", "month", "date", "place", "visit"];

    /// <summary>The value column of an inline table with one value a row.</summary>
    public const string Value = "value";

    public static bool IsMetadata(string column) => Metadata.Contains(column);
}
