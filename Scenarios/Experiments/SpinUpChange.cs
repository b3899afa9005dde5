using FlowSim.Simulator.Kernel;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// How much a measure still moved from the year before the last of the spin-up to the last: none of it is meant to be left. A total stands for its
/// groups. NaN where undefined.
/// </summary>
public sealed record SpinUpChange
{
    /// <summary>A change of a smaller share of the last year's value is small, however surely it is there.</summary>
    private const double Small = 0.02;

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

    /// <summary>Lower end of the paired 95 % t-interval of the change.</summary>
    public double Lower95 => Change - HalfWidth(family: 1);

    /// <summary>Upper end of the paired 95 % t-interval of the change.</summary>
    public double Upper95 => Change + HalfWidth(family: 1);

    public double Change => Last - Earlier;

    /// <summary>Size of the change as a share of the last year's value [0 to ∞].</summary>
    public double Share => Math.Abs(Change) / Math.Abs(Last);

    /// <summary>True when it is more than a small part of the value, and more than chance gives to any of so many values looked at (Bonferroni).</summary>
    public bool IsLarge(int family) => Share > Small && Math.Abs(Change) > HalfWidth(family);

    internal static IReadOnlyList<SpinUpChange> Of(IReadOnlyList<(IReadOnlyList<ResultRow> Earlier, IReadOnlyList<ResultRow> Last)> years)
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

        return order.ToList().ConvertAll(values => values.Summed());
    }

    private double HalfWidth(int family) => Sample.HalfWidth(N, StandardError * Math.Sqrt(N), family);

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

        public SpinUpChange Summed()
        {
            double[] changes = [.. last.Zip(earlier, (after, before) => after - before)];
            return new SpinUpChange
            {
                Measure = row.Measure,
                Place = row.Place,
                Group = row.Group,
                Unit = row.Unit,
                N = changes.Length,
                Earlier = Sample.Mean([.. earlier]),
                Last = Sample.Mean([.. last]),
                StandardError = Sample.StandardDeviation(changes) / Math.Sqrt(changes.Length),
            };
        }
    }
}
