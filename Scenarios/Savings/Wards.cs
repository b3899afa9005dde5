using FlowSim.Scenarios.Beds;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Savings;

/// <summary>
/// Whole wards that could be given up at a place: those that fit between the beds that are open and the beds that are needed. What is needed goes by demand
/// that is not cut off by the beds there are, estimated from the same runs (<see cref="OfferedLoad"/>): so many that they are no fuller on average than
/// allowed, and too few for no more of winter than allowed. Of all replications together, since a ward is given up for all of them. What is open is that of
/// the baseline for every scenario: beds that a scenario opens are no ward to give up, and beds that it closes were one.
/// </summary>
internal static class Wards
{
    /// <summary>What a price that counts them calls them.</summary>
    public const string Word = "wards";

    /// <summary>A row for each scenario, year and place; none where the demand was not recorded.</summary>
    public static IReadOnlyList<WardRow> Of(WardSettings settings, ExperimentResult result, IReadOnlyList<LedgerPeriod> periods)
    {
        var baseline = result.Baseline is { } described ? Rows(settings, described, periods, null).ToList() : [];
        var open = baseline.ToDictionary(row => (row.Year, row.Place), row => row.Open);
        return [.. result.Scenarios.SelectMany(scenario => scenario.Id == ExperimentPlan.BaselineId ? baseline : Rows(settings, scenario, periods, open))];
    }

    private static IEnumerable<WardRow> Rows(WardSettings settings, ScenarioResult scenario, IReadOnlyList<LedgerPeriod> periods,
        Dictionary<(string Year, string Place), double>? open) =>
        from period in periods
        from place in scenario.Reported.OfType<ReplicationResult>().SelectMany(one => one.Demands).Where(month => month.Set == settings.Group)
            .GroupBy(month => month.Place)
        let months = place.Where(month => period.Name == Periods.All || IsIn(month, period.Name)).ToList()
        where months.Count > 0
        select Row(settings, scenario.Id, period.Name, place.Key, months, open is null ? double.NaN : open.GetValueOrDefault((period.Name, place.Key)));

    private static bool IsIn(DemandOfMonth month, string year) => BedPeriod.Of(year, [month]) is [var period] && period.Holds(month.Month);

    private static WardRow Row(WardSettings settings, string scenario, string year, string place, List<DemandOfMonth> months, double described)
    {
        var cold = BedPeriod.Of(year, months).FirstOrDefault(period => period.IsWinter);
        var winter = cold is null ? months : months.FindAll(month => cold.Holds(month.Month));
        var (open, load, winterLoad) = (new ReplicationDemand(months).Open, OfferedLoad.Of(months), OfferedLoad.Of(winter));
        int? needed = double.IsFinite(load) && double.IsFinite(winterLoad) ? BedNeed.Of(load, winterLoad, winterLoad, settings.TooFew, settings.Full) : null;
        var before = double.IsNaN(described) ? open : described;
        return new WardRow
        {
            Scenario = scenario,
            Year = year,
            Place = place,
            Open = open,
            Demand = load,
            WinterDemand = winterLoad,
            Needed = needed ?? 0,
            Wards = needed is { } beds ? Math.Max(0, (int)Math.Floor((before - beds) / settings.Size)) : 0,
        };
    }
}
