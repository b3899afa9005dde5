using FlowSim.Plots.Explore;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using ScottPlot;

namespace FlowSim.Cli;

/// <summary>Which plots <c>explore</c> draws of what it was asked for.</summary>
internal sealed class ExploredPlots(ExploredResults explored, ExploreChoice choice)
{
    /// <summary>A mean has an interval from here on [replications].</summary>
    public const int LeastForInterval = 2;

    private const string WholeSystem = "system";

    /// <summary>The kinds of plots, with a line each.</summary>
    public static IReadOnlyList<(string Id, string Description)> Kinds { get; } =
    [
        ("histogram", "how often each value came up among the replications of a scenario, with mean and 95 % interval"),
        ("running-mean", "mean of the first replications and its 95 % interval, by their number, with the replications themselves"),
        ("interval-width", "half the width of the interval by number of replications: measured so far, and with more; of a scenario that of the difference from the baseline too"),
        ("scatter", "a measure against another, a point for each replication, with their correlation; the first of the headline against each, or each two that are named"),
        ("spin-up", "each year of the spin-up, which all scenarios have in common: every replication, the mean and its 95 % interval, and whether it has settled"),
        ("differences", "what each scenario has more than the baseline, replication by replication, with mean and 95 % interval"),
    ];

    /// <summary>Each with the name of its file, without what says the format.</summary>
    public IEnumerable<(string Name, Plot Plot)> All =>
        explored.Measures.Where(measure => Single.Contains(measure.Scenario)).SelectMany(Alone).Concat(Scatters()).Concat(SpinUps()).Concat(Differences());

    private IReadOnlyList<string> Scenarios => explored.Results.Run.Scenarios;

    /// <summary>Scenarios that are looked at one by one.</summary>
    private List<string> Single => choice.Scenarios.Count > 0 ? [.. Scenarios.Where(choice.Scenarios.Contains)] : [.. Scenarios.Take(1)];

    /// <summary>Scenarios that are set against the baseline.</summary>
    private List<string> Compared => [.. (choice.Scenarios.Count > 0 ? Single : Scenarios).Where(id => id != ExperimentPlan.BaselineId)];

    private IEnumerable<(string Name, Plot Plot)> Alone(ExploredMeasure measure)
    {
        yield return (Name("histogram"), ExplorePlots.Histogram(measure));
        yield return (Name("running-mean"), ExplorePlots.RunningMean(measure));
        if (measure.Values.Count >= LeastForInterval)
        {
            var baseline = measure.Scenario == ExperimentPlan.BaselineId ? null : Find(ExperimentPlan.BaselineId, measure.Key);
            yield return (Name("interval-width"), ExplorePlots.IntervalWidth(measure, baseline));
        }

        string Name(string kind) => NameOf(kind, measure.Key, measure.Scenario);
    }

    /// <summary>Each two measures that were asked for, else the first against each other; of one with groups the first of them.</summary>
    private IEnumerable<(string Name, Plot Plot)> Scatters()
    {
        var keys = explored.Measures.Select(measure => measure.Key).DistinctBy(key => key.Measure).ToList();
        return from second in Enumerable.Range(0, keys.Count)
               from first in Enumerable.Range(0, choice.Measures.Count > 0 ? second : Math.Min(1, second))
               let pairs = Single.Select(scenario => (X: Find(scenario, keys[first]), Y: Find(scenario, keys[second])))
                   .Where(pair => pair is { X: not null, Y: not null }).Select(pair => (pair.X!, pair.Y!)).ToList()
               where pairs.Count > 0
               select (NameOf("scatter", keys[first], keys[second].Measure), ExplorePlots.Scatter(pairs));
    }

    private IEnumerable<(string Name, Plot Plot)> SpinUps() =>
        explored.SpinUps.Select(one => (NameOf("spin-up", one.Key, ""), ExplorePlots.SpinUp(one.SpinUp)));

    private IEnumerable<(string Name, Plot Plot)> Differences() =>
        from baseline in explored.Measures
        where baseline.Scenario == ExperimentPlan.BaselineId
        let scenarios = explored.Measures.Where(one => one.Key == baseline.Key && Compared.Contains(one.Scenario)).ToList()
        where scenarios.Count > 0
        select (NameOf("differences", baseline.Key, ""), ExplorePlots.Differences(baseline, scenarios));

    private ExploredMeasure? Find(string scenario, ResultKey key) => explored.Measures.FirstOrDefault(one => one.Scenario == scenario && one.Key == key);

    private string NameOf(string kind, ResultKey key, string more) =>
        FileStem.Of(kind, key.Measure, more, key.Place == WholeSystem ? "" : key.Place, key.Group, choice.Period ?? "");
}
