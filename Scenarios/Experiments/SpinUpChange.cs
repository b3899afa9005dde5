using FlowSim.Simulator.Kernel;
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
    public required double Earlier { get; init; }

    /// <summary>Mean of the last year.</summary>
    public required double Last { get; init; }

    /// <summary>Standard error of the paired change; NaN for one replication.</summary>
    public required double StandardError { get; init; }

    /// <summary>A change of no more than this, in the measure's unit, is none.</summary>
    public required double Bound { get; init; }

    /// <summary>Lower end of the paired 95 % t-interval of the change.</summary>
    public double Lower95 => Change - HalfWidth;

    /// <summary>Upper end of the paired 95 % t-interval of the change.</summary>
    public double Upper95 => Change + HalfWidth;

    /// <summary>Lower end of the paired 90 % t-interval of the change.</summary>
    public double Lower90 => Change - Sample.HalfWidth90(N, StandardError);

    /// <summary>Upper end of the paired 90 % t-interval of the change.</summary>
    public double Upper90 => Change + Sample.HalfWidth90(N, StandardError);

    public double Change => Last - Earlier;

    /// <summary>Size of the change in bounds [0 to ∞].</summary>
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
    internal static IReadOnlyList<SpinUpChange> Of(IReadOnlyList<(IReadOnlyList<ResultRow> Earlier, IReadOnlyList<ResultRow> Last)> years, Func<string, string, SettledBound> boundOf)
    {
        var order = new MergedOrder<(string, string, string), Values>();
        foreach (var (earlier, last) in years)
        {
            order.StartOver();
            var before = earlier.ToDictionary(KeyOf, row => row.Value);
            var totals = last.Where(row => row.Group.Length == 0).Select(row => (row.Measure, row.Place)).ToHashSet();
            foreach (var row in last.Where(row => before.ContainsKey(KeyOf(row)) && (row.Group.Length == 0 || !totals.Contains((row.Measure, row.Place)))))
            {
                order.Visit(KeyOf(row), () => new Values(row)).Add(before[KeyOf(row)], row.Value);
            }
        }

        return order.ToList().ConvertAll(values => values.Summed(boundOf));
    }

    private double HalfWidth => Sample.HalfWidth(N, StandardError * Math.Sqrt(N));

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
            return new SpinUpChange
            {
                Measure = row.Measure,
                Place = row.Place,
                Group = row.Group,
                Unit = row.Unit,
                N = changes.Length,
                Earlier = Sample.Mean([.. earlier]),
                Last = level,
                Bound = bound.OfLevel ? bound.Size * Math.Abs(level) : bound.Size,
                StandardError = Sample.StandardDeviation(changes) / Math.Sqrt(changes.Length),
            };
        }
    }
}
