using FlowSim.Scenarios.Description.Measures;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Reading;

namespace FlowSim.Scenarios.Description;

/// <summary>A system as written: every text with its place, nothing compiled yet.</summary>
internal sealed record SystemDescription
{
    /// <summary>Id, such as <c>two-wards</c>.</summary>
    public required string System { get; init; }

    public string Title { get; init; } = "";

    /// <summary>What it is for, in a sentence; empty when not said.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>People served, for rates per head; null when not said.</summary>
    public PopulationDescription? Population { get; init; }

    public required RunDescription Run { get; init; }

    public IReadOnlyList<DimensionDescription> Dimensions { get; init; } = [];

    /// <summary>The instances, or pairs of them, at each of which a part is that is written for each; empty without <c>each</c>.</summary>
    internal List<string> InstancesOf(Written? each)
    {
        IEnumerable<string> Of(string name) => Dimensions.Where(dimension => dimension.Name.Text == name).SelectMany(dimension => dimension.Instances)
            .Select(instance => instance.Text);
        return each?.Text.Split(EachText.Joint) switch
        {
            [var one] => [.. Of(one)],
            [var first, var second] => [.. Of(first).SelectMany(one => Of(second).Select(other => EachText.Join(one, other)))],
            _ => [],
        };
    }

    /// <summary>What a reader sees in place of a name.</summary>
    public IReadOnlyList<TitleDescription> Titles { get; init; } = [];

    public IReadOnlyList<AttributeDescription> Attributes { get; init; } = [];

    public IReadOnlyList<string> Partners { get; init; } = [];

    public IReadOnlyList<CalendarDescription> Calendars { get; init; } = [];

    public IReadOnlyList<PoolDescription> Pools { get; init; } = [];

    public IReadOnlyList<StreamDescription> Streams { get; init; } = [];

    public IReadOnlyList<StageDescription> Stages { get; init; } = [];

    /// <summary>Exits beside <c>leave</c>.</summary>
    public IReadOnlyList<Written> Exits { get; init; } = [];

    /// <summary>Measures in written order.</summary>
    internal IReadOnlyList<MeasureDescription> Measures { get; init; } = [];

    /// <summary>Distributions of the number in use that are asked for.</summary>
    internal IReadOnlyList<DistributionDescription> Distributions { get; init; } = [];

    /// <summary>Series of <c>timeline.csv</c>.</summary>
    internal IReadOnlyList<SeriesDescription> Timelines { get; init; } = [];

    /// <summary>Measures of the comparison table, in order.</summary>
    public IReadOnlyList<Written> Headline { get; init; } = [];

    /// <summary>Topic of the measures that count how far each rule gives way when the system is full; null: nothing is said.</summary>
    public Written? GivesWay { get; init; }

    /// <summary>Scenarios that are compared when none is named.</summary>
    public IReadOnlyList<Written> Compare { get; init; } = [];

    /// <summary>Paths of the numbers that <c>serve</c> shows first.</summary>
    public IReadOnlyList<Written> Levers { get; init; } = [];

    /// <summary>What a fit may move; null: nothing is said.</summary>
    public FitDescription? Fit { get; init; }

    /// <summary>The questions to <c>optimise</c>; null where it asks none.</summary>
    public OptimiseDescription? Optimise { get; init; }

    /// <summary>What the ledger of savings is held in; null: nothing is said.</summary>
    public PricesDescription? Prices { get; init; }

    /// <summary>What of a year may be given as it was recorded, or null: nothing.</summary>
    public RecordedDescription? Recorded { get; init; }

    public string Notes { get; init; } = "";

    /// <summary>Every number with something said about its origin, in order of appearance.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];
}

/// <summary>A dimension such as site, and its instances.</summary>
internal sealed record DimensionDescription(Written Name, IReadOnlyList<Written> Instances);

/// <summary>A name, and what a reader sees in its place.</summary>
internal sealed record TitleDescription(Written Name, string Title);

/// <summary>A declared attribute: named values, or a word (<c>duration</c>, <c>number</c>, a dimension or another attribute).</summary>
internal sealed record AttributeDescription(Written Name, IReadOnlyList<Written> Values, Written? Word);

/// <summary>A calendar; exactly one of the forms is used.</summary>
internal sealed record CalendarDescription
{
    /// <summary>Name, with its instance if it has one (<c>clinic@north</c>).</summary>
    public required Written Name { get; init; }

    /// <summary>Opening hours.</summary>
    public Written? Open { get; init; }

    /// <summary>Recurring instants.</summary>
    public Written? At { get; init; }

    public IReadOnlyList<Written>? Dates { get; init; }

    public Written? From { get; init; }

    public Written? To { get; init; }

    public Written? Months { get; init; }

    /// <summary>Calendars of dates on which this one is shut.</summary>
    public IReadOnlyList<Written> Except { get; init; } = [];
}

/// <summary>When the run starts, branches and ends.</summary>
internal sealed record RunDescription
{
    public required Written At { get; init; }

    /// <summary>Date, or weekday and time; null: Mon 00:00.</summary>
    public Written? Starts { get; init; }

    public Written? Branch { get; init; }

    public Written? Lasts { get; init; }

    public Written? WarmUp { get; init; }

    /// <summary>True for <c>begin: empty</c>.</summary>
    public bool BeginsEmpty { get; init; } = true;

    public int Replications { get; init; } = 20;

    public int PatientLimit { get; init; } = 200_000;
}
