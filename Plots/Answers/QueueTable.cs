using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Answers;

/// <summary>
/// Where people wait: pools for which most wait, of the baseline or of a scenario, with what each scenario makes of it. Waiting lists, on which people are at
/// home, come after them.
/// </summary>
public sealed class QueueTable
{
    private const int MostQueues = 8;
    private const int MostLists = 3;
    private const int MostMoved = 3;

    /// <summary>Queues of fewer are none [patients].</summary>
    private const double Noticed = 0.05;
    private const string QueueLength = "queue_length";
    private const string Utilisation = "utilisation";

    private readonly ReportData data;

    internal QueueTable(ReportData data, IReadOnlyList<string> scenarios)
    {
        this.data = data;
        Scenarios = [data.Reference, .. scenarios];
        Rows = [.. Keys().Select(key => Row(key))];
    }

    /// <summary>Measures that are looked up for it.</summary>
    internal static IReadOnlyList<string> Measures { get; } = [QueueLength, Utilisation];

    /// <summary>The baseline, then the others.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>None where nobody waits.</summary>
    public IReadOnlyList<QueueRow> Rows { get; }

    /// <summary>The period in words.</summary>
    internal string Period => data.InWords(data.Period);

    /// <summary>The table of all that was run.</summary>
    /// <param name="results">With the automatic measures of pools.</param>
    public static QueueTable Of(ResultSet results)
    {
        var found = new ReportData(results, Measures);
        return new QueueTable(found, found.Compared);
    }

    /// <summary>A scenario as a reader calls it.</summary>
    public string TitleOf(string scenario) => scenario == data.Reference ? "Baseline" : data.TitleOf(scenario);

    /// <summary>Queues that a scenario changes by more than chance, those that change most: a measure of the headline may not see them.</summary>
    internal IReadOnlyList<QueueRow> MovedBy(string scenario)
    {
        double By(QueueRow row) => Math.Abs(row[scenario].Change!.Mean);
        return [.. Rows.Where(row => row[scenario].IsSure && By(row) >= Noticed).OrderByDescending(By).Take(MostMoved)];
    }

    private List<ResultKey> Keys()
    {
        var pools = data.Results.Summaries.Where(row => row.Key.Measure == Utilisation).Select(row => row.Key.Group).ToHashSet(StringComparer.Ordinal);
        var keys = data.Results.Summaries.Where(row => row.Key.Measure == QueueLength && pools.Contains(row.Key.Group))
            .Where(row => row.Key.Period == data.Period && Scenarios.Contains(row.Scenario))
            .GroupBy(row => row.Key.Group).SelectMany(OfPlaces).GroupBy(row => row.Key).Select(group => (group.Key, Most: group.Max(row => row.Mean)))
            .Where(one => one.Most >= Noticed).OrderByDescending(one => one.Most).Select(one => one.Key).ToList();
        return [.. keys.Where(key => !IsList(key)).Take(MostQueues), .. keys.Where(IsList).Take(MostLists)];
    }

    private bool IsList(ResultKey key) => data.Results.System.Pools.Any(pool => pool.Id == key.Group && pool.HasList());

    private QueueRow Row(ResultKey key)
    {
        var pool = data.Names.GroupHeading(key.Group);
        var name = key.Place.Length > 0 && key.Place != PlaceName.System ? $"{pool}, {data.Names.Place(key.Place)}" : pool;
        return new QueueRow(name, IsList(key), [.. Scenarios.Select(scenario => new QueueCell(scenario, data.SummaryOf(scenario, key),
            data.SummaryOf(scenario, key with { Measure = Utilisation })?.Mean ?? double.NaN,
            scenario == data.Reference ? null : data.DifferenceOf(scenario, key)))]);
    }

    /// <summary>Of a pool at several places each of them, and not their sum.</summary>
    private static IEnumerable<Summary> OfPlaces(IEnumerable<Summary> pool)
    {
        var rows = pool.ToList();
        return rows.Exists(row => row.Key.Place != PlaceName.System) ? rows.Where(row => row.Key.Place != PlaceName.System) : rows;
    }
}

/// <summary>Who waits for a pool.</summary>
/// <param name="Name">What the pool is called, with its place.</param>
/// <param name="IsList">True where people wait at home.</param>
/// <param name="Cells">Of each scenario, the baseline first.</param>
public sealed record QueueRow(string Name, bool IsList, IReadOnlyList<QueueCell> Cells)
{
    public QueueCell this[string scenario] => Cells.First(cell => cell.Scenario == scenario);
}

/// <summary>Who waits for a pool in one scenario.</summary>
/// <param name="Scenario">Its id.</param>
/// <param name="Waiting">Mean number waiting with its interval; null: there is none.</param>
/// <param name="Use">How much of what is open is in use [%]; NaN: it is not known.</param>
/// <param name="Change">What the scenario changes of the number waiting; null of the baseline.</param>
public sealed record QueueCell(string Scenario, Summary? Waiting, double Use, Difference? Change)
{
    /// <summary>True where it changes by more than chance.</summary>
    public bool IsSure => Change is { } found && (found.Lower95 > 0 || found.Upper95 < 0);

    /// <summary>The mean number waiting, for a sentence.</summary>
    internal string Level => Waiting is { } row && double.IsFinite(row.Mean) ? ShortNumbers.ForLevel(row.Mean).Plain(row.Mean) : "–";

    /// <summary>The same with half its interval, and how much is in use, for a table.</summary>
    internal string Text
    {
        get
        {
            if (Waiting is not { } row || !double.IsFinite(row.Mean))
            {
                return "–";
            }

            var half = (row.Upper95 - row.Lower95) / 2;
            return Level + (double.IsFinite(half) ? $" ± {ShortNumbers.ForLevel(row.Mean).Plain(half)}" : "")
                + (double.IsFinite(Use) ? FormattableString.Invariant($" ({Use:0} %)") : "");
        }
    }
}
