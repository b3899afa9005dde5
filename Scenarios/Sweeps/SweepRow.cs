using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Scenarios.Sweeps;

/// <summary>A measure at a point of a sweep, over its replications; NaN where undefined.</summary>
/// <param name="Point">Where.</param>
/// <param name="Key">What.</param>
/// <param name="Unit">Unit of the mean and of the difference.</param>
public sealed record SweepRow(DesignPoint Point, ResultKey Key, string Unit)
{
    /// <summary>Replications in which it is defined.</summary>
    public required int N { get; init; }

    public required double Mean { get; init; }

    /// <summary>Standard deviation between replications, with n − 1.</summary>
    public required double Sd { get; init; }

    /// <summary>Lower end of the 95 % t-interval of the mean.</summary>
    public required double Lower95 { get; init; }

    /// <summary>Upper end of the 95 % t-interval of the mean.</summary>
    public required double Upper95 { get; init; }

    /// <summary>The mean of what it is more than in the system as described, replication by replication.</summary>
    public double Difference { get; init; } = double.NaN;

    /// <summary>Lower end of the paired 95 % t-interval of the difference.</summary>
    public double DifferenceLower95 { get; init; } = double.NaN;

    /// <summary>Upper end of the paired 95 % t-interval of the difference.</summary>
    public double DifferenceUpper95 { get; init; } = double.NaN;

    /// <summary>The rows of a sweep, point by point, each with its measures in the order of their keys.</summary>
    /// <param name="result">What it gave.</param>
    public static IReadOnlyList<SweepRow> Of(SweepResult result)
    {
        var described = result.Points.FirstOrDefault(point => point.Point.Number == DesignPoint.AsDescribed);
        return
        [
            .. result.Points.SelectMany(point => point.Values.Keys.Order(KeyOrder)
                .Select(key => Of(point, key, result.Units[key], point == described ? null : described?.Values.GetValueOrDefault(key)))),
        ];
    }

    /// <summary>By measure, then period, place and group.</summary>
    public static IComparer<ResultKey> KeyOrder { get; } = Comparer<ResultKey>.Create((one, other) =>
    {
        foreach (var (left, right) in new[] { (one.Measure, other.Measure), (one.Period, other.Period), (one.Place, other.Place), (one.Group, other.Group) })
        {
            if (string.CompareOrdinal(left, right) is var order and not 0)
            {
                return order;
            }
        }

        return 0;
    });

    private static SweepRow Of(PointResult point, ResultKey key, string unit, double[]? described)
    {
        var values = point.Values[key];
        var mean = SampleInterval.Of(values);
        var difference = described is null || described.Length != values.Length ? SampleInterval.Of([])
            : SampleInterval.Of(values.Zip(described, (value, other) => value - other));
        return new SweepRow(point.Point, key, unit)
        {
            N = mean.N,
            Mean = mean.Mean,
            Sd = mean.Error * Math.Sqrt(mean.N),
            Lower95 = mean.Lower,
            Upper95 = mean.Upper,
            Difference = difference.Mean,
            DifferenceLower95 = difference.Lower,
            DifferenceUpper95 = difference.Upper,
        };
    }
}
