using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Beds;

/// <summary>
/// What else moves when there is no limit on some pools: lists elsewhere that grow or shrink, other pools that are used more or less. Paired by
/// replication; only what chance does not explain.
/// </summary>
public static class MovedElsewhere
{
    /// <summary>Less than this is not worth a word [patients, units].</summary>
    private const double Nothing = 0.05;

    /// <summary>Lists of stages, then use of other pools, each the largest move first.</summary>
    public static IReadOnlyList<Difference> Of(ExperimentResult result, SystemModel model, string withoutLimit, string described, string period,
        IReadOnlyList<string> pools)
    {
        var (with, without) = (Table(result, described), Table(result, withoutLimit));
        var stages = model.Stages
            .Select(stage => (PlaceOf(model, stage.EachDimension, stage.Instance), model.StageTemplates[stage.Template])).ToHashSet();
        var others = model.Pools.Where(pool => !pools.Contains(pool.Name))
            .Select(pool => (PlaceOf(model, pool.EachDimension, pool.Instance), pool.Template)).ToHashSet();
        Difference[] Moved(string measure, HashSet<(string, string)> of) =>
        [
            .. without.Rows.Where(row => row.Key.Measure == measure && row.Key.Period == period && of.Contains((row.Key.Place, row.Key.Group)))
                .Select(row => with.TryFind(row.Key, out var paired) ? Difference.Of(withoutLimit, row, paired) : null).OfType<Difference>()
                .Where(difference => difference.ExcludesZero && Math.Abs(difference.Mean) >= Nothing)
                .OrderByDescending(difference => Math.Abs(difference.Mean)),
        ];
        return [.. Moved(GenericMeasures.QueueLength, stages), .. Moved(GenericMeasures.Occupied, others)];
    }

    private static ValueTable Table(ExperimentResult result, string id) => ValueTable.Of(result.Scenarios.First(scenario => scenario.Id == id));

    private static string PlaceOf(SystemModel model, int dimension, int instance) =>
        dimension < 0 ? ResultRow.WholeSystem : model.Dimensions[dimension].Instances[instance];
}
