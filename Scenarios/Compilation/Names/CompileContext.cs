using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Reading;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Compilation.Names;

/// <summary>Names of a system and what they mean: everything the compilation of one part needs to know of the others.</summary>
internal sealed class CompileContext
{
    public required SystemFiles Files { get; init; }

    public MapNode Root => Files.Root;

    public required ProblemList Problems { get; init; }

    public required RunPlan Run { get; init; }

    /// <summary>Months that are as they were recorded; null: none is.</summary>
    public MonthlyRecord? Recorded { get; init; }

    /// <summary>Pools as written, and groups, of which the demand is recorded.</summary>
    public IReadOnlyList<string> Demands { get; init; } = [];

    /// <summary>Distributions of the number in use are not recorded.</summary>
    public bool LeavesOutDistributions { get; init; }

    /// <summary>Declared measures that are recorded; null: all, and the series.</summary>
    public IReadOnlyCollection<string>? OnlyMeasures { get; init; }

    public required Dimension[] Dimensions { get; init; }

    /// <summary>Attributes; every dimension is also an attribute of the same name.</summary>
    public required AttributeIndex Attributes { get; init; }

    /// <summary>Stages: template indices are those of <see cref="SystemModel.StageTemplates"/>, instances those of <see cref="SystemModel.Stages"/>.</summary>
    public required TemplateIndex Stages { get; init; }

    /// <summary>Streams: instances are those of <see cref="SystemModel.Streams"/>.</summary>
    public required TemplateIndex Streams { get; init; }

    public required PoolIndex Pools { get; init; }

    public required CalendarIndex Calendars { get; init; }

    public required IReadOnlyList<string> Clocks { get; init; }

    /// <summary>Exits; index 0 is <c>leave</c>.</summary>
    public required IReadOnlyList<string> Exits { get; init; }

    /// <summary>People served; null: nothing is said of them. Known once the parts are compiled.</summary>
    public Population? Population { get; private set; }

    /// <summary>Which names are read so far, complete once everything is compiled.</summary>
    public NameUses Uses { get; } = new();

    /// <summary>What the scenarios mention.</summary>
    internal ScenarioWords Scenarios => field ??= ScenarioWords.Of(Files);

    /// <summary>Targets to which patients give up, as written, by stage template; null until the stages are compiled.</summary>
    internal HashSet<(int Template, string Target)>? GivingUp { get; private set; }

    /// <summary>Kinds of delay that occur, complete once the stages are compiled.</summary>
    public List<DelayKind> Delays { get; } = [];

    /// <summary>Attributes of numbers that are ranks, with a place where they are.</summary>
    internal List<(int Attribute, Written At)> RankNumbers { get; } = [];

    /// <summary>Targets of routings so far.</summary>
    internal List<Target> Targets { get; } = [];

    /// <summary>So many people are served.</summary>
    internal void NotePopulation(Population? population) => Population = population;

    /// <summary>Patients give up at a stage to a target, as written.</summary>
    internal void NoteGivingUp(int template, string target) => (GivingUp ??= []).Add((template, target));

    /// <summary>Index of a dimension, or -1.</summary>
    public int FindDimension(string name) => Array.FindIndex(Dimensions, dimension => dimension.Name == name);

    /// <summary>The instances in which a text stands: none, that of a dimension, or one each of two.</summary>
    public IEnumerable<OwnPlace> PlacesOf(CompileScope scope)
    {
        if (!scope.IsInstance)
        {
            return [];
        }

        var dimension = Dimensions[scope.Dimension];
        if (!dimension.IsPair)
        {
            return [new OwnPlace(dimension, scope.Instance)];
        }

        var second = Dimensions[dimension.Second];
        return
        [
            new OwnPlace(Dimensions[dimension.First], scope.Instance / second.Instances.Length),
            new OwnPlace(second, scope.Instance % second.Instances.Length),
        ];
    }

    /// <summary>The instance of a dimension in which a text stands; null: it stands in none of that dimension.</summary>
    public string? PlaceOf(CompileScope scope, string dimension) => PlacesOf(scope).FirstOrDefault(place => place.Dimension.Name == dimension)?.Name;

    /// <summary>The values that patients take on entering what stands there.</summary>
    public OwnValue[] OwnValues(CompileScope scope) =>
        [.. PlacesOf(scope).Select(place => new OwnValue(FindAttribute(place.Dimension.Name), place.Instance)).Where(own => own.Attribute >= 0)];

    /// <summary>Index of an attribute, or -1.</summary>
    public int FindAttribute(string name) => Attributes.Find(name);

    /// <summary>Index of a value of an attribute, or -1 (see <see cref="AttributeIndex.ValueIndex"/>).</summary>
    public int ValueIndex(int attribute, string value) => Attributes.ValueIndex(attribute, value);

    /// <summary>Index of a stage as written, or -1.</summary>
    public int FindStageTemplate(string name) => Stages.Find(name);

    /// <summary>Indices of the instances of a stage template.</summary>
    public int[] StageInstances(int template) => Stages.InstancesOf(template);

    /// <summary>Pools of that full name, else all instances of the pool so written, else all pools of the group.</summary>
    public int[] PoolsOf(string nameOrGroup)
    {
        Uses.ReadGroup(nameOrGroup);
        return Pools.Of(nameOrGroup);
    }

    /// <summary>Indices of the instances of a stream as written; empty when there is none.</summary>
    public int[] StreamsOf(string template) => Streams.Find(template) is >= 0 and var index ? Streams.InstancesOf(index) : [];

    /// <summary>Index of a clock that stages belong to, or -1.</summary>
    public int IndexOfClock(string name) => IndexOf(Clocks, name);

    /// <summary>Index of a clock that something reads, or -1; it counts as read from then on.</summary>
    public int FindClock(string name)
    {
        Uses.ReadClock(name);
        return IndexOfClock(name);
    }

    /// <summary>Index of an exit, or -1.</summary>
    public int FindExit(string name) => IndexOf(Exits, name);

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (names[index] == name)
            {
                return index;
            }
        }

        return -1;
    }
}
