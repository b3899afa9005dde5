using FlowSim.Scenarios.Compilation.Conditions;
using FlowSim.Scenarios.Compilation.Names;
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

    private CensusCheck(SystemModel model, SystemDescription description, bool isScenario, ProblemList problems)
    {
        this.model = model;
        this.description = description;
        this.isScenario = isScenario;
        this.problems = problems;
        free = Array.ConvertAll(model.Pools, CapacityOf);
    }

    /// <summary>Places the patients as the start of the run does, stage by stage in written order.</summary>
    public static void Check(SystemModel model, SystemDescription description, bool isScenario, ProblemList problems)
    {
        if (!model.Run.BeginsEmpty)
        {
            new CensusCheck(model, description, isScenario, problems).Stages();
        }
    }

    private double CapacityOf(PoolModel pool) => pool.Unlimited ? double.PositiveInfinity : pool.Capacity.At(model.Run.Start);

    private void Stages()
    {
        foreach (var stage in model.Stages.Where(stage => stage.PlaceMode == PlaceMode.Request))
        {
            for (var census = 0; census < stage.StartsWith.Length; census++)
            {
                var wanted = stage.StartsWith[census].InPlace;
                var places = PlacesOf(stage, stage.StartsWith[census]);
                var placed = places is null ? Math.Min(wanted, Room(stage)) : Place(places, wanted);
                if (placed < wanted)
                {
                    Tell(stage, census, wanted, placed, places?.SelectMany(place => place).Select(item => item.Pool) ?? PoolsOf(stage));
                }
            }
        }
    }

    /// <summary>The pools of each alternative; null where which one an attribute means is known patient by patient only.</summary>
    private List<List<(int Pool, int Amount)>>? PlacesOf(StageModel stage, InitialCensus census)
    {
        var places = stage.Place.Select(bundle => bundle.Items.Select(item => (Pool: PoolOf(item.Pool, stage, census), item.Amount)).ToList()).ToList();
        return places.Exists(place => place.Exists(item => item.Pool < 0)) ? null : places;
    }

    private int PoolOf(PoolRef pool, StageModel stage, InitialCensus census)
    {
        if (pool.Pool >= 0)
        {
            return pool.Pool;
        }

        int Value(int attribute) => ValueOf(attribute, stage, model.Streams[census.Stream], census);
        var (first, second) = (Value(pool.Attribute), pool.SecondAttribute < 0 ? 0 : Value(pool.SecondAttribute));
        return first < 0 || second < 0 ? -1 : pool.ByValue[(first * Math.Max(1, pool.SecondValues)) + second];
    }

    /// <summary>The value of an attribute that all patients of a census have, or -1.</summary>
    private static int ValueOf(int attribute, StageModel stage, StreamModel stream, InitialCensus census)
    {
        var value = Own(stream.Own, -1);
        value = After(stream.Attributes, value);
        value = After(census.Sets, value);
        value = Own(stage.Own, value);
        return After(stage.Sets, value);

        int Own(OwnValue[] own, int before) => Array.FindIndex(own, one => one.Attribute == attribute) is >= 0 and var at ? own[at].Value : before;

        int After(SetRule[] sets, int before) => sets.Where(set => set.Attribute == attribute).Aggregate(before, (_, set) => Fixed(set));
    }

    /// <summary>The value that a rule always gives, or -1.</summary>
    private static int Fixed(SetRule set) =>
        set.Branches is [{ If: null, Kind: SetKind.Drawn, Outcomes: [{ IsSingle: true } only] }] ? only.First : -1;

    private static IEnumerable<int> PoolsOf(StageModel stage) =>
        stage.Place.SelectMany(bundle => bundle.Items).SelectMany(item => item.Pool.Pool >= 0 ? [item.Pool.Pool] : item.Pool.ByValue.Where(pool => pool >= 0));

    /// <summary>The most that find room, whatever their attributes are.</summary>
    private int Room(StageModel stage) => (int)Math.Min(int.MaxValue, PoolsOf(stage).Distinct().Sum(pool => Math.Max(0, free[pool])));

    private int Place(List<List<(int Pool, int Amount)>> places, int wanted)
    {
        var placed = 0;
        foreach (var place in places)
        {
            var room = Math.Max(0, (int)Math.Min(wanted - placed, place.Min(item => Math.Floor(free[item.Pool] / item.Amount))));
            foreach (var item in place)
            {
                free[item.Pool] -= room * item.Amount;
            }

            placed += room;
        }

        return placed;
    }

    private void Tell(StageModel stage, int index, int wanted, int placed, IEnumerable<int> places)
    {
        var template = description.Stages[stage.Template];
        var written = stage.Instance >= 0 ? template.At(model.Dimensions[stage.EachDimension].Instances[stage.Instance]) : template;
        var census = written.StartsWith[index];
        var at = census.InPlace?.At ?? census.Stream;
        var pools = places.Distinct().Select(pool => FormattableString.Invariant($"{model.Pools[pool].Name} has {CapacityOf(model.Pools[pool])}"));
        var expected = FormattableString.Invariant($"at most {placed} in place in {stage.Name}, where {string.Join(", ", pools)} at the start");
        var received = FormattableString.Invariant($"{wanted} in place");
        var waiting = stage.StartsWith[index].Waiting;
        if (isScenario)
        {
            problems.Warning(at.Where, at.Path, expected, received, FormattableString.Invariant($"In this scenario {wanted - placed} of them wait."));
            return;
        }

        problems.Error(at.Where, at.Path, expected, received,
            FormattableString.Invariant($"Write in_place: {placed}, and waiting: {waiting + wanted - placed} if the others wait for a place."));
    }
}
