using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Changes;

/// <summary>What stands in a place after a <c>set</c>.</summary>
internal static class SetValue
{
    private const string Assumed = "assumed";

    /// <summary>The new value; where the old one told its source, the new one tells the change's and is assumed unless the change says otherwise.</summary>
    public static Node For(ScenarioChange change, Node? old)
    {
        if (change.Value is not ScalarNode scalar || old is not MapNode map || !map.Has(TableColumns.Value))
        {
            return change.Value!.Clone();
        }

        var written = new MapNode(scalar.Where);
        written.Set(TableColumns.Value, scalar.Clone());
        written.Set("status", Text(change.Status.Length > 0 ? change.Status : Assumed, scalar));
        if (change.Source.Length > 0)
        {
            written.Set("source", Text(change.Source, scalar));
        }

        if (change.Range.Length > 0)
        {
            written.Set("range", Text(change.Range, scalar));
        }

        return written;
    }

    private static ScalarNode Text(string text, ScalarNode beside) => new(text, beside.Where, quoted: true);
}
