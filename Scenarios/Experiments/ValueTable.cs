using System.Diagnostics.CodeAnalysis;
using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Experiments;

/// <summary>One measure of one scenario: a value per replication, NaN where undefined or not reported.</summary>
internal sealed record ValueRow(ResultKey Key, string Unit, double[] Values);

/// <summary>The values of a scenario by key, in the order in which the replications report them.</summary>
internal sealed class ValueTable
{
    private const string ShareOfTime = "share";

    private readonly Dictionary<ResultKey, ValueRow> byKey;

    private ValueTable(IReadOnlyList<ValueRow> rows)
    {
        Rows = rows;
        byKey = rows.ToDictionary(row => row.Key);
    }

    public IReadOnlyList<ValueRow> Rows { get; }

    public static ValueTable Of(ScenarioResult scenario) => Of(scenario, _ => true);

    /// <summary>The values of some measures alone.</summary>
    /// <param name="scenario">What it gave.</param>
    /// <param name="measures">By id, which to keep.</param>
    public static ValueTable Of(ScenarioResult scenario, Predicate<string> measures)
    {
        var count = scenario.Reported.Count;
        var order = new MergedOrder<ResultKey, ValueRow>();
        for (var replication = 0; replication < count; replication++)
        {
            order.StartOver();
            foreach (var row in scenario.RowsOf(replication).Where(row => measures(row.Measure)))
            {
                Take(order, row, replication, count);
            }
        }

        var rows = order.ToList();
        for (var replication = 0; replication < count; replication++)
        {
            if (scenario.Reported[replication] is null)
            {
                Forget(rows, replication, scenario.RowsOf(replication).Select(row => row.Period).ToHashSet());
            }
        }

        return new ValueTable(rows);
    }

    public bool TryFind(ResultKey key, [NotNullWhen(true)] out ValueRow? row) => byKey.TryGetValue(key, out row);

    private static void Take(MergedOrder<ResultKey, ValueRow> order, ResultRow row, int replication, int count)
    {
        var key = new ResultKey(row.Period, row.Measure, row.Place, row.Group);
        order.Visit(key, () => new ValueRow(key, row.Unit, NotReported(row.Unit, count))).Values[replication] = row.Value;
    }

    // Shares of time by number occupied end at the highest number a replication saw: beyond it they are 0, not unknown.
    private static double[] NotReported(string unit, int count)
    {
        var values = new double[count];
        Array.Fill(values, unit == ShareOfTime ? 0 : double.NaN);
        return values;
    }

    /// <summary>A replication that was interrupted says nothing about the periods it did not come to.</summary>
    private static void Forget(List<ValueRow> rows, int replication, HashSet<string> finished)
    {
        foreach (var row in rows.Where(row => !finished.Contains(row.Key.Period)))
        {
            row.Values[replication] = double.NaN;
        }
    }
}
