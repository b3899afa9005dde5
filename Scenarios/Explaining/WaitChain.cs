using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Rooms;

namespace FlowSim.Scenarios.Explaining;

/// <summary>Where patients wait, how full what they wait for is, and what holds it up, from the results of one scenario in one period.</summary>
public sealed class WaitChain
{
    private readonly StageNeeds needs;
    private readonly List<FlowSummary> flows;
    private readonly Dictionary<string, double> coming;
    private readonly Dictionary<(string Stage, string Place), double> comingAt;
    private readonly Dictionary<(string Measure, string Place, string Group), double> means;

    /// <param name="results">The results; measures of every stage and pool have to be among them.</param>
    /// <param name="needs">Of the system that was run.</param>
    /// <param name="scenario">A scenario of them.</param>
    /// <param name="period">A period of them.</param>
    public WaitChain(ResultSet results, StageNeeds needs, string scenario, string period)
    {
        this.needs = needs;
        flows = [.. results.Flows.Where(flow => flow.Scenario == scenario && flow.Period == period)];
        coming = flows.GroupBy(flow => flow.To).ToDictionary(stage => stage.Key, stage => stage.Sum(flow => flow.PerDay), StringComparer.Ordinal);
        comingAt = flows.GroupBy(flow => (flow.To, flow.Place)).ToDictionary(stage => stage.Key, stage => stage.Sum(flow => flow.PerDay));
        means = results.Summaries.Where(row => row.Scenario == scenario && row.Key.Period == period)
            .ToDictionary(row => (row.Key.Measure, row.Key.Place, row.Key.Group), row => row.Mean);
    }

    /// <summary>Waits for stages that are part of a measure, longest in all first.</summary>
    public IReadOnlyList<StageWait> Waits(MeasureDrivers drivers)
    {
        var inside = drivers.Stages.ToHashSet(StringComparer.Ordinal);
        var counted = drivers.WaitsFrom.ToHashSet(StringComparer.Ordinal);
        return Of(flows.Where(flow => counted.Contains(flow.To) || (drivers.Clocks.Count > 0 && inside.Contains(flow.From))).Select(flow => (flow, 1.0)));
    }

    /// <summary>From where patients come to stages out of others, most first [patients a day].</summary>
    public IReadOnlyList<(string From, double PerDay)> ComingTo(IReadOnlyCollection<string> stages) =>
        [.. flows.Where(flow => stages.Contains(flow.To) && !stages.Contains(flow.From)).GroupBy(flow => flow.From)
            .Select(from => (from.Key, PerDay: from.Sum(flow => flow.PerDay))).OrderByDescending(from => from.PerDay)];

    /// <summary>Waits during which pools are held, by the stage that is waited for; most patients first.</summary>
    /// <param name="pools">The pools, as written.</param>
    public IReadOnlyList<StageWait> HoldingUp(params IReadOnlyList<string> pools)
    {
        var held = needs.HoldersOf(pools, flows);
        return Of(flows.Where(flow => held.GetValueOrDefault(flow.From) > 0 && needs.IsWaitedForInPlace(flow.To))
            .Select(flow => (flow, held[flow.From])));
    }

    /// <summary>How much of a pool is in use [%]; NaN where nothing is known.</summary>
    public double InUse(string pool, string place = ResultRow.WholeSystem) => Mean(GenericMeasures.Utilisation, place, pool);

    /// <summary>Units of a pool that are open, over all places; NaN where nothing is known.</summary>
    public double Open(string pool) => Mean(GenericMeasures.Open, ResultRow.WholeSystem, pool);

    /// <summary>Mean wait for a stage at a place, of all who come there, those who give up among them [min]; NaN where nothing is known.</summary>
    public double MeanWait(string stage, string place) =>
        comingAt.TryGetValue((stage, place), out var perDay)
            ? new StageWait(stage, Mean(GenericMeasures.QueueLength, place, stage), perDay).Minutes
            : double.NaN;

    /// <param name="counted">Ways of patients, and the share of these who count.</param>
    private IReadOnlyList<StageWait> Of(IEnumerable<(FlowSummary Flow, double Share)> counted) =>
        [.. counted.GroupBy(way => way.Flow.To)
            .Select(stage => new StageWait(stage.Key, stage.Sum(way => way.Share * Waiting(way.Flow)), stage.Sum(way => way.Share * way.Flow.PerDay)))

            .Where(wait => wait.Patients > 0).OrderByDescending(wait => wait.Patients).ThenBy(wait => wait.Stage, StringComparer.Ordinal)];

    /// <summary>Of those who wait for a stage, the part that comes this way: all wait alike.</summary>
    private double Waiting(FlowSummary flow)
    {
        var here = Mean(GenericMeasures.QueueLength, flow.Place, flow.To);
        var (waiting, all) = double.IsNaN(here)
            ? (Mean(GenericMeasures.QueueLength, ResultRow.WholeSystem, flow.To), coming[flow.To])
            : (here, comingAt[(flow.To, flow.Place)]);
        return double.IsNaN(waiting) || all == 0 ? 0 : waiting * flow.PerDay / all;
    }

    private double Mean(string measure, string place, string group) => means.GetValueOrDefault((measure, place, group), double.NaN);
}

/// <summary>The wait for a stage of those who are counted.</summary>
/// <param name="Stage">The stage that is waited for, as written.</param>
/// <param name="Patients">Who waits at a time, on average [patients].</param>
/// <param name="PerDay">Who comes to it [patients a day].</param>
public sealed record StageWait(string Stage, double Patients, double PerDay)
{
    private const double MinutesADay = 1_440;

    /// <summary>Mean wait of those who come, by Little's law: as many wait at a time as come in the time that they wait [min].</summary>
    public double Minutes => Patients / PerDay * MinutesADay;
}
