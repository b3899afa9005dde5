using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>
/// How many beds were open day by day, for a series of those occupied. No series holds it: it is occupied ÷ the occupancy rate of the same pools where the
/// system declares that by whatever name, else the mean of each year (or of all time) that every pool has.
/// </summary>
internal sealed class OpenBeds
{
    private const string Beds = "beds";

    private readonly ResultSet results;
    private readonly ResultIndex index;
    private readonly string scenario;

    public OpenBeds(ResultSet results, string scenario)
    {
        this.results = results;
        this.scenario = scenario;
        index = ResultIndex.Of(results);
    }

    /// <summary>By day of the panel [beds]; empty where it is not known, or the pools are no beds.</summary>
    public IReadOnlyList<double> Of(FanPanel panel, string measure)
    {
        var facts = results.System.Timelines.FirstOrDefault(series => series.Id == measure && !series.HoursOfWeek);
        return facts is null || !AreOfBeds(results.System, facts) ? []
            : RateOf(panel, measure) is { } rate
                ? [.. panel.Occupied.Zip(rate.Points, (occupied, percent) => percent.Mean > 0 ? 100.0 * occupied.Mean / percent.Mean : double.NaN)]
            : MeansOfYears(facts, panel);
    }

    /// <summary>True for a series of pools that are all beds.</summary>
    public static bool AreOfBeds(SystemFacts system, TimelineFacts series) =>
        series.Pools.Count > 0 && series.Pools.All(pool => Find(system, pool)?.Kind == Beds);

    /// <summary>The share of the open beds of the same pools that is in use; null where the system declares none, or nothing is known of it.</summary>
    public TimelineSummary? RateOf(FanPanel panel, string measure)
    {
        if (results.System.Timelines.FirstOrDefault(series => series.Id == measure && !series.HoursOfWeek) is not { } facts)
        {
            return null;
        }

        string[] names = [.. results.System.Timelines.Where(series => series.Rate && !series.HoursOfWeek && series.Pools.ToHashSet().SetEquals(facts.Pools))
            .Select(series => series.Id)];
        return results.Timelines.FirstOrDefault(series => series.Scenario == scenario && !series.HoursOfWeek && series.Place == panel.Place
            && names.Contains(series.Measure) && series.Points.Any(point => point.Mean > 0));
    }

    private double[] MeansOfYears(TimelineFacts facts, FanPanel panel)
    {
        var pools = facts.Pools.Select(pool => Find(results.System, pool)).OfType<PoolFacts>()
            .Where(pool => panel.Place == PlaceName.System || pool.Place == panel.Place).ToList();
        var years = index.Periods.Where(Periods.IsYear).ToHashSet(StringComparer.Ordinal);
        var open = years.Append(Periods.All).ToDictionary(period => period,
            period => pools.Sum(pool => index.Summary(scenario, period, GenericMeasures.Open, pool.Place, pool.Id)?.Mean ?? double.NaN));
        var days = Enumerable.Range(0, panel.Occupied.Count)
            .Select(day => open.GetValueOrDefault(results.Run.HasDates ? Periods.YearOf(panel.FirstDay.AddDays(day)) : Periods.All, open[Periods.All]))
            .ToArray();
        return pools.Count > 0 && Array.Exists(days, double.IsFinite) ? days : [];
    }

    private static PoolFacts? Find(SystemFacts system, string pool) =>
        system.Pools.FirstOrDefault(facts => pool == (facts.Place == PlaceName.System ? facts.Id : $"{facts.Id}@{facts.Place}"));
}
