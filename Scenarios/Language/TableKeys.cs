namespace FlowSim.Scenarios.Language;

/// <summary>Keys of a table written in place.</summary>
internal static class TableKeys
{
    public static readonly Key Columns = new("keys", new ListKind(Kinds.Text, "a list of columns"), "The columns that are keys.")
    {
        Required = true,
        Example = "[site]",
    };
    public static readonly Key Rows = new("rows", new NamesKind(new AnythingKind("a value or a map of outcomes"), "the rows by their keys"),
        "The rows by their keys: a value, or outcomes and their shares.")
    {
        Required = true,
        Example = "{ north: 6.2 d }",
    };

    /// <summary>A table written in place.</summary>
    public static readonly Section Table = new("table", "a table, such as { keys: [site], rows: { north: 6.2 d } }", [Columns, Rows, .. ValueKeys.Origin]);
}
