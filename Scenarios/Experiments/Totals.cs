namespace FlowSim.Scenarios.Experiments;

/// <summary>Which rows count where a total stands for its groups: totals, and groups of what has no total at a place.</summary>
internal sealed class Totals
{
    private readonly HashSet<(string Measure, string Place)> those;

    /// <param name="rows">Measure, place and group of all rows.</param>
    public Totals(IEnumerable<(string Measure, string Place, string Group)> rows) =>
        those = [.. rows.Where(row => row.Group.Length == 0).Select(row => (row.Measure, row.Place))];

    /// <param name="keys">What all rows are about.</param>
    public Totals(IEnumerable<ResultKey> keys)
        : this(keys.Select(key => (key.Measure, key.Place, key.Group)))
    {
    }

    public bool Keeps(ResultKey key) => Keeps(key.Measure, key.Place, key.Group);

    public bool Keeps(string measure, string place, string group) => group.Length == 0 || !those.Contains((measure, place));
}
