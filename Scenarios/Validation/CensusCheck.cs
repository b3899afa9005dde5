using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Validation;

/// <summary>
/// Refuses a described start with more patients in place than there are units: those beyond would wait, whatever <c>waiting</c> says. In a scenario, which
/// may have fewer beds from the start on, it is a warning.
/// </summary>
internal sealed class CensusCheck
{
    private readonly SystemModel model;
    private readonly SystemDescription description;
    private readonly bool isScenario;
    private readonly ProblemList problems;
    private readonly double[] free;

    private CensusCheck(CompiledSystem system, bool isScenario, ProblemList problems)
    {
        model = system.Model;
        description = system.Description;
        this.isScenario = isScenario;
        this.problems = problems;
        free = Array.ConvertAll(model.Pools, CapacityOf);
    }

    /// <summary>Places the patients as the start of the run does, stage by stage in written order.</summary>
    public static void Check(CompiledSystem system, bool isScenario, ProblemList problems)
    {
        if (!system.Model.Run.BeginsEmpty)
        {
            new CensusCheck(system, isScenario, problems).Stages();
        }
    }

    private double CapacityOf(PoolModel pool) => pool.Unlimited ? double.PositiveInfinity : pool.Capacity.At(model.Run.Start);

    private void Stages()
    {
        foreach (var stage in model.Stages.Where(stage => stage.PlaceMode == PlaceMode.Request))
        {
            // Which pool an attribute means is known patient by patient only.
            var isFixed = stage.Place.All(bundle => bundle.Items.All(item => item.Pool.Pool >= 0));
            for (var census = 0; isFixed && census < stage.StartsWith.Length; census++)
            {
                var wanted = stage.StartsWith[census].InPlace;
                var placed = Place(stage, wanted);
                if (placed < wanted)
                {
                    Tell(stage, census, wanted, placed);
                }
            }
        }
    }

    private int Place(StageModel stage, int wanted)
    {
        var placed = 0;
        foreach (var bundle in stage.Place)
        {
            var room = (int)Math.Min(wanted - placed, bundle.Items.Min(item => Math.Floor(free[item.Pool.Pool] / item.Amount)));
            foreach (var item in bundle.Items)
            {
                free[item.Pool.Pool] -= room * item.Amount;
            }

            placed += room;
        }

        return placed;
    }

    private void Tell(StageModel stage, int index, int wanted, int placed)
    {
        var template = description.Stages[stage.Template];
        var written = stage.Instance >= 0 ? template.At(model.Dimensions[stage.EachDimension].Instances[stage.Instance]) : template;
        var census = written.StartsWith[index];
        var at = census.InPlace?.At ?? census.Stream;
        var pools = stage.Place.SelectMany(bundle => bundle.Items).Select(item => item.Pool.Pool).Distinct().Select(pool => FormattableString.Invariant($"{model.Pools[pool].Name} has {CapacityOf(model.Pools[pool])}"));
        var expected = FormattableString.Invariant($"at most {placed} in place in {stage.Name}, where {string.Join(", ", pools)} at the start");
        var received = FormattableString.Invariant($"{wanted} in place");
        var waiting = stage.StartsWith[index].Waiting;
        if (isScenario)
        {
            problems.Warning(at.Where, at.Path, expected, received, FormattableString.Invariant($"In this scenario {wanted - placed} of them wait."));
            return;
        }

        problems.Error(at.Where, at.Path, expected, received, FormattableString.Invariant($"Write in_place: {placed}, and waiting: {waiting + wanted - placed} if the others wait for a place."));
    }
}
