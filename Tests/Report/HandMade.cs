using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Report;

/// <summary>Results written by hand, number by number, so that every sentence can be held against them.</summary>
internal sealed class HandMade
{
    public const string Period = "2018/19";
    public const string Hub = "hub";

    private readonly List<Summary> summaries = [];
    private readonly List<Difference> differences = [];
    private readonly List<string> headline = [];

    /// <summary>Replications of the run.</summary>
    public int Replications { get; init; } = 6;

    public string Title { get; init; } = "A made-up system";

    public string ScenarioTitle { get; init; } = "A hub";

    public bool Complete { get; init; } = true;

    /// <summary>Adds a measure at a place: the baseline's mean, and the difference of the scenario with its interval.</summary>
    public HandMade With(string measure, string unit, double baseline, double difference, double lower, double upper, string place = "system", int? n = null,
        string period = Period, string scenario = Hub, string group = "", bool isHeadline = true)
    {
        if (isHeadline && !headline.Contains(measure))
        {
            headline.Add(measure);
        }

        var key = new ResultKey(period, measure, place, group);
        var count = n ?? Replications;
        if (!summaries.Exists(row => row.Scenario == "baseline" && row.Key == key))
        {
            summaries.Add(Row("baseline", key, unit, Replications, baseline));
        }

        summaries.Add(Row(scenario, key, unit, count, baseline + difference));
        differences.Add(
            new Difference { Scenario = scenario, Key = key, Unit = unit, N = count, Mean = difference, Lower95 = lower, Upper95 = upper, Correlation = 0.9 });
        return this;
    }

    /// <summary>Adds a value of the baseline alone.</summary>
    public HandMade WithBaseline(string measure, string unit, double mean, string period, string place = "system")
    {
        summaries.Add(Row("baseline", new ResultKey(period, measure, place, ""), unit, Replications, mean));
        return this;
    }

    public ResultSet Results => new()
    {
        Run = Run,
        System = new SystemFacts
        {
            Id = "made-up",
            Title = Title,
            Headline = headline,
            GivesWay = "bending",
            Measures = [.. MadeUpWords.All.Where(measure => summaries.Exists(row => row.Key.Measure == measure.Id))],
            Scenarios = [new ScenarioFacts { Id = "baseline", Title = Title },
                .. Scenarios.Select(id => new ScenarioFacts { Id = id, Title = id == Hub ? ScenarioTitle : id })],
        },
        Summaries = summaries,
        Differences = differences,
    };

    private IEnumerable<string> Scenarios => differences.Select(row => row.Scenario).Distinct();

    private RunFacts Run => new()
    {
        Version = "0.1.0",
        Commit = "0123456789abcdef",
        Command = "flowsim compare hub --system made-up",
        System = "made-up",
        Scenarios = ["baseline", .. Scenarios],
        Seed = 7,
        Replications = Replications,
        ReplicationsPlanned = Complete ? Replications : Replications + 4,
        ReplicationsByScenario = Scenarios.Prepend("baseline").ToDictionary(id => id, _ => Replications),
        InputHash = new string('a', 64),
        Inputs = [new InputFacts("system.yaml", new string('b', 64))],
        MeasuredFrom = "2017-04-01",
        MeasuredTo = "2019-04-01",
        Days = 730,
        WarmUpDays = 731,
        WarmUpMethod = "spin-up under the baseline, once per replication; all scenarios branch from its end",
        SpinUpChanges = [],
        Threads = 2,
        Start = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Duration = TimeSpan.FromSeconds(1.5),
        Events = 1000,
        PeakMemoryMb = 1,
        Complete = Complete,
        Files = [],
    };

    private static Summary Row(string scenario, ResultKey key, string unit, int n, double mean) =>
        new() { Scenario = scenario, Key = key, Unit = unit, N = n, Mean = mean, Sd = 1, Lower95 = mean - 1, Upper95 = mean + 1 };
}
