namespace FlowSim.Scenarios.Experiments;

/// <summary>Scenario minus baseline, paired by replication: both had the same patients with the same random numbers. NaN where undefined.</summary>
public sealed record Difference
{
    private const double Rounded = 1e-12;

    public required string Scenario { get; init; }

    public required ResultKey Key { get; init; }

    public required string Unit { get; init; }

    /// <summary>Replications in which the measure is defined for both.</summary>
    public required int N { get; init; }

    public required double Mean { get; init; }

    /// <summary>Lower end of the paired 95 % t-interval.</summary>
    public required double Lower95 { get; init; }

    /// <summary>Upper end of the paired 95 % t-interval.</summary>
    public required double Upper95 { get; init; }

    /// <summary>Lower end of the 95 % interval that holds for all differences of a family at once; NaN of a difference of no family.</summary>
    public double LowerSim { get; init; } = double.NaN;

    /// <summary>Upper end of the 95 % interval that holds for all differences of a family at once; NaN of a difference of no family.</summary>
    public double UpperSim { get; init; } = double.NaN;

    /// <summary>Differences in the family; 0 of a difference of no family.</summary>
    public int FamilySize { get; init; }

    /// <summary>Correlation of scenario and baseline across replications; NaN when either is constant.</summary>
    public required double Correlation { get; init; }

    /// <summary>Mean of the baseline over the same replications; NaN in results of versions that did not keep it.</summary>
    public double BaselineMean { get; init; } = double.NaN;

    /// <summary>Mean of the scenario over the same replications; NaN in results of versions that did not keep it.</summary>
    public double ScenarioMean { get; init; } = double.NaN;

    /// <summary>Lower end of the interval of a draw, with chance and what is not known; NaN without draws.</summary>
    public double Lower95All { get; init; } = double.NaN;

    /// <summary>Upper end of the interval of a draw, with chance and what is not known; NaN without draws.</summary>
    public double Upper95All { get; init; } = double.NaN;

    /// <summary>Draws in which the measure is defined for both; 0 without draws.</summary>
    public int NOuter { get; init; }

    /// <summary>True when there is an interval with what is not known.</summary>
    public bool HasAll => !double.IsNaN(Lower95All);

    /// <summary>True when the interval excludes 0 (also when the difference is the same in all replications and not 0).</summary>
    public bool ExcludesZero => Lower95 > 0 || Upper95 < 0;

    // Sums of the same numbers in another order differ in the last digits; that is no difference.
    private static double Less(double one, double other) => Math.Abs(one - other) <= Rounded * Math.Max(Math.Abs(one), Math.Abs(other)) ? 0 : one - other;

    /// <summary>The difference with its interval over draws, both scenarios of a draw on the same patients.</summary>
    internal Difference With(ValueRow changed, ValueRow baseline)
    {
        var draws = AllInterval.Of(changed.Values.Zip(baseline.Values, Less));
        return this with { Lower95All = draws.Lower, Upper95All = draws.Upper, NOuter = draws.N };
    }

    /// <summary>By replication; NaN where it is undefined.</summary>
    internal static double[] Values(ValueRow changed, ValueRow baseline) => [.. changed.Values.Zip(baseline.Values, Less)];

    internal static Difference Of(string scenario, ValueRow changed, ValueRow baseline)
    {
        var both = Enumerable.Range(0, changed.Values.Length).Where(i => !double.IsNaN(changed.Values[i]) && !double.IsNaN(baseline.Values[i])).ToArray();
        var x = Array.ConvertAll(both, i => changed.Values[i]);
        var y = Array.ConvertAll(both, i => baseline.Values[i]);
        var differences = Array.ConvertAll(both, i => Less(changed.Values[i], baseline.Values[i]));
        var mean = Sample.Mean(differences);
        var half = Sample.HalfWidth(both.Length, Sample.StandardDeviation(differences));
        return new Difference
        {
            Scenario = scenario,
            Key = changed.Key,
            Unit = changed.Unit,
            N = both.Length,
            Mean = mean,
            Lower95 = mean - half,
            Upper95 = mean + half,
            Correlation = Sample.Correlation(x, y),
            BaselineMean = Sample.Mean(y),
            ScenarioMean = Sample.Mean(x),
        };
    }
}
