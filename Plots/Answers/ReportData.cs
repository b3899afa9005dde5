using FlowSim.Plots.Charts;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Answers;

/// <summary>
/// The results a report tells of, found by scenario and key: its headline measures and those of what gives way, of all the rows a run writes.
/// </summary>
internal sealed class ReportData
{
    private readonly Dictionary<(string Scenario, ResultKey Key), Summary> summaries;
    private readonly Dictionary<(string Scenario, ResultKey Key), Difference> differences;
    private readonly ILookup<(string Period, string Measure), Summary> rows;
    private readonly Lazy<Answer?> answer;

    /// <param name="results">What was run.</param>
    /// <param name="further">Ids of measures that are looked up beside the headline.</param>
    public ReportData(ResultSet results, IReadOnlyList<string>? further = null)
    {
        Results = results;
        answer = new Lazy<Answer?>(() => Answer.Of(this, []));
        Measures = Headline.Of(results);
        Names = SystemNames.Of(results.System);
        Periods = ReportPeriods.Of(results);
        Period = results.ShownPeriod;
        Compared = [.. results.Run.Scenarios.Where(id => id != ExperimentPlan.BaselineId && results.Differences.Any(row => row.Scenario == id))];
        GivesWay = [.. results.System.Measures.Where(measure => measure.Topic.Length > 0 && measure.Topic == results.System.GivesWay)
            .Select(measure => measure.Id)];
        var chosen = Measures.Concat(GivesWay).Concat(further ?? []).ToHashSet(StringComparer.Ordinal);
        summaries = First(results.Summaries.Where(row => chosen.Contains(row.Key.Measure)), row => (row.Scenario, row.Key));
        differences = First(results.Differences.Where(row => chosen.Contains(row.Key.Measure)), row => (row.Scenario, row.Key));
        rows = summaries.Values.Where(row => row.Scenario == Reference).ToLookup(row => (row.Key.Period, row.Key.Measure));
    }

    public ResultSet Results { get; }

    /// <summary>The answer of the comparison; null where nothing was compared.</summary>
    public Answer? Answer => answer.Value;

    /// <summary>What the system's ids are called.</summary>
    public SystemNames Names { get; }

    /// <summary>Ids in the order of the headline.</summary>
    public IReadOnlyList<string> Measures { get; }

    /// <summary>Ids of the measures that count how far each rule gives way when the system is full, in the order of the system.</summary>
    public IReadOnlyList<string> GivesWay { get; }

    public IReadOnlyList<string> Periods { get; }

    /// <summary>The period of the answers.</summary>
    public string Period { get; }

    /// <summary>A period as a reader calls it.</summary>
    public string InWords(string period) => ReportPeriods.InWords(Results.Run, period);

    /// <summary><c>in 2018/19</c>.</summary>
    public string During(string period) => ReportPeriods.During(Results.Run, period);

    /// <summary>False for a year of which a part was measured only.</summary>
    public bool IsWhole(string period) => ReportPeriods.IsWhole(Results.Run, period);

    /// <summary>Scenarios that have differences, in the order of the run; empty when nothing was compared.</summary>
    public IReadOnlyList<string> Compared { get; }

    /// <summary>True when scenarios were compared with the baseline.</summary>
    public bool IsComparison => Compared.Count > 0;

    /// <summary>The scenario whose means stand beside the differences: the baseline, or the only one that was run.</summary>
    public string Reference =>
        Results.Run.Scenarios.Contains(ExperimentPlan.BaselineId) || Results.Run.Scenarios.Count == 0 ? ExperimentPlan.BaselineId : Results.Run.Scenarios[0];

    /// <summary>Keys of a measure in a period: every place, totals rather than their groups.</summary>
    public IReadOnlyList<Summary> RowsOf(string period, string measure)
    {
        var found = rows[(period, measure)].ToList();
        var withTotal = found.Where(row => row.Key.Group.Length == 0).Select(row => row.Key.Place).ToHashSet(StringComparer.Ordinal);
        return found.FindAll(row => row.Key.Group.Length == 0 || !withTotal.Contains(row.Key.Place));
    }

    public Summary? SummaryOf(string scenario, ResultKey key) => summaries.GetValueOrDefault((scenario, key));

    public Difference? DifferenceOf(string scenario, ResultKey key) => differences.GetValueOrDefault((scenario, key));

    /// <summary>Null where the scenario has no such difference.</summary>
    public Finding? FindingOf(string scenario, ResultKey key) =>
        DifferenceOf(scenario, key) is { } difference
            ? new Finding(difference, SummaryOf(Reference, key)?.Mean ?? double.NaN, SummaryOf(scenario, key)?.Mean
                ?? double.NaN, ReplicationsOf(scenario), IsWhole(key.Period))
            {
                Word = Names.Word(key.Measure),
                Names = Names,
                ModelError95 = SummaryOf(Reference, key)?.ModelError95 ?? double.NaN,
            }
            : null;

    /// <summary>Replications of a scenario that can be paired with the baseline.</summary>
    public int ReplicationsOf(string scenario) => Math.Min(Results.Run.ReplicationsOf(scenario), Results.Run.ReplicationsOf(Reference));

    /// <summary>A name for a scenario that may stand in the page's own code: nothing of a description does.</summary>
    public string KeyOf(string scenario) => FormattableString.Invariant($"s{Results.Run.Scenarios.ToList().IndexOf(scenario)}");

    /// <summary>Title of a scenario.</summary>
    public string TitleOf(string scenario) => ScenarioName.Of(Results, scenario);

    /// <summary>True for one of the numbers of beds of a curve: a sentence about it answers nothing.</summary>
    public static bool IsPointOfCurve(ResultKey key) => key.Group.Length > 0 && GenericMeasures.Find(key.Measure) is { IsCurve: true };

    private static Dictionary<(string, ResultKey), T> First<T>(IEnumerable<T> rows, Func<T, (string, ResultKey)> keyOf)
    {
        var found = new Dictionary<(string, ResultKey), T>();
        foreach (var row in rows)
        {
            found.TryAdd(keyOf(row), row);
        }

        return found;
    }
}
