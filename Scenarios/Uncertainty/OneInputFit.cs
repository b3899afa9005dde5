using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace FlowSim.Scenarios.Uncertainty;

/// <summary>
/// The mean of a value given one input alone: a polynomial of the degree, up to the third, that predicts draws which are left out best (PRESS, Allen 1974).
/// </summary>
/// <param name="Degree">Of the polynomial; 0: no degree predicts better than the mean does.</param>
/// <param name="Means">By draw, the mean given the input.</param>
/// <param name="Explained">Share of the variance that is predicted of draws left out one at a time; may be a little below 0.</param>
internal sealed record OneInputFit(int Degree, double[] Means, double Explained)
{
    private const int MostDegree = 3;

    /// <summary>Draws for each coefficient, at least.</summary>
    private const int PerTerm = 8;

    /// <summary>
    /// What must be explained before it is taken for more than chance: of an input that does nothing a degree is found that explains more in some two of a
    /// hundred cases.
    /// </summary>
    private const double LeastTimesDraws = 4;

    /// <summary>True where the input explains more than one that does nothing would.</summary>
    public bool IsTold => Degree > 0 && Explained > LeastTimesDraws / Means.Length;

    /// <summary>The fit.</summary>
    /// <param name="places">By draw, where the input was.</param>
    /// <param name="values">By draw, all of them finite.</param>
    public static OneInputFit Of(double[] places, double[] values)
    {
        var mean = values.Average();
        var spread = values.Sum(value => (value - mean) * (value - mean));
        var none = new OneInputFit(0, [.. values.Select(_ => mean)], 0);
        if (!(spread > 0) || places.Distinct().Count() < 2)
        {
            return none;
        }

        var best = none;
        for (var degree = 1; degree <= MostDegree && values.Length >= PerTerm * (degree + 1) && places.Distinct().Count() > degree; degree++)
        {
            var (means, left) = Fit(places, values, degree);
            var explained = 1 - (left / spread);
            best = explained > best.Explained ? new OneInputFit(degree, means, explained) : best;
        }

        return best;
    }

    /// <summary>The fitted means with a degree that is given.</summary>
    public static double[] MeansOf(double[] places, double[] values, int degree) =>
        degree == 0 || places.Distinct().Count() <= degree ? [.. values.Select(_ => values.Average())] : Fit(places, values, degree).Means;

    private static (double[] Means, double Left) Fit(double[] places, double[] values, int degree)
    {
        var (low, high) = (places.Min(), places.Max());
        var design = Matrix<double>.Build.Dense(places.Length, degree + 1, (row, column) => Math.Pow(((2 * places[row]) - low - high) / (high - low), column));
        var q = design.QR(QRMethod.Thin).Q;
        var y = Vector<double>.Build.Dense(values);
        var means = q * q.TransposeThisAndMultiply(y);
        var left = 0.0;
        for (var row = 0; row < values.Length; row++)
        {
            var leverage = 0.0;
            for (var column = 0; column <= degree; column++)
            {
                leverage += q[row, column] * q[row, column];
            }

            var error = (y[row] - means[row]) / Math.Max(Negligible, 1 - leverage);
            left += error * error;
        }

        return (means.ToArray(), left);
    }

    private const double Negligible = 1e-9;
}
