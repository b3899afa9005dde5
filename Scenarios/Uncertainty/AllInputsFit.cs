using MathNet.Numerics.LinearAlgebra;

namespace FlowSim.Scenarios.Uncertainty;

/// <summary>
/// The mean of values given all inputs at once, from a few runs of each draw: ridge regression on the inputs, their squares, and, where draws are many, their
/// products, with the terms and the penalty that predict draws which are left out best (Strong, Oakley and Brennan 2014, Medical Decision Making 34:311-326,
/// for the idea; Hoerl and Kennard 1970 for the ridge; Allen 1974 for the choice).
/// </summary>
internal sealed class AllInputsFit
{
    /// <summary>With fewer draws nothing is fitted [draws].</summary>
    public const int LeastDraws = 30;

    /// <summary>Draws for each product, at least, so that products are fitted.</summary>
    private const int DrawsPerTerm = 3;
    private const int MostTerms = 300;
    private const double Negligible = 1e-9;

    private static readonly double[] Penalties = [1e-4, 1e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

    private readonly Matrix<double> terms;
    private readonly double penalty;

    private AllInputsFit(Matrix<double> terms, double penalty, double[] means, double explained)
    {
        this.terms = terms;
        this.penalty = penalty;
        Means = means;
        Explained = explained;
    }

    /// <summary>By draw, the mean given its inputs.</summary>
    public double[] Means { get; }

    /// <summary>Share of the variance that is predicted of draws left out one at a time; may be negative.</summary>
    public double Explained { get; }

    /// <summary>The fits of several values on the same inputs.</summary>
    /// <param name="places">By input, where it was in each draw.</param>
    /// <param name="values">The values, each by draw and finite.</param>
    public static IReadOnlyList<AllInputsFit?> Of(IReadOnlyList<double[]> places, IReadOnlyList<double[]> values)
    {
        var inputs = places.Select(Standardised).OfType<double[]>().ToList();
        if (inputs.Count == 0 || values.Count == 0 || values[0].Length < LeastDraws)
        {
            return [.. values.Select(_ => (AllInputsFit?)null)];
        }

        var candidates = Terms(inputs, values[0].Length).Select(terms => new Candidate(terms)).ToList();
        return [.. values.Select(value => Best(candidates, value))];
    }

    /// <summary>The means once more, from some of the draws, each as often as it is named; terms and penalty stay.</summary>
    /// <param name="draws">Indices of draws.</param>
    /// <param name="values">By draw, all of them.</param>
    public double[] MeansOf(int[] draws, double[] values)
    {
        var rows = Matrix<double>.Build.Dense(draws.Length, terms.ColumnCount, (row, column) => terms[draws[row], column]);
        var y = Vector<double>.Build.Dense(draws.Length, row => values[draws[row]]);
        var centre = rows.ColumnSums() / draws.Length;
        rows = Matrix<double>.Build.Dense(rows.RowCount, rows.ColumnCount, (row, column) => rows[row, column] - centre[column]);
        var mean = y.Average();
        var products = rows.TransposeThisAndMultiply(rows) + (Matrix<double>.Build.DenseIdentity(rows.ColumnCount) * (penalty * draws.Length));
        return (rows * products.Cholesky().Solve(rows.TransposeThisAndMultiply(y - mean)) + mean).ToArray();
    }

    private static AllInputsFit? Best(List<Candidate> candidates, double[] values)
    {
        var mean = values.Average();
        var y = Vector<double>.Build.Dense(Array.ConvertAll(values, value => value - mean));
        var spread = y.DotProduct(y);
        if (!(spread > 0))
        {
            return null;
        }

        AllInputsFit? best = null;
        foreach (var candidate in candidates)
        {
            foreach (var penalty in Penalties)
            {
                var (fitted, left) = candidate.Fit(y, penalty * values.Length);
                var explained = 1 - (left / spread);
                best = best is null || explained > best.Explained
                    ? new AllInputsFit(candidate.Terms, penalty, [.. fitted.Select(value => value + mean)], explained) : best;
            }
        }

        return best;
    }

    private static IEnumerable<Matrix<double>> Terms(List<double[]> inputs, int draws)
    {
        yield return Matrix<double>.Build.DenseOfColumnArrays(inputs);
        var squares = inputs.Select(input => Standardised(Array.ConvertAll(input, value => value * value))).OfType<double[]>().ToList();
        yield return Matrix<double>.Build.DenseOfColumnArrays([.. inputs, .. squares]);
        var pairs = inputs.Count * (inputs.Count - 1) / 2;
        var all = inputs.Count + squares.Count + pairs;
        if (pairs > 0 && all <= MostTerms && draws >= DrawsPerTerm * all)
        {
            var products = Enumerable.Range(0, inputs.Count).SelectMany(one => Enumerable.Range(one + 1, inputs.Count - one - 1)
                .Select(other => Standardised([.. inputs[one].Zip(inputs[other], (x, y) => x * y)]))).OfType<double[]>();
            yield return Matrix<double>.Build.DenseOfColumnArrays([.. inputs, .. squares, .. products]);
        }
    }

    /// <summary>With mean 0 and variance 1; null where it is the same in all draws.</summary>
    private static double[]? Standardised(double[] places)
    {
        var mean = places.Average();
        var sd = Math.Sqrt(places.Average(place => (place - mean) * (place - mean)));
        return sd > Negligible * Math.Max(1, Math.Abs(mean)) ? Array.ConvertAll(places, place => (place - mean) / sd) : null;
    }

    /// <summary>Some terms, taken apart once for all penalties and values.</summary>
    private sealed class Candidate
    {
        private readonly Matrix<double> left;
        private readonly Vector<double> squares;

        public Candidate(Matrix<double> terms)
        {
            Terms = terms;
            var parts = terms.TransposeThisAndMultiply(terms).Evd(Symmetricity.Symmetric);
            var most = parts.EigenValues.Max(value => value.Real);
            int[] kept = [.. Enumerable.Range(0, terms.ColumnCount).Where(at => parts.EigenValues[at].Real > Negligible * most)];
            squares = Vector<double>.Build.Dense(kept.Length, at => parts.EigenValues[kept[at]].Real);
            left = Matrix<double>.Build.DenseOfColumnVectors(kept.Select((at, column) => terms * parts.EigenVectors.Column(at) / Math.Sqrt(squares[column])));
        }

        public Matrix<double> Terms { get; }

        /// <summary>Fitted values, and the sum of squares by which draws that are left out miss.</summary>
        public (Vector<double> Fitted, double Left) Fit(Vector<double> y, double penalty)
        {
            var shrunk = squares.Map(square => square / (square + penalty));
            var fitted = left * left.TransposeThisAndMultiply(y).PointwiseMultiply(shrunk);
            var sum = 0.0;
            for (var row = 0; row < y.Count; row++)
            {
                // The mean is fitted too, hence 1/n.
                var leverage = 1.0 / y.Count;
                for (var column = 0; column < shrunk.Count; column++)
                {
                    leverage += left[row, column] * left[row, column] * shrunk[column];
                }

                var error = (y[row] - fitted[row]) / Math.Max(Negligible, 1 - leverage);
                sum += error * error;
            }

            return (fitted, sum);
        }
    }
}
