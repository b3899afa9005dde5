using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Savings;

/// <summary>
/// The values of one scenario that prices ask for, replication by replication; NaN where one is not finished. What a finished one says nothing of was not
/// there, such as a pool that the scenario takes away: 0.
/// </summary>
internal sealed class QuantityValues
{
    private readonly Dictionary<ResultKey, double[]> values = [];
    private readonly double[] nothing;

    private QuantityValues(double[] nothing) => this.nothing = nothing;

    /// <param name="scenario">What it gave.</param>
    /// <param name="keys">What is asked for.</param>
    public static QuantityValues Of(ScenarioResult scenario, IReadOnlySet<ResultKey> keys)
    {
        var found = new QuantityValues([.. scenario.Reported.Select(one => one is null ? double.NaN : 0)]);
        for (var replication = 0; replication < scenario.Reported.Count; replication++)
        {
            foreach (var row in scenario.Reported[replication]?.Rows ?? [])
            {
                var key = new ResultKey(row.Period, row.Measure, row.Place, row.Group);
                if (keys.Contains(key))
                {
                    found.Row(key)[replication] = row.Value;
                }
            }
        }

        return found;
    }

    /// <summary>The values of a key by replication.</summary>
    public double[] this[ResultKey key] => values.TryGetValue(key, out var row) ? row : Nothing();

    private double[] Row(ResultKey key) => values.TryGetValue(key, out var row) ? row : values[key] = Nothing();

    private double[] Nothing() => [.. nothing];
}
