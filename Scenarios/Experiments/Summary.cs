namespace FlowSim.Scenarios.Experiments;

/// <summary>One measure of one scenario across replications; NaN where undefined.</summary>
public sealed record Summary
{
    public required string Scenario { get; init; }

    public required ResultKey Key { get; init; }

    public required string Unit { get; init; }

    /// <summary>Replications in which the measure is defined.</summary>
    public required int N { get; init; }

    public required double Mean { get; init; }

    /// <summary>Standard deviation between replications, with n − 1.</summary>
    public required double Sd { get; init; }

    /// <summary>Lower end of the 95 % t-interval of the mean.</summary>
    public required double Lower95 { get; init; }

    /// <summary>Upper end of the 95 % t-interval of the mean.</summary>
    public required double Upper95 { get; init; }

    /// <summary>5 % quantile across replications (type 7); NaN below 40 replications.</summary>
    public double P05 { get; init; } = double.NaN;

    /// <summary>Median across replications; NaN below 40 replications.</summary>
    public double P50 { get; init; } = double.NaN;

    /// <summary>95 % quantile across replications (type 7); NaN below 40 replications.</summary>
    public double P95 { get; init; } = double.NaN;

    /// <summary>Lower end of the interval of a draw, with chance and what is not known; NaN without draws.</summary>
    public double Lower95All { get; init; } = double.NaN;

    /// <summary>Upper end of the interval of a draw, with chance and what is not known; NaN without draws.</summary>
    public double Upper95All { get; init; } = double.NaN;

    /// <summary>Draws in which the measure is defined; 0 without draws.</summary>
    public int NOuter { get; init; }

    /// <summary>Half the width of the model's own error of this level; NaN where it has not been measured.</summary>
    public double ModelError95 { get; init; } = double.NaN;

    internal Summary With(AllInterval draws) => this with { Lower95All = draws.Lower, Upper95All = draws.Upper, NOuter = draws.N };

    internal static Summary Of(string scenario, ValueRow row)
    {
        var values = Array.FindAll(row.Values, value => !double.IsNaN(value));
        var (mean, sd) = (Sample.Mean(values), Sample.StandardDeviation(values));
        var half = Sample.HalfWidth(values.Length, sd);
        var summary = new Summary
        {
            Scenario = scenario,
            Key = row.Key,
            Unit = row.Unit,
            N = values.Length,
            Mean = mean,
            Sd = sd,
            Lower95 = mean - half,
            Upper95 = mean + half,
        };
        if (values.Length < Sample.LeastForQuantiles)
        {
            return summary;
        }

        Array.Sort(values);
        return summary with { P05 = Sample.Quantile(values, 0.05), P50 = Sample.Quantile(values, 0.5), P95 = Sample.Quantile(values, 0.95) };
    }
}
