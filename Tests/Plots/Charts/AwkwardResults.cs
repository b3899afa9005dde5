using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Plots.Charts;

/// <summary>Results that charts have to cope with.</summary>
internal static class AwkwardResults
{
    public const string SixtyCharacters = "A rural hub in every town, with X-ray and blood tests & <b>";

    private static readonly Dictionary<string, ChartData> Known = new(StringComparer.Ordinal)
    {
        ["ordinary"] = new(),
        ["one site"] = new() { Sites = 1 },
        ["one scenario"] = new() { Scenarios = 1 },
        ["forty scenarios"] = new() { Scenarios = 40 },
        ["long titles"] = new() { Title = SixtyCharacters },
        ["zero"] = new() { Change = _ => 0 },
        ["negative"] = new() { Change = value => -value },
        ["huge"] = new() { Change = value => value * 1e9 },
        ["tiny"] = new() { Change = value => value * 1e-6 },
        ["missing"] = new() { Change = _ => double.NaN },
        ["one replication"] = new() { Replications = 1 },
        ["many replications"] = new() { Replications = 60 },
        ["no dates"] = new() { HasDates = false, Days = 1825 },
        ["three years"] = new() { Days = 1096 },
        ["nine sites"] = new() { Sites = 9 },
    };

    private static readonly Dictionary<string, ResultSet> Built = [];

    public static IEnumerable<string> Names => Known.Keys;

    public static ResultSet Get(string name)
    {
        lock (Built)
        {
            if (!Built.TryGetValue(name, out var results))
            {
                Built.Add(name, results = Known[name].Build());
            }

            return results;
        }
    }
}
