using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Calibration;

/// <summary>What the baseline gives for an observation, replication by replication.</summary>
internal sealed class ModelledFigures
{
    private readonly SystemModel model;
    private readonly List<Dictionary<ResultKey, ResultRow>> replications;

    /// <param name="model">The baseline.</param>
    /// <param name="result">Its run, with what values were divided by.</param>
    /// <param name="observations">All that is asked for.</param>
    public ModelledFigures(SystemModel model, ExperimentResult result, IReadOnlyList<Observation> observations)
    {
        this.model = model;
        var asked = observations.SelectMany(KeysOf).ToHashSet();
        replications = [.. Enumerable.Range(0, result.Replications.Count).Select(index => result.Baseline!.RowsOf(index)
            .Select(row => (Key: new ResultKey(row.Period, row.Measure, row.Place, row.Group), Row: row))
            .Where(pair => asked.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Row))];
    }

    /// <summary>A value of each replication; NaN where undefined.</summary>
    public double[] Of(Observation observation) => [.. replications.Select(rows => ValueIn(rows, observation))];

    private static IEnumerable<ResultKey> KeysOf(Observation observation) =>
        from place in observation.Places
        from period in observation.Period.Parts
        select new ResultKey(period, observation.Measure.Id, place, observation.Group);

    /// <summary>
    /// Sums ÷ sums. A value is factor × numerator ÷ base, so value × base are numerators that add up. Bases add up too where each place has its own; of those
    /// that all places share, such as the length of the time, there is one for each period.
    /// </summary>
    private double ValueIn(Dictionary<ResultKey, ResultRow> rows, Observation observation)
    {
        var parts = KeysOf(observation).Select(key => rows.TryGetValue(key, out var row) ? row : (ResultRow?)null).ToList();
        if (parts.Contains(null))
        {
            return double.NaN;
        }

        if (parts.Count == 1)
        {
            return parts[0]!.Value.Value;
        }

        var denominator = model.Measures.Quantities[observation.Measure.Denominator];
        var top = parts.Sum(part => part!.Value.Base == 0 ? 0 : part.Value.Value * part.Value.Base);
        var bases = denominator.By >= 0 ? parts : parts.Take(observation.Period.Parts.Count);

        // A total is divided by the constant 1, whatever it is the total of.
        var bottom = denominator.Kind == QuantityKind.One ? 1 : bases.Sum(part => part!.Value.Base);
        return bottom == 0 ? double.NaN : top / bottom;
    }
}
