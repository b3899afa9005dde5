using System.Text.Json.Serialization;
namespace FlowSim.Scenarios.Results;

/// <summary>The simulated system and its scenarios in words: what charts and report need beyond numbers. The file <c>system.json</c>.</summary>
public sealed record SystemFacts
{
    public required string Id { get; init; }

    /// <summary>Title, or the id.</summary>
    public required string Title { get; init; }

    public string Notes { get; init; } = "";

    /// <summary>Dimensions such as site, with their instances in the written order.</summary>
    public IReadOnlyList<DimensionFacts> Dimensions { get; init; } = [];

    /// <summary>
    /// What a reader sees in place of a name that has no entry of its own here: instances, groups of pools, exits, values of attributes, partners, topics
    /// of measures.
    /// </summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<StreamFacts> Streams { get; init; } = [];

    public IReadOnlyList<StageFacts> Stages { get; init; } = [];

    public IReadOnlyList<PoolFacts> Pools { get; init; } = [];

    /// <summary>Ways out of the system.</summary>
    public IReadOnlyList<string> Exits { get; init; } = [];

    /// <summary>Ids of the measures of the comparison table, in order.</summary>
    public IReadOnlyList<string> Headline { get; init; } = [];

    public IReadOnlyList<MeasureFacts> Measures { get; init; } = [];

    /// <summary>Topic of the measures that count how far each rule gives way when the system is full; empty: the system names none.</summary>
    public string GivesWay { get; init; } = "";

    /// <summary>The series over time.</summary>
    public IReadOnlyList<TimelineFacts> Timelines { get; init; } = [];

    /// <summary>In the order of the run, the baseline among them.</summary>
    public IReadOnlyList<ScenarioFacts> Scenarios { get; init; } = [];

    /// <summary>Titles of scenarios of which those of the run are made and that were not run themselves.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();

    /// <summary>The share in use that beds are held against, by pool or group as the distribution of the number in use names it.</summary>
    public IReadOnlyList<DistributionFacts> Distributions { get; init; } = [];

    /// <summary>Every number of the baseline with something said about its origin.</summary>
    public IReadOnlyList<AssumptionFacts> Assumptions { get; init; } = [];

    /// <summary>How many numbers the baseline has, and what was tried of them.</summary>
    public NumberFacts Numbers { get; init; } = new();

    /// <summary>Title of a scenario; its id where none is known.</summary>
    public string TitleOf(string scenario) =>
        Scenarios.FirstOrDefault(one => one.Id == scenario)?.Title ?? (Parts.TryGetValue(scenario, out var title) ? title : scenario);
}

/// <summary>A dimension and its instances.</summary>
public sealed record DimensionFacts(string Id, IReadOnlyList<string> Instances);

/// <summary>An arrival stream at a place, and the stage it feeds; <paramref name="Place"/> is <c>system</c> for one without instances.</summary>
public sealed record StreamFacts(string Id, string Place, string To)
{
    /// <summary>What a reader sees in place of the id, or empty.</summary>
    public string Title { get; init; } = "";
}

/// <summary>A stage at a place.</summary>
/// <param name="Id">Name without instance.</param>
/// <param name="Place">Instance, or <c>system</c>.</param>
/// <param name="PlaceMode"><c>none</c>, <c>keep</c> or <c>request</c>.</param>
/// <param name="Pools">Pools it asks for, places first, then staff, in order, each once; with their instance (<c>resus@north</c>).</param>
/// <param name="Owner">Partner, or empty.</param>
/// <param name="DelayReason">Official reason of a delay that waiting here is, or empty.</param>
public sealed record StageFacts(string Id, string Place, string PlaceMode, IReadOnlyList<string> Pools, string Owner, string DelayReason)
{
    /// <summary>What a reader sees in place of the id, or empty.</summary>
    public string Title { get; init; } = "";
}

/// <summary>A pool at a place.</summary>
/// <param name="Id">Name without instance.</param>
/// <param name="Place">Instance, or <c>system</c>.</param>
/// <param name="Kind"><c>beds</c>, <c>spaces</c>, <c>crews</c>, <c>staff</c> or <c>caseload</c>.</param>
/// <param name="Group">Group of pools, or empty.</param>
/// <param name="Owner">Partner, or empty.</param>
public sealed record PoolFacts(string Id, string Place, string Kind, string Group, string Owner)
{
    private const string Slots = "slots";

    /// <summary>What a reader sees in place of the id, or empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>True where its units are used up, so that who waits for one waits at home, on a list.</summary>
    public bool HasList() => Kind == Slots;
}

/// <summary>A measure in words.</summary>
/// <param name="Id">As it stands in the files.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Definition">One sentence.</param>
/// <param name="Source">Where the definition comes from.</param>
/// <param name="Title">As it begins a sentence, or empty.</param>
public sealed record MeasureFacts(string Id, string Unit, string Definition, string Source, string Title = "")
{
    /// <summary>Label of an axis, a row or a column; empty: the title.</summary>
    public string Short { get; init; } = "";

    /// <summary>Measures of one topic stand in one chart, and the report tells of one of them; empty: the id.</summary>
    public string Topic { get; init; } = "";

    /// <summary><c>higher</c>, <c>lower</c>, or empty.</summary>
    public string Better { get; init; } = "";

    /// <summary>What it is held against.</summary>
    public IReadOnlyList<StandardFacts> Standards { get; init; } = [];

    /// <summary>
    /// What is counted or added up in it, such as <c>visits</c> or <c>delayed_time</c>: of a ratio, above the line; empty where every run has it.
    /// </summary>
    public string Quantity { get; init; } = "";
}

/// <summary>A value that a measure or a series is held against.</summary>
/// <param name="Group">The group it is for; empty: all.</param>
/// <param name="Value">In the measure's unit; of a series and a distribution the share in use [%].</param>
/// <param name="Name">What it is, such as <c>standard</c>.</param>
public sealed record StandardFacts(string Group, double Value, string Name);

/// <summary>A series of numbers over time.</summary>
/// <param name="Id">As it stands in the files.</param>
/// <param name="Pools">The pools counted, with their instance (<c>ward-bed@north</c>); none where patients are counted.</param>
/// <param name="Rate">True where it is the share of those open [%].</param>
/// <param name="HoursOfWeek">True where it is by hour of the week, not day by day.</param>
public sealed record TimelineFacts(string Id, IReadOnlyList<string> Pools, bool Rate, bool HoursOfWeek)
{
    /// <summary>What a reader sees in place of the id, or empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Of a daily series the time of day, such as <c>08:00</c>; null: midnight.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? At { get; init; }

    /// <summary>The share in use that is not to be passed.</summary>
    public IReadOnlyList<StandardFacts> Standards { get; init; } = [];
}

/// <summary>A distribution of the number in use.</summary>
/// <param name="Id">The pool or group, with its instance (<c>acute@north</c>).</param>
/// <param name="Standards">The share in use that is not to be passed.</param>
public sealed record DistributionFacts(string Id, IReadOnlyList<StandardFacts> Standards);

/// <summary>A scenario in words.</summary>
public sealed record ScenarioFacts
{
    public required string Id { get; init; }

    /// <summary>Title, or the id.</summary>
    public required string Title { get; init; }

    /// <summary>Scenarios it is made of, itself last.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    public IReadOnlyList<ChangeFacts> Changes { get; init; } = [];

    public IReadOnlyList<InvestmentFacts> Investment { get; init; } = [];
}

/// <summary>One change of a scenario, as written.</summary>
/// <param name="Edit"><c>set</c>, <c>add</c>, <c>scale</c>, …</param>
/// <param name="Path">What it changes.</param>
/// <param name="Value">To what, by what; empty where the edit has none.</param>
/// <param name="Reason">Why, or empty.</param>
/// <param name="Status"><c>measured</c>, <c>cited</c>, <c>derived</c>, <c>assumed</c>, or empty.</param>
/// <param name="Range">What is plausible, or empty.</param>
/// <param name="Source">Where it is from, or empty.</param>
/// <param name="From">Date from which it holds, or empty.</param>
public sealed record ChangeFacts(string Edit, string Path, string Value, string Reason, string Status, string Range, string Source, string From)
{
    /// <summary>What it changes, in words; empty in results of earlier versions.</summary>
    public string What { get; init; } = "";

    /// <summary>
    /// What stands there before the change, where that is one number or text: in the baseline, or in what the scenario itself adds; else empty.
    /// </summary>
    public string Before { get; init; } = "";

    /// <summary>What stands there when the change is made in full; empty where <see cref="Before"/> is, or where another change follows.</summary>
    public string After { get; init; } = "";
}

/// <summary>What a scenario costs, as written.</summary>
public sealed record InvestmentFacts(string Line, string Partner, string Amount, string Recurrent, string From, string PriceYear, string Source);

/// <summary>A number of the baseline with what is said about its origin.</summary>
public sealed record AssumptionFacts(string Path, string Value, string Status, string Range, string Source, string Note, string File, int Line);
