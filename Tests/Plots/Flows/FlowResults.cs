using System.Globalization;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Plots.Flows;

/// <summary>Results with flows, made by hand: <c>a>b 3</c> is three patients a day from a to b, <c>a>b@x 3</c> the same at place x.</summary>
internal static class FlowResults
{
    public const string Scenario = "baseline";

    public static ResultSet Of(params string[] flows) => Of(Facts(), flows.Select(Flow), []);

    public static ResultSet Of(SystemFacts facts, IEnumerable<FlowSummary> flows, IEnumerable<Summary> summaries, int replications = 6) => new()
    {
        Run = new RunFacts
        {
            Version = "0.1.0",
            Commit = "",
            Command = "flowsim compare",
            System = facts.Id,
            Scenarios = [Scenario],
            Seed = 7,
            Replications = replications,
            ReplicationsPlanned = replications,
            ReplicationsByScenario = new Dictionary<string, int> { [Scenario] = replications },
            InputHash = "0123456789abcdef",
            Inputs = [],
            MeasuredFrom = "",
            MeasuredTo = "",
            Days = 365,
            WarmUpDays = 0,
            WarmUpMethod = "",
            SpinUpChanges = [],
            Threads = 1,
            Start = default,
            Duration = default,
            Events = 0,
            PeakMemoryMb = 0,
            Complete = true,
            Files = [],
        },
        System = facts,
        Summaries = [.. summaries],
        Flows = [.. flows],
    };

    public static SystemFacts Facts(string title = "A made-up system") => new() { Id = "made-up", Title = title };

    /// <summary>A stage of a system without instances.</summary>
    public static StageFacts Stage(string id, string mode, params string[] pools) => new(id, "system", mode, pools, "", "");

    public static FlowSummary Flow(string text)
    {
        var (ends, perDay) = (text.Split(' ')[0], double.Parse(text.Split(' ')[1], NumberStyles.Float, CultureInfo.InvariantCulture));
        var place = ends.Contains('@') ? ends.Split('@')[1] : "system";
        var steps = ends.Split('@')[0].Split('>');
        return new FlowSummary(Scenario, "all", steps[0], steps[1], place, perDay);
    }

    public static IEnumerable<Summary> Pool(string pool, double occupied, double open, double halfWidth, string place = "system") =>
    [
        Row("occupied", pool, place, occupied, halfWidth * open / 100),
        Row("open", pool, place, open, 0),
        Row("utilisation", pool, place, 100 * occupied / open, halfWidth),
    ];

    private static Summary Row(string measure, string pool, string place, double mean, double halfWidth) => new()
    {
        Scenario = Scenario,
        Key = new ResultKey("all", measure, place, pool),
        Unit = "",
        N = 6,
        Mean = mean,
        Sd = 0,
        Lower95 = mean - halfWidth,
        Upper95 = mean + halfWidth,
    };
}
