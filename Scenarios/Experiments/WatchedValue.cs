namespace FlowSim.Scenarios.Experiments;

/// <summary>A value whose interval is watched as replications are added (mean and variance by Welford 1962).</summary>
internal sealed class WatchedValue
{
    private const double Far = 1e6;

    private readonly Tolerance tolerance;
    private readonly double floor;
    private double mean;
    private double squares;
    private double level;

    /// <param name="scenario">Id.</param>
    /// <param name="measure">Id.</param>
    /// <param name="unit">Of the values.</param>
    /// <param name="isDifference">True for scenario less baseline.</param>
    /// <param name="tolerance">What half the width may be.</param>
    /// <param name="floor">What a measure may move by and be said to stand still: nearer need not be known. 0: there is no such number.</param>
    public WatchedValue(string scenario, string measure, string unit, bool isDifference, Tolerance tolerance, double floor)
    {
        (Scenario, Measure, Unit, IsDifference) = (scenario, measure, unit, isDifference);
        (this.tolerance, this.floor) = (tolerance, floor);
    }

    public string Scenario { get; }

    public string Measure { get; }

    public string Unit { get; }

    public bool IsDifference { get; }

    /// <summary>Replications in which it is defined.</summary>
    public int N { get; private set; }

    /// <summary>Half the width of the 95 % interval; NaN below two values.</summary>
    public double HalfWidth => N < 2 ? double.NaN : Sample.HalfWidth(N, Math.Sqrt(squares / (N - 1)));

    /// <summary>A share is one of the level of the measure, of a difference too: near 0 a share of the difference itself would be nothing.</summary>
    public double Allowed => tolerance.Relative ? Math.Max(tolerance.Size * level, floor) : tolerance.Size;

    /// <summary>Half the width in what it may be; 0 where nothing is up to chance.</summary>
    public double Size => HalfWidth is var half && half == 0 ? 0 : Math.Min(half / Allowed, Far);

    /// <summary>True once the interval is narrow enough, and of what no replication defines.</summary>
    public bool IsPrecise => N == 0 || (N >= 2 && Size <= 1);

    /// <summary>Replications that would do if they vary as those so far: the width goes down with their root.</summary>
    public int Needed(int replications) => N == 0 ? replications : (int)Math.Ceiling(replications * Math.Min(Size * Size, Far));

    /// <param name="value">Of the next replication; NaN where it is undefined.</param>
    /// <param name="of">What a share is of, at least 0: the level of the scenario or of the baseline, whichever is higher.</param>
    public void Add(double value, double of)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        N++;
        var off = value - mean;
        mean += off / N;
        squares += off * (value - mean);
        level += (of - level) / N;
    }
}
