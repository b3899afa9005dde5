using System.Runtime.CompilerServices;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Answers;

/// <summary>Finds rows of a result set quickly; made once for each, since many charts look into it.</summary>
internal sealed class ResultIndex
{
    private static readonly ConditionalWeakTable<ResultSet, ResultIndex> Made = [];
    private static readonly List<Summary> NoSummaries = [];
    private static readonly List<Difference> NoDifferences = [];

    private readonly Dictionary<(string Scenario, string Period, string Measure), List<Summary>> summaries = [];
    private readonly Dictionary<(string Scenario, string Period, string Measure), List<Difference>> differences = [];

    private ResultIndex(ResultSet results)
    {
        ShownPeriod = results.ShownPeriod;
        Periods = [.. results.Summaries.Select(row => row.Key.Period).Distinct()];
        Measures = [.. results.Summaries.Select(row => row.Key.Measure).Distinct()];
        foreach (var row in results.Summaries)
        {
            Add(summaries, (row.Scenario, row.Key.Period, row.Key.Measure), row);
        }

        foreach (var row in results.Differences)
        {
            Add(differences, (row.Scenario, row.Key.Period, row.Key.Measure), row);
        }
    }

    public static ResultIndex Of(ResultSet results) => Made.GetValue(results, one => new ResultIndex(one));

    /// <summary>The period that is shown unless another is asked for.</summary>
    public string ShownPeriod { get; }

    /// <summary>All measures, in file order.</summary>
    public IReadOnlyList<string> Measures { get; }

    /// <summary>All periods, in file order.</summary>
    public IReadOnlyList<string> Periods { get; }

    /// <summary>Rows of a measure, in file order.</summary>
    public IReadOnlyList<Summary> Summaries(string scenario, string period, string measure) =>
        summaries.GetValueOrDefault((scenario, period, measure), NoSummaries);

    public IReadOnlyList<Difference> Differences(string scenario, string period, string measure) =>
        differences.GetValueOrDefault((scenario, period, measure), NoDifferences);

    public Summary? Summary(string scenario, string period, string measure, string place, string group = "") =>
        Summaries(scenario, period, measure).FirstOrDefault(row => row.Key.Place == place && row.Key.Group == group);

    public Difference? Difference(string scenario, string period, string measure, string place, string group = "") =>
        Differences(scenario, period, measure).FirstOrDefault(row => row.Key.Place == place && row.Key.Group == group);

    private static void Add<T>(Dictionary<(string, string, string), List<T>> table, (string, string, string) key, T row)
    {
        if (!table.TryGetValue(key, out var rows))
        {
            table.Add(key, rows = []);
        }

        rows.Add(row);
    }
}
