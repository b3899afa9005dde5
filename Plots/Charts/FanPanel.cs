using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>One small multiple of a fan chart: occupied beds at a place by day, and how many were open.</summary>
/// <param name="Place">Site, or <c>system</c>.</param>
/// <param name="Name">As a reader calls it.</param>
/// <param name="FirstDay">Date of the first point.</param>
/// <param name="Occupied">Occupied beds across replications [beds].</param>
/// <param name="Open">Beds open on the same days, mean across replications [beds]; empty when not known.</param>
internal sealed record FanPanel(string Place, string Name, DateOnly FirstDay, IReadOnlyList<TimelinePoint> Occupied, IReadOnlyList<double> Open)
{
    private const double Whole = 100;

    /// <summary>
    /// True where the numbers are shares of the beds open on the same day in the same replication [%]: what is open differs between replications, and a band of
    /// beds would reach above the mean of those that are open.
    /// </summary>
    public bool IsShare { get; init; }

    /// <summary>Of all its numbers, as at an axis.</summary>
    public string Unit { get; init; } = "beds";

    /// <summary>The share of open beds in use over the days shown, by one line of the fan; NaN where it is not known.</summary>
    public double ShareOf(Func<TimelinePoint, double> line)
    {
        var days = Occupied.Zip(Open, (point, open) => (Occupied: line(point), Open: open))
            .Where(day => double.IsFinite(day.Occupied) && day.Open > 0).ToList();
        return days.Count == 0 ? double.NaN : Whole * days.Sum(day => day.Occupied) / days.Sum(day => day.Open);
    }

    /// <summary>What was recorded on the same days; NaN on one that was not, empty where nothing was.</summary>
    public IReadOnlyList<double> Recorded { get; init; } = [];

    /// <summary>The share of open beds that is not to be passed, drawn as a line; null where the system names none.</summary>
    public StandardFacts? Limit { get; init; }

    /// <summary>The panels of a series in a scenario: its sites, or the system where there are none, or one place.</summary>
    public static IReadOnlyList<FanPanel> Of(string scenario, string? place, string series, ResultSet results)
    {
        var open = new OpenBeds(results, scenario);
        var limit = results.System.Timelines.FirstOrDefault(facts => facts.Id == series) is { Standards: [var first, ..] } ? first : null;
        var names = SystemNames.Of(results.System);
        var found = results.Timelines.Where(one => one.Scenario == scenario && !one.HoursOfWeek && one.Measure == series
            && (place is null || one.Place == place) && one.Points.Any(point => float.IsFinite(point.Mean))).ToList();
        var sites = found.Where(one => one.Place != PlaceName.System).ToList();
        return [.. (sites.Count > 0 ? sites : found).Select(one => new FanPanel(one.Place, names.Place(one.Place), one.FirstDay, one.Points, []))
            .Select(panel => (Panel: panel, Rate: open.RateOf(panel, series), Open: open.Of(panel, series)))
            .Select(one => (one.Rate is null ? one.Panel with { Open = one.Open } : Share(one.Panel, one.Rate, one.Open)) with { Limit = limit })];
    }

    /// <summary>The same as shares, with the means of the beds in its name.</summary>
    private static FanPanel Share(FanPanel panel, TimelineSummary rate, IReadOnlyList<double> open)
    {
        var (occupied, beds) = (panel.Occupied.Select(point => (double)point.Mean).Where(double.IsFinite).Average(), open.Where(double.IsFinite).ToList());
        return panel with
        {
            Name = beds.Count == 0 ? panel.Name : FormattableString.Invariant($"{panel.Name}: {occupied:#,0} of {beds.Average():#,0} beds on average"),
            Occupied = rate.Points,
            Open = [.. rate.Points.Select(_ => Whole)],
            Unit = UnitName.Axis("%"),
            IsShare = true,
        };
    }

    /// <summary>Points of so many days each, at their middle: means of what is known of those days.</summary>
    public IReadOnlyList<(double At, TimelinePoint Occupied, double Open)> Thinned(int days)
    {
        return [.. Enumerable.Range(0, (Occupied.Count + days - 1) / days).Select(Point)];

        (double, TimelinePoint, double) Point(int index)
        {
            var from = index * days;
            var count = Math.Min(days, Occupied.Count - from);
            var points = Enumerable.Range(from, count).Select(day => Occupied[day]).ToList();
            var occupied = new TimelinePoint(Mean(points.Select(point => point.Mean)), Mean(points.Select(point => point.P05)),
                Mean(points.Select(point => point.P50)), Mean(points.Select(point => point.P95)));
            return (from + ((count - 1) / 2.0), occupied, Open.Count == 0 ? double.NaN : Mean(Open.Skip(from).Take(count).Select(beds => (float)beds)));
        }
    }

    private static float Mean(IEnumerable<float> values) => values.Where(float.IsFinite).DefaultIfEmpty(float.NaN).Average();
}
