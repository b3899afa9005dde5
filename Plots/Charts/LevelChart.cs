using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>
/// The measures of one topic by place and scenario against their standards: a chart for each topic with a standard, of the topic's id. Where a standard is of a
/// group, such as a category of call, by group.
/// </summary>
internal sealed class LevelChart
{
    private static readonly (string Colour, PointShape Shape)[] Looks =
        [(Palette.Blue, PointShape.Circle), (Palette.Vermilion, PointShape.Diamond)];

    /// <summary>More are rows themselves, a group a scenario.</summary>
    private const int MostPlacesWithRows = 5;

    private readonly string id;
    private readonly string topic;
    private readonly ChartRequest request;
    private readonly ScenarioDots dots;
    private readonly bool byGroup;

    private LevelChart(string id, string topic, ChartRequest request)
    {
        this.id = id;
        this.topic = topic;
        this.request = request;
        dots = new ScenarioDots(request);
        byGroup = request.Results.System.Measures.Where(measure => Names.TopicOf(measure.Id) == topic)
            .Any(measure => measure.Standards.Any(standard => standard.Group.Length > 0));
    }

    /// <summary>Topics of a system with a standard, in the order of its measures.</summary>
    public static IEnumerable<string> Topics(SystemFacts system) =>
        system.Measures.Where(measure => measure.Standards.Count > 0).Select(measure => SystemNames.Of(system).TopicOf(measure.Id)).Distinct();

    /// <param name="id">Of the chart.</param>
    /// <param name="topic">Of the measures.</param>
    /// <param name="system">For its words.</param>
    public static Chart Of(string id, string topic, SystemFacts system)
    {
        var names = SystemNames.Of(system);
        var measures = system.Measures.Where(measure => names.TopicOf(measure.Id) == topic).Select(measure => names.Measure(measure.Id));
        var description = $"level by place and scenario against the standard: {string.Join("; ", measures)}";
        return new Chart(id, names.Topic(topic), description, request => new LevelChart(id, topic, request).Draw())
        {
            IsDrawnByRun = system.Headline.Any(measure => names.TopicOf(measure) == topic),
        };
    }

    private SystemNames Names => request.Names;

    private ChartDrawings Draw()
    {
        var measures = Measures();
        var keys = measures.SelectMany(measure => KeysOf(measure.Id)).Distinct().Where(key => request.Wants(key.Place)).ToList();
        var grouped = keys.Exists(key => key.Group.Length > 0);
        var shown = grouped ? keys : [.. keys.OrderByDescending(key => key.Place == PlaceName.System)];
        if (shown.Count == 0)
        {
            var where = request.Place is { } place ? $" at {place}" : "";
            return ChartDrawings.Nothing($"no measure of {topic} has a value for period {request.PeriodShown}{where}");
        }

        var plot = new DotPlot
        {
            Name = FileStem.Of(id, request.Scenario ?? "", request.Place ?? ""),
            Title = Names.Topic(topic),
            Finding = Finding(measures[0].Id, shown, dots.Scenarios),
            FindingOfPart = groups => OfPart(measures[0].Id, shown, groups),
            Subtitle = $"{Subjects(measures)}, {PeriodName.Of(request)}. {request.Results.System.Title}.",
            AxisTitle = UnitName.Axis(measures[0].Unit),
            SharedAxis = !grouped,
            Series = measures.Count == 1 ? [ScenarioDots.Single]
                : [.. measures.Zip(Looks, (measure, look) => new DotSeries(Names.Measure(measure.Id), look.Colour, look.Shape))],
            Groups = !grouped && measures.Count == 1 && shown.Count > MostPlacesWithRows
                ? [.. dots.Scenarios.Select(scenario => Places(measures, scenario, shown))]
                : [.. shown.Select(key => Group(measures, key.Place, key.Group))],
            Scenarios = dots.Scenarios,
            GuideName = measures.Count == 1 && shown.Count <= MostPlacesWithRows ? dots.GuideName : "",
            Notes = Notes(measures, grouped),
        };
        return ChartDrawings.Of(DotPlotDrawing.Draw(plot, request), "");
    }

    /// <summary>Of the whole system where it is shown; of groups that which a scenario moves furthest.</summary>
    /// <param name="measure">Which is told.</param>
    /// <param name="shown">What is in the drawing.</param>
    /// <param name="scenarios">Those in the drawing.</param>
    private string? Finding(string measure, List<(string Place, string Group)> shown, IReadOnlyList<string> scenarios)
    {
        var whole = shown.FindAll(key => key.Place == PlaceName.System);
        var told = whole.Count > 0 ? whole : shown;
        var finding = new ChartFinding(request);
        return dots.Scenarios.Any(scenario => scenario != ExperimentPlan.BaselineId)
            ? finding.OfScenarios([.. told.Select(key => finding.Line(measure, key.Place, key.Group, dots.Scenarios)).OfType<AnswerLine>()], scenarios.Contains)
            : told.Count == 1 ? finding.OfLevel(dots.Scenarios[0], measure, told[0].Place, told[0].Group) : null;
    }

    /// <summary>Of what is in a part: rows are scenarios under a place, or places under a scenario.</summary>
    private string? OfPart(string measure, List<(string Place, string Group)> shown, IReadOnlyList<DotGroup> groups)
    {
        var rows = groups.SelectMany(group => group.Rows.Select(row => (group.About, row.Label))).ToHashSet();
        bool IsIn((string Place, string Group) key, string scenario) =>
            rows.Contains((About(key), ScenarioName.Of(request.Results, scenario))) || rows.Contains((scenario, Names.Place(key.Place)));

        var keys = shown.FindAll(key => dots.Scenarios.Any(scenario => IsIn(key, scenario)));
        return Finding(measure, keys, [.. dots.Scenarios.Where(scenario => keys.Exists(key => IsIn(key, scenario)))]);
    }

    private static string About((string Place, string Group) key) => $"{key.Place}/{key.Group}";

    /// <summary>The first measure of the topic that has values, and those beside it of the same unit, places and groups: what can stand on one axis.</summary>
    private List<MeasureFacts> Measures()
    {
        var known = request.Results.System.Measures.Where(measure => Names.TopicOf(measure.Id) == topic && Rows(measure.Id).Count > 0).ToList();
        if (known.Find(measure => measure.Standards.Count > 0) is not { } first)
        {
            return [];
        }

        var keys = KeysOf(first.Id);
        return [.. known.Where(measure => measure.Unit == first.Unit && KeysOf(measure.Id).SetEquals(keys)).Take(Looks.Length)];
    }

    /// <summary>Groups where the topic has a standard of one, or a measure no total; else the totals.</summary>
    private HashSet<(string Place, string Group)> KeysOf(string measure)
    {
        var keys = Rows(measure).Select(row => (row.Key.Place, row.Key.Group)).ToList();
        return [.. keys.Where(key => key.Group.Length > 0 == (byGroup || keys.TrueForAll(other => other.Group.Length > 0)))];
    }

    private List<Summary> Rows(string measure) => [.. dots.Rows(measure).Where(row => double.IsFinite(row.Mean))];

    private string Subjects(List<MeasureFacts> measures) =>
        string.Join("; ", measures.Select((measure, index) => index == 0 ? Names.Word(measure.Id).Name : Names.Word(measure.Id).InSentence));

    private DotGroup Group(List<MeasureFacts> measures, string place, string group) =>
        dots.Group(Heading(place, group), place, group, [.. measures.Select(measure => measure.Id)], References(measures, group)) with
        {
            About = About((place, group)),
        };

    /// <summary>Of many places each is a row under its scenario, so that they can be compared.</summary>
    private DotGroup Places(List<MeasureFacts> measures, string scenario, List<(string Place, string Group)> shown) =>
        dots.PlacesOf(scenario, measures[0].Id, [.. shown.Select(key => key.Place)], References(measures, "")) with { About = scenario };

    private string Heading(string place, string group) =>
        group.Length == 0 ? Names.Place(place) : place == PlaceName.System ? Names.GroupHeading(group) : $"{Names.Place(place)}, {Names.Group(group)}";

    private List<Reference> References(List<MeasureFacts> measures, string group)
    {
        var known = measures.Select(measure => (Measure: measure, Standard: Names.Standard(measure.Id, group)))
            .Where(pair => pair.Standard is not null).ToList();
        var isShared = known.Count == measures.Count && known.TrueForAll(pair => pair.Standard == known[0].Standard);
        return (isShared ? known.Take(1).ToList() : known).ConvertAll(pair =>
        {
            var text = $"{pair.Standard!.Name} {NumberText.Exact(pair.Standard.Value)} {pair.Measure.Unit}".TrimEnd();
            return new Reference(pair.Standard.Value, isShared ? text : $"{text} ({Names.Measure(pair.Measure.Id)})") { Short = text };
        });
    }

    private string Notes(List<MeasureFacts> measures, bool grouped)
    {
        var better = measures.Select(measure => Names.Better(measure.Id)).Distinct().ToList();
        List<string> notes = ["Dashed lines: what the measure is held against."];
        if (better is [{ Length: > 0 } way])
        {
            notes.Add(way == "higher" ? "Higher is better." : "Lower is better.");
        }

        if (grouped)
        {
            notes.Add("Each group has its own axis.");
        }

        return string.Join(' ', notes);
    }
}
