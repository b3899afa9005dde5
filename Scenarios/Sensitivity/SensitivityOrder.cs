namespace FlowSim.Scenarios.Sensitivity;

/// <summary>Which numbers move the measures most. Measures have different units, so a move counts as a share of the largest move of its measure.</summary>
public sealed class SensitivityOrder
{
    private readonly Dictionary<string, (double Share, SensitivityRow Row)> strongest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> totals = new(StringComparer.Ordinal);

    /// <param name="rows">A row for a number and a measure.</param>
    public SensitivityOrder(IEnumerable<SensitivityRow> rows)
    {
        var all = rows.ToList();
        var largest = all.GroupBy(row => row.Measure).ToDictionary(group => group.Key, group => group.Max(row => row.Move), StringComparer.Ordinal);
        foreach (var row in all)
        {
            var share = largest[row.Measure] > 0 ? row.Move / largest[row.Measure] : 0;
            totals[row.Path] = totals.GetValueOrDefault(row.Path) + share;
            if (!strongest.TryGetValue(row.Path, out var known) || share > known.Share)
            {
                strongest[row.Path] = (share, row);
            }
        }
    }

    /// <summary>The measure that a number moves most, compared with what other numbers do to it; null where it was not tried.</summary>
    public SensitivityRow? StrongestOf(string path) => Find(path)?.Row;

    /// <summary>Its move as a share of the largest move of that measure [0 to 1]; -1 where it was not tried.</summary>
    public double ShareOf(string path) => Find(path)?.Share ?? -1;

    /// <summary>
    /// Its shares of all measures, added up: of numbers that are each the strongest of a measure that one comes first which moves others too; -1 where it
    /// was not tried.
    /// </summary>
    public double TotalOf(string path) => Find(path) is { } found ? totals[found.Row.Path] : -1;

    /// <summary>The rows of a table that were moved together stand under its name.</summary>
    private (double Share, SensitivityRow Row)? Find(string path) =>
        strongest.TryGetValue(path, out var found) || strongest.TryGetValue(path.Split('[')[0], out found) ? found : null;
}
