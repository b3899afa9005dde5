using FlowSim.Simulator.Measures;

namespace FlowSim.Scenarios.Experiments;

/// <summary>One point of a series across replications; NaN where undefined. Bands are pointwise.</summary>
/// <param name="Mean">Mean across replications.</param>
/// <param name="P05">5 % quantile (type 7); the lowest below 40 replications.</param>
/// <param name="P50">Median.</param>
/// <param name="P95">95 % quantile (type 7); the highest below 40 replications.</param>
public readonly record struct TimelinePoint(float Mean, float P05, float P50, float P95)
{
    /// <summary>Replications that have a value [replications].</summary>
    public int N { get; init; }

    /// <summary>Standard deviation between replications; NaN below two.</summary>
    public float Sd { get; init; } = float.NaN;

    /// <summary>Lower end of the 95 % confidence interval of the mean (Student's t); NaN below two replications.</summary>
    public float Lower95 { get; init; } = float.NaN;

    public float Upper95 { get; init; } = float.NaN;
}

/// <summary>A series of one scenario across replications.</summary>
public sealed record TimelineSummary
{
    public required string Scenario { get; init; }

    public required string Measure { get; init; }

    public required string Place { get; init; }

    /// <summary>True: 168 hours of the week from Monday 00:00; false: days from <see cref="FirstDay"/>.</summary>
    public required bool HoursOfWeek { get; init; }

    /// <summary>Date of the first point of a daily series.</summary>
    public required DateOnly FirstDay { get; init; }

    public required IReadOnlyList<TimelinePoint> Points { get; init; }

    internal static IReadOnlyList<TimelineSummary> Of(ScenarioResult scenario)
    {
        var order = new MergedOrder<(string, string, bool), List<TimelineSeries>>();
        foreach (var replication in scenario.Reported.OfType<ReplicationResult>())
        {
            order.StartOver();
            foreach (var series in replication.Timelines)
            {
                order.Visit((series.Measure, series.Place, series.HoursOfWeek), () => []).Add(series);
            }
        }

        return order.ToList().ConvertAll(series => Of(scenario, series));
    }

    private static TimelineSummary Of(ScenarioResult scenario, List<TimelineSeries> series) =>
        new()
        {
            Scenario = scenario.Id,
            Measure = series[0].Measure,
            Place = series[0].Place,
            HoursOfWeek = series[0].HoursOfWeek,
            FirstDay = scenario.Reported.OfType<ReplicationResult>().First().FirstDay,
            Points = [.. Enumerable.Range(0, series.Max(one => one.Values.Length)).Select(index => PointAt(series, index))],
        };

    private static TimelinePoint PointAt(List<TimelineSeries> series, int index)
    {
        var values = series.Where(one => index < one.Values.Length && !float.IsNaN(one.Values[index])).Select(one => (double)one.Values[index]).ToArray();
        if (values.Length == 0)
        {
            return new TimelinePoint(float.NaN, float.NaN, float.NaN, float.NaN);
        }

        var tail = values.Length < Sample.LeastForQuantiles ? 0 : 0.05;
        Array.Sort(values);
        var (mean, deviation) = (Sample.Mean(values), Sample.StandardDeviation(values));
        var half = Sample.HalfWidth(values.Length, deviation);
        return new TimelinePoint((float)mean, (float)Sample.Quantile(values, tail), (float)Sample.Quantile(values, 0.5),
            (float)Sample.Quantile(values, 1 - tail))
        {
            N = values.Length,
            Sd = (float)deviation,
            Lower95 = (float)(mean - half),
            Upper95 = (float)(mean + half),
        };
    }
}
