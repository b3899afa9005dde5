using System.Text.Json.Serialization;
using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Model;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// How much a measure still moved from the year before the last of the spin-up to the last: none of it is meant to be left. A total stands for its
/// groups. NaN where undefined.
/// </summary>
public sealed record SpinUpChange
{
    public required string Measure { get; init; }

    public required string Place { get; init; }

    public required string Group { get; init; }

    public required string Unit { get; init; }

    /// <summary>Replications in which both years have a value.</summary>
    public required int N { get; init; }

    /// <summary>Mean of the year before the last.</summary>
    [JsonPropertyName("year_before")]
    public required double Earlier { get; init; }

    /// <summary>Mean of the last year.</summary>
    [JsonPropertyName("last_year")]
    public required double Last { get; init; }

    public double Change => Last - Earlier;

    /// <summary>Lower end of the paired 95 % t-interval of the change.</summary>
    [JsonRequired, JsonConverter(typeof(NumberOrNullConverter))]
    public double Lower95 { get; init; } = double.NaN;

    /// <summary>Upper end of the paired 95 % t-interval of the change.</summary>
    [JsonRequired, JsonConverter(typeof(NumberOrNullConverter))]
    public double Upper95 { get; init; } = double.NaN;

    /// <summary>Lower end of the paired 90 % t-interval of the change; NaN in results of versions that had no bounds.</summary>
    [JsonConverter(typeof(NumberOrNullConverter))]
    public double Lower90 { get; init; } = double.NaN;

    /// <summary>Upper end of the paired 90 % t-interval of the change; NaN in results of versions that had no bounds.</summary>
    [JsonConverter(typeof(NumberOrNullConverter))]
    public double Upper90 { get; init; } = double.NaN;

    /// <summary>A change of no more than this, in the measure's unit, is none; NaN in results of versions that had no bounds.</summary>
    [JsonPropertyName("settled_within")]
    public double Bound { get; init; } = double.NaN;

    /// <summary>Size of the change in bounds [0 to ∞].</summary>
    [JsonIgnore]
    public double Size => Change == 0 ? 0 : Math.Abs(Change) / Bound;

    /// <summary>
    /// Settled only if that is shown: two one-sided tests at 5 % each say that the change is within the bound. That a change is not significant shows nothing,
    /// since with few replications none would be. One that is sure, and by the best estimate beyond the bound, has not settled.
    /// </summary>
    public SettledVerdict Verdict =>
        Lower90 >= -Bound && Upper90 <= Bound ? SettledVerdict.Settled
        : Math.Abs(Change) > Bound && (Lower90 > 0 || Upper90 < 0) ? SettledVerdict.NotSettled
        : SettledVerdict.CannotBeTold;

    /// <param name="years">By replication, the rows of the two years.</param>
    /// <param name="boundOf">By id and unit, what a measure may move by.</param>
    internal static IReadOnlyList<SpinUpChange> Of(IReadOnlyList<(IReadOnlyList<ResultRow> Earlier, IReadOnlyList<ResultRow> Last)> years,
        Func<string, string, SettledBound> boundOf)
    {
        var order = new MergedOrder<(string, string, string), Values>();
        foreach (var (earlier, last) in years)
        {
            order.StartOver();
            var before = earlier.ToDictionary(KeyOf, row => row.Value);
            foreach (var row in SpinUpYear.Counting(last).Where(row => before.ContainsKey(KeyOf(row))))
            {
                order.Visit(KeyOf(row), () => new Values(row)).Add(before[KeyOf(row)], row.Value);
            }
        }

        return order.ToList().ConvertAll(values => values.Summed(boundOf));
    }

    /// <summary>The change with its intervals.</summary>
    /// <param name="standardError">Of the paired change; NaN for one replication.</param>
    internal SpinUpChange WithIntervals(double standardError)
    {
        var (half95, half90) = (Sample.HalfWidth(N, standardError * Math.Sqrt(N)), Sample.HalfWidth90(N, standardError));
        return this with { Lower95 = Change - half95, Upper95 = Change + half95, Lower90 = Change - half90, Upper90 = Change + half90 };
    }

    private static (string Measure, string Place, string Group) KeyOf(ResultRow row) => (row.Measure, row.Place, row.Group);

    private sealed class Values(ResultRow row)
    {
        private readonly List<double> earlier = [];
        private readonly List<double> last = [];

        public void Add(double before, double after)
        {
            if (!double.IsNaN(before) && !double.IsNaN(after))
            {
                earlier.Add(before);
                last.Add(after);
            }
        }

        public SpinUpChange Summed(Func<string, string, SettledBound> boundOf)
        {
            var bound = boundOf(row.Measure, row.Unit);
            var level = Sample.Mean([.. last]);
            double[] changes = [.. last.Zip(earlier, (after, before) => after - before)];
            var change = new SpinUpChange
            {
                Measure = row.Measure,
                Place = row.Place,
                Group = row.Group,
                Unit = row.Unit,
                N = changes.Length,
                Earlier = Sample.Mean([.. earlier]),
                Last = level,
                Bound = bound.OfLevel ? bound.Size * Math.Abs(level) : bound.Size,
            };
            return change.WithIntervals(Sample.StandardDeviation(changes) / Math.Sqrt(changes.Length));
        }
    }
}
