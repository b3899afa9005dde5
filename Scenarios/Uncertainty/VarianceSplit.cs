using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Uncertainty;

/// <summary>
/// The variance of what one future gives, in two parts: what is due to chance, and what is due to inputs that are not known (O'Hagan, Stevenson and Madan 2007,
/// Health Economics 16:1009-1023). With n runs of each of N draws, MSW is the mean square within and MSB that between draws: chance is MSW, inputs are
/// (MSB - MSW) / n. Both are unbiased, so the second may be negative where there is little to find.
/// </summary>
internal sealed record VarianceSplit
{
    /// <summary>With fewer blocks of draws standard errors are between draws.</summary>
    private const int LeastBlocks = 10;

    /// <summary>Draws of which every run has a value [draws].</summary>
    public required int Draws { get; init; }

    /// <summary>Runs of each [runs].</summary>
    public required int Inner { get; init; }

    public required Estimated Mean { get; init; }

    /// <summary>The variance that is due to chance, in the square of the unit.</summary>
    public required Estimated Chance { get; init; }

    /// <summary>The variance that is due to inputs, in the square of the unit; may be negative.</summary>
    public required Estimated Inputs { get; init; }

    /// <summary>Runs of a draw with which so many runs tell the two apart best; NaN where inputs make no difference that can be seen.</summary>
    public double BestInner => Inputs.Value > 0 ? 1 + (Chance.Value / Inputs.Value) : double.NaN;

    /// <summary>Share of both that is due to inputs, not below 0 [0 to 1]; NaN where nothing varies.</summary>
    public double InputsShare => Chance.Value + Math.Max(0, Inputs.Value) is > 0 and var all ? Math.Max(0, Inputs.Value) / all : double.NaN;

    /// <summary>The split of some values; null with less than two draws, or less than two runs of each.</summary>
    /// <param name="runs">By draw, the values of its runs, as many for each; a draw with one that is not defined is left out.</param>
    /// <param name="block">
    /// Draws that were spread evenly together [draws]: of ten blocks and more standard errors are between these, which are independent; of fewer between draws.
    /// </param>
    public static VarianceSplit? Of(IReadOnlyList<double[]> runs, int block)
    {
        var inner = runs.Count == 0 ? 0 : runs[0].Length;
        var draws = Enumerable.Range(0, runs.Count).Where(at => Array.TrueForAll(runs[at], double.IsFinite)).Select(at => (At: at, Runs: runs[at])).ToList();
        if (inner < 2 || draws.Count < 2)
        {
            return null;
        }

        // About the mean of all, so that squares are not lost beside a large level.
        var centre = draws.Average(draw => draw.Runs.Average());
        var each = draws.ConvertAll(draw => (draw.At, Sums: Sums.Of(draw.Runs, centre)));
        var byBlock = each.GroupBy(draw => draw.At / block).Select(group => group.Select(draw => draw.Sums).Aggregate((one, other) => one + other)).ToList();
        var groups = byBlock.Count >= LeastBlocks ? byBlock : each.ConvertAll(draw => draw.Sums);
        var all = groups.Aggregate((one, other) => one + other);
        var without = groups.ConvertAll(group => all - group);
        return new VarianceSplit
        {
            Draws = draws.Count,
            Inner = inner,
            Mean = Estimated.Jackknife(centre + all.Mean, without.ConvertAll(sums => centre + sums.Mean)),
            Chance = Estimated.Jackknife(all.Within(inner), without.ConvertAll(sums => sums.Within(inner))),
            Inputs = Estimated.Jackknife(all.Inputs(inner), without.ConvertAll(sums => sums.Inputs(inner))),
        };
    }

    /// <summary>What the estimates are made of, so that those without some draws need not be summed again.</summary>
    private readonly record struct Sums(int Count, double Means, double Squares, double WithinSquares)
    {
        public double Mean => Means / Count;

        public static Sums Of(double[] runs, double centre)
        {
            var mean = runs.Average();
            return new Sums(1, mean - centre, (mean - centre) * (mean - centre), runs.Sum(value => (value - mean) * (value - mean)));
        }

        public static Sums operator +(Sums one, Sums other) =>
            new(one.Count + other.Count, one.Means + other.Means, one.Squares + other.Squares, one.WithinSquares + other.WithinSquares);

        public static Sums operator -(Sums one, Sums other) =>
            new(one.Count - other.Count, one.Means - other.Means, one.Squares - other.Squares, one.WithinSquares - other.WithinSquares);

        public double Within(int inner) => WithinSquares / (Count * (inner - 1.0));

        /// <summary>(MSB - MSW) / n, where MSB / n is the variance of the means of draws.</summary>
        public double Inputs(int inner) => Count < 2 ? double.NaN : ((Squares - (Means * Means / Count)) / (Count - 1.0)) - (Within(inner) / inner);
    }
}

/// <summary>An estimate with its standard error.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Error">Its standard error; NaN where there is none.</param>
internal readonly record struct Estimated(double Value, double Error)
{
    /// <summary>An estimate with the standard error of the jackknife (Quenouille 1949, Tukey 1958).</summary>
    /// <param name="value">From everything.</param>
    /// <param name="without">Without each group in turn.</param>
    public static Estimated Jackknife(double value, IReadOnlyList<double> without)
    {
        var mean = without.Average();
        return new Estimated(value, Math.Sqrt((without.Count - 1.0) / without.Count * without.Sum(one => (one - mean) * (one - mean))));
    }

    /// <summary>True where it is above 0 for all that chance leaves open, at 5 %.</summary>
    public bool IsAboveZero => Value > OneSided95 * Error;

    private const double OneSided95 = 1.644854;
}
