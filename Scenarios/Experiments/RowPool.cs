using System.Collections;
using System.Collections.Concurrent;
using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// Keeps what names a value once for all replications and scenarios: of tens of thousands of rows each, only the values differ.
/// </summary>
/// <param name="keepsBases">Also keep what values were divided by: see <see cref="ResultRow.Base"/>.</param>
/// <param name="keeps">Which values are kept, and then no series and flows; null: everything is.</param>
internal sealed class RowPool(bool keepsBases = false, Predicate<ResultKey>? keeps = null)
{
    private readonly ConcurrentDictionary<(ResultKey, string Unit), RowName> names = new();

    /// <summary>Asked once for each key: there are as many in every run.</summary>
    private readonly ConcurrentDictionary<ResultKey, bool> kept = new();

    /// <summary>The same result in a fraction of the memory.</summary>
    /// <param name="all">The result.</param>
    /// <param name="keepsDemands">Also keep what was asked of beds.</param>
    public ReplicationResult Share(ReplicationResult all, bool keepsDemands = true)
    {
        var result = keeps is null ? all : Less(all, keeps);
        var rows = new SharedRows(new RowName[result.Rows.Count], new double[result.Rows.Count], keepsBases ? new double[result.Rows.Count] : []);
        for (var i = 0; i < result.Rows.Count; i++)
        {
            var row = result.Rows[i];
            rows.Names[i] = names.GetOrAdd((new ResultKey(row.Period, row.Measure, row.Place, row.Group), row.Unit), key => new RowName(key.Item1, key.Unit));
            rows.Values[i] = row.Value;
            if (keepsBases)
            {
                rows.Bases[i] = row.Base;
            }
        }

        return new ReplicationResult
        {
            Rows = rows,
            Timelines = result.Timelines,
            Flows = [.. result.Flows],
            Demands = keepsDemands ? result.Demands : [],
            Events = result.Events,
            FirstDay = result.FirstDay,
        };
    }

    private ReplicationResult Less(ReplicationResult all, Predicate<ResultKey> isKept) => new()
    {
        Rows = [.. all.Rows.Where(row => kept.GetOrAdd(new ResultKey(row.Period, row.Measure, row.Place, row.Group), key => isKept(key)))],
        Timelines = [],
        Flows = [],
        Demands = all.Demands,
        Events = all.Events,
        FirstDay = all.FirstDay,
    };

    private sealed record RowName(ResultKey Key, string Unit);

    private sealed record SharedRows(RowName[] Names, double[] Values, double[] Bases) : IReadOnlyList<ResultRow>
    {
        public int Count => Values.Length;

        public ResultRow this[int index] =>
            new(Names[index].Key.Period, Names[index].Key.Measure, Names[index].Key.Place, Names[index].Key.Group, Names[index].Unit, Values[index])
            {
                Base = Bases.Length > 0 ? Bases[index] : double.NaN,
            };

        public IEnumerator<ResultRow> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
