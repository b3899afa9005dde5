using FlowSim.Simulator.Rooms;

namespace FlowSim.Simulator.Model;

/// <summary>
/// A compiled system: immutable, every name already an index. Replications share one instance.
/// Times are whole seconds counted from 00:00 of day 0, the day on which the run starts.
/// </summary>
public sealed class SystemModel
{
    /// <summary>Id of the system, such as <c>two-wards</c>.</summary>
    public required string Name { get; init; }

    /// <summary>When the run starts, branches and ends, and how times map to dates.</summary>
    public required RunPlan Run { get; init; }

    /// <summary>Stage instances (<c>ward@north</c>); a stage written once has one instance.</summary>
    public required StageModel[] Stages { get; init; }

    /// <summary>Stage names as written, without their instance.</summary>
    public required string[] StageTemplates { get; init; }

    /// <summary>Pools in ordinal order of their full names: the order in which they are served.</summary>
    public required PoolModel[] Pools { get; init; }

    public required StreamModel[] Streams { get; init; }

    public required AttributeModel[] Attributes { get; init; }

    /// <summary>Names of the clocks [at most 32].</summary>
    public required string[] Clocks { get; init; }

    /// <summary>Names of the exits; index 0 is <c>leave</c>.</summary>
    public required string[] Exits { get; init; }

    /// <summary>Where a routing can lead; routings hold indices into this array.</summary>
    public required Target[] Targets { get; init; }

    /// <summary>Every requested bundle of pools of the system; stages hold slices of it by index.</summary>
    public required Bundle[] Bundles { get; init; }

    /// <summary>The reasons and attributions of delay that occur, such as C/nhs.</summary>
    public required DelayKind[] Delays { get; init; }

    /// <summary>Dimensions (site, locality), whose instances are the places of results.</summary>
    public required Dimension[] Dimensions { get; init; }

    /// <summary>What is measured.</summary>
    public required MeasurePlan Measures { get; init; }

    /// <summary>Highest priority rank that can occur (1 is served first) [1 to 63].</summary>
    public required int LowestRank { get; init; }

    /// <summary>At which instance of a dimension something stands that is there for each instance of the same, or of it and another; -1: at none.</summary>
    /// <param name="each">Dimension index of <c>each</c>, or -1.</param>
    /// <param name="instance">Its instance, or -1.</param>
    /// <param name="dimension">The dimension asked for.</param>
    public int PlaceIn(int each, int instance, int dimension) =>
        each == dimension || each < 0 ? instance
        : Dimensions[each].First == dimension ? instance / Dimensions[Dimensions[each].Second].Instances.Length
        : Dimensions[each].Second == dimension ? instance % Dimensions[dimension].Instances.Length
        : -1;
}

/// <summary>When a run starts, when scenarios branch, when it ends, and what is reported.</summary>
public sealed class RunPlan
{
    /// <summary>The date of day 0; small models that start on a weekday use a fixed date of that weekday.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>Start of the run [s from 00:00 of day 0].</summary>
    public required int Start { get; init; }

    /// <summary>Scenarios branch here; equals <see cref="Start"/> when there is no spin-up [s].</summary>
    public required int Branch { get; init; }

    /// <summary>Measuring begins [s]; the end of the warm-up.</summary>
    public required int MeasureFrom { get; init; }

    /// <summary>Measuring and the run end [s].</summary>
    public required int End { get; init; }

    /// <summary>True when periods are NHS years and months of real dates; false for small models, whose only period is <c>all</c>.</summary>
    public required bool HasDates { get; init; }

    /// <summary>Replications that the system file asks for.</summary>
    public required int Replications { get; init; }

    /// <summary>True when the run begins empty; false when <c>starts_with</c> is honoured.</summary>
    public required bool BeginsEmpty { get; init; }

    /// <summary>A replication is stopped as overloaded when more patients than this are present.</summary>
    public required int PatientLimit { get; init; }

    /// <summary>The weekday of day 0, Monday = 0.</summary>
    public int FirstWeekday => ((int)FirstDay.DayOfWeek + 6) % 7;
}

/// <summary>A dimension such as site, and its instances; or two dimensions taken together, <c>site@locality</c>, with an instance for every pair.</summary>
public sealed record Dimension(string Name, string[] Instances)
{
    /// <summary>Of two taken together: the first [index of a dimension]; else -1.</summary>
    public int First { get; init; } = -1;

    /// <summary>Of two taken together: the second, whose instances change fastest [index of a dimension]; else -1.</summary>
    public int Second { get; init; } = -1;

    /// <summary>True when two dimensions are taken together.</summary>
    public bool IsPair => First >= 0;
}

/// <summary>An official reason (A … I) with its attribution (nhs, social-care, both).</summary>
public sealed record DelayKind(string Reason, string Attribution)
{
    /// <summary>As it stands in result files: <c>A/nhs</c>.</summary>
    public string Label => $"{Reason}/{Attribution}";
}

/// <summary>An attribute of a patient: one of named values, or a whole number or duration.</summary>
public sealed class AttributeModel
{
    public required string Name { get; init; }

    /// <summary>Named values in declared order; empty for a number or a duration [s].</summary>
    public required string[] Values { get; init; }

    /// <summary>Value before anything sets it: -1 (unset) for named values, 0 for numbers and durations.</summary>
    public required int Initial { get; init; }

    /// <summary>True for a length of time [s].</summary>
    public required bool IsDuration { get; init; }

    /// <summary>Something has to set it before it is needed: a value by its name, or a length of time, which would be 0. (Numbers count up from 0.)</summary>
    public bool MustBeSet => Initial < 0 || IsDuration;
}

/// <summary>Where a routing leads: a stage, a stage chosen by an attribute, or an exit.</summary>
public sealed class Target
{
    /// <summary>Stage instance index, or -1.</summary>
    public int Stage { get; init; } = -1;

    /// <summary>Attribute whose value picks the instance from <see cref="StageByValue"/>, or -1.</summary>
    public int Attribute { get; init; } = -1;

    /// <summary>A second attribute that picks with it (<c>each</c> of two dimensions), or -1.</summary>
    public int SecondAttribute { get; init; } = -1;

    /// <summary>How many values the second attribute has.</summary>
    public int SecondValues { get; init; }

    /// <summary>Stage instance by attribute value, that of a second attribute changing fastest; -1 where the value has no instance.</summary>
    public int[] StageByValue { get; init; } = [];

    /// <summary>Exit index, or -1.</summary>
    public int Exit { get; init; } = -1;

    /// <summary>As written, for messages and reasons of giving up.</summary>
    public required string Name { get; init; }
}
