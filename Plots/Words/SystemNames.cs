using System.Runtime.CompilerServices;
using FlowSim.Scenarios.Checklist;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading.Text;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Words;

/// <summary>What a reader sees in place of the ids of one system: its own words, else its ids read as words. Made once for each.</summary>
public sealed class SystemNames
{
    private const string Article = "The ";
    private const char BeforePlace = '@';

    /// <summary>Before the number of beds of a pool, or the number of another: <c>rehab-bed/3</c>.</summary>
    private const char BeforeNumber = '/';

    private static readonly ConditionalWeakTable<SystemFacts, SystemNames> Made = [];

    private readonly SystemFacts system;
    private readonly Dictionary<string, MeasureFacts> measures;
    private readonly Dictionary<string, string> stages;
    private readonly Dictionary<string, string> pools;

    private SystemNames(SystemFacts system)
    {
        this.system = system;
        measures = system.Measures.DistinctBy(measure => measure.Id).ToDictionary(measure => measure.Id, StringComparer.Ordinal);
        stages = Titles(system.Stages.Select(stage => (stage.Id, stage.Title)).Concat(system.Streams.Select(stream => (stream.Id, stream.Title))));
        pools = Titles(system.Pools.Select(pool => (pool.Id, pool.Title)));
    }

    public static SystemNames Of(SystemFacts system) => Made.GetValue(system, one => new SystemNames(one));

    /// <summary>The same for what puts a description into words.</summary>
    public ReaderWords ForReaders => new()
    {
        Step = Step,
        Pool = Pool,
        Place = Place,
        Name = Group,
        Measure = Measure,
        DelayReason = DelayReason.Of,
        Attribution = DelayReason.Attribution,
    };

    /// <summary>A measure or a series at an axis, a row or a column.</summary>
    public string Measure(string id) =>
        Facts(id) is { Short.Length: > 0 } known ? known.Short
        : Title(id) is { Length: > 0 } title ? WithoutArticle(title)
        : system.Timelines.FirstOrDefault(series => series.Id == id) is { Title.Length: > 0 } series ? series.Title
        : IdWords.Sentence(id);

    /// <summary>A measure as the subject of a sentence.</summary>
    internal MeasureWord Word(string id) =>
        MeasureWord.Of(Title(id) is { Length: > 0 } title ? title : id.Replace('_', ' '), TopicOf(id), GenericMeasures.Find(id)?.Joint ?? "");

    /// <summary>What a measure is about.</summary>
    internal string TopicOf(string id) => Facts(id) is { Topic.Length: > 0 } known ? known.Topic : id;

    /// <summary>A topic as a heading.</summary>
    internal string Topic(string topic) =>
        system.Titles.TryGetValue(topic, out var title) ? title : measures.ContainsKey(topic) ? Measure(topic) : IdWords.Sentence(topic);

    /// <summary>A place by itself: <c>St Mary's Hospital</c>, <c>Whole system</c>; of two dimensions <c>St Mary's Hospital, Fens</c>.</summary>
    public string Place(string place) =>
        place != PlaceName.System && system.Titles.TryGetValue(place, out var title) ? title
        : place.Contains(BeforePlace, StringComparison.Ordinal) ? string.Join(", ", place.Split(BeforePlace).Select(Place))
        : PlaceName.Of(place);

    /// <summary><c> at St Mary's Hospital</c> within a sentence; empty for the whole system, which every sentence is about that names no place.</summary>
    internal string At(string place) => place == PlaceName.System ? "" : " at " + Place(place);

    /// <summary>A stage, a stream or a way out.</summary>
    internal string Step(string id) =>
        stages.TryGetValue(id, out var title) || system.Titles.TryGetValue(id, out title) ? title : IdWords.Words(id);

    /// <summary>A pool.</summary>
    internal string Pool(string id) => pools.TryGetValue(id, out var title) || system.Titles.TryGetValue(id, out title) ? title : IdWords.Words(id);

    /// <summary>A pool of a place within a sentence: <c>Medical beds at St Mary's Hospital</c>.</summary>
    public string PoolAt(string id) => Placed(id, Pool);

    /// <summary>A stage of a place within a sentence; the place is left out where it is that of the pool spoken of.</summary>
    public string StepAt(string id, string pool) => PlaceIn(id) == PlaceIn(pool) ? Step(id.Split(BeforePlace)[0]) : Placed(id, Step);

    /// <summary>
    /// What stands in the column <c>group</c> of results: a stage, a pool or a group of pools with its place, a value of an attribute, a reason of delay.
    /// </summary>
    public string Group(string group)
    {
        if (system.Titles.TryGetValue(group, out var title) || stages.TryGetValue(group, out title) || pools.TryGetValue(group, out title))
        {
            return title;
        }

        var at = group.IndexOf(BeforePlace, StringComparison.Ordinal);
        var number = group.IndexOf(BeforeNumber, StringComparison.Ordinal);
        return at > 0 ? $"{Group(group[..at])}, {Place(group[(at + 1)..])}"
            : number > 0 && IsNamed(group[..number]) ? $"{Group(group[..number])}: {group[(number + 1)..]}"
            : IdWords.Words(group);
    }

    /// <summary>The same as a heading.</summary>
    public string GroupHeading(string group) => Capital(Group(group));

    /// <summary>What a measure is held against, of a group; null where nothing is.</summary>
    internal StandardFacts? Standard(string measure, string group = "") =>
        Facts(measure)?.Standards.FirstOrDefault(standard => standard.Group == group || standard.Group.Length == 0);

    /// <summary><c>better</c> or <c>worse</c> for a change of a measure that says which way it improves; else empty.</summary>
    internal string Judged(string measure, double change) => Better(measure) switch
    {
        "higher" => change > 0 ? "better" : "worse",
        "lower" => change < 0 ? "better" : "worse",
        _ => "",
    };

    /// <summary><c>higher</c>, <c>lower</c> or empty.</summary>
    internal string Better(string measure) => Facts(measure)?.Better ?? "";

    private bool IsNamed(string group) => system.Titles.ContainsKey(group) || stages.ContainsKey(group) || pools.ContainsKey(group);

    private string Placed(string id, Func<string, string> name)
    {
        var at = id.IndexOf(BeforePlace, StringComparison.Ordinal);
        return at < 0 ? name(id) : name(id[..at]) + At(id[(at + 1)..]);
    }

    private static string PlaceIn(string id) =>
        id.Contains(BeforePlace, StringComparison.Ordinal) ? id[(id.IndexOf(BeforePlace, StringComparison.Ordinal) + 1)..] : "";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string WithoutArticle(string title) => title.StartsWith(Article, StringComparison.Ordinal) ? Capital(title[Article.Length..]) : title;

    private static Dictionary<string, string> Titles(IEnumerable<(string Id, string Title)> parts) =>
        parts.Where(part => part.Title.Length > 0).DistinctBy(part => part.Id).ToDictionary(part => part.Id, part => part.Title, StringComparer.Ordinal);

    private MeasureFacts? Facts(string id) => measures.GetValueOrDefault(id);

    // Files of earlier versions do not say what the measures are called that every run has.
    private string Title(string id) => Facts(id) is { Title.Length: > 0 } known ? known.Title : GenericMeasures.Find(id)?.Words.Title ?? "";
}

/// <summary>A name read as words, where the system gives it no title: <c>north-icu</c> is North ICU, <c>system</c> is the whole system.</summary>
internal static class PlaceName
{
    public const string System = Simulator.Measures.ResultRow.WholeSystem;

    public static string Of(string place)
    {
        if (place == System)
        {
            return "Whole system";
        }

        return IdWords.Name(place);
    }
}

/// <summary>A scenario as a reader would call it: its title; the baseline is the baseline.</summary>
internal static class ScenarioName
{
    public static string Of(ResultSet results, string scenario) =>
        scenario == ExperimentPlan.BaselineId ? "Baseline" : results.System.TitleOf(scenario) is { Length: > 0 } title ? title : scenario;
}

/// <summary>Reasons of delayed transfers in the words of the monthly situation report (v1.09 of October 2015), shortened.</summary>
internal static class DelayReason
{
    private static readonly Dictionary<string, string> Official = new(StringComparer.Ordinal)
    {
        ["A"] = "assessment",
        ["B"] = "public funding",
        ["C"] = "further NHS care",
        ["Di"] = "residential home",
        ["Dii"] = "nursing home",
        ["E"] = "care at home",
        ["F"] = "equipment",
        ["G"] = "patient or family choice",
        ["H"] = "disputes",
        ["I"] = "housing",
        ["O"] = "other",
    };

    /// <summary>Codes from the most frequent in England in 2016/17 to the least, so that each looks the same in every drawing.</summary>
    public static IReadOnlyList<string> Order { get; } = ["C", "E", "A", "Dii", "G", "Di", "B", "F", "I", "H", "O"];

    /// <summary>Who answers for a delay, from the most frequent to the least.</summary>
    public static IReadOnlyList<string> AttributionOrder { get; } = ["nhs", "social-care", "both"];

    /// <summary>With its code in front.</summary>
    public static string Of(string code) => Official.TryGetValue(code, out var words) ? $"{code} {words}" : code;

    /// <summary>Without its code: <c>further NHS care</c>.</summary>
    public static string InWords(string code) => Official.GetValueOrDefault(code, code);

    /// <summary>Who answers for a delay.</summary>
    public static string Attribution(string id) => id switch
    {
        "nhs" => "NHS",
        "social-care" => "social care",
        "both" => "both",
        "" => "not said",
        _ => id.Replace('-', ' '),
    };
}
