using System.Diagnostics.CodeAnalysis;
using FlowSim.Simulator.Kernel;

namespace FlowSim.Scenarios.Experiments;

/// <summary>One measure of one scenario: a value per replication, NaN where undefined or not reported.</summary>
internal sealed record ValueRow(ResultKey Key, string Unit, double[] Values);

/// <summary>The values of a scenario by key, in the order in which the replications report them.</summary>
internal sealed class ValueTable
{
    private readonly Dictionary<ResultKey, ValueRow> byKey;

    private ValueTable(IReadOnlyList<ValueRow> rows)
    {
        Rows = rows;
        byKey = rows.ToDictionary(row => row.Key);
    }

    public IReadOnlyList<ValueRow> Rows { get; }

    public static ValueTable Of(ScenarioResult scenario)
    {
        var count = scenario.Reported.Count;
        var order = new MergedOrder<ResultKey, ValueRow>();
        for (var replication = 0; replication < count; replication++)
        {
            order.StartOver();
            foreach (var row in scenario.RowsOf(replication))
            {
                Take(order, row, replication, count);
            }
        }

        return new ValueTable(order.ToList());
    }

    public bool TryFind(ResultKey key, [NotNullWhen(true)] out ValueRow? row) => byKey.TryGetValue(key, out row);

    private static void Take(MergedOrder<ResultKey, ValueRow> order, ResultRow row, int replication, int count)
    {
        var key = new ResultKey(row.Period, row.Measure, row.Place, row.Group);
        order.Visit(key, () => new ValueRow(key, row.Unit, NotReported(count))).Values[replication] = row.Value;
    }

    private static double[] NotReported(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }
}
