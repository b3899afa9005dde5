using FlowSim.Scenarios.Experiments;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace FlowSim.Scenarios.Sensitivity;

/// <summary>The share of a result's variance that a factor makes by itself.</summary>
/// <param name="Value">Estimate [0 to 1, a little below 0 where there is nothing]; NaN where nothing can be said.</param>
/// <param name="Lower95">Lower end of its interval.</param>
/// <param name="Upper95">Upper end of its interval.</param>
internal sealed record FirstOrderIndex(double Value, double Lower95, double Upper95);

/// <summary>
/// First-order indices, Var(E[y | x]) ÷ Var(y) (Sobol' 1993), where all factors vary: by regression of the result on polynomials of all factors at once, for
/// each of the degree that by itself predicts points left out best (PRESS, Allen 1974). A factor's share is what its polynomial varies by, less what it would
/// by chance, as part of the variance of the result. What all together leave is due to factors acting together, and to chance. Intervals are of the jackknife
/// by groups of points.
/// </summary>
internal static class FirstOrderIndices
{
    /// <summary>Fewer points than that say nothing.</summary>
    public const int LeastPoints = 20;

    private const int MostDegree = 9;

    /// <summary>Points for each coefficient of one factor, and of all together, at least.</summary>
    private const int PointsPerTerm = 8;
    private const int PointsPerTermOfAll = 3;
    private const int Groups = 20;

    /// <param name="places">By factor, its place at each point [0 to 1].</param>
    /// <param name="values">The result at each point; NaN: it has none there.</param>
    /// <returns>By factor.</returns>
    public static IReadOnlyList<FirstOrderIndex> Of(IReadOnlyList<IReadOnlyList<double>> places, IReadOnlyList<double> values)
    {
        int[] known = [.. Enumerable.Range(0, values.Count).Where(point => double.IsFinite(values[point]))];
        double[] y = [.. known.Select(point => values[point])];
        if (y.Length < LeastPoints || y.All(value => value == y[0]))
        {
            return [.. places.Select(_ => new FirstOrderIndex(double.NaN, double.NaN, double.NaN))];
        }

        double[][] x = [.. places.Select(column => known.Select(point => (2 * column[point]) - 1).ToArray())];
        var degrees = DegreesOf(x, y);
        var all = Shares(x, y, degrees, _ => true);
        var parts = Enumerable.Range(0, Groups).Select(group => Shares(x, y, degrees, point => point % Groups != group)).ToList();
        return [.. all.Select((share, factor) => Interval(share, [.. parts.Select(part => part[factor])]))];
    }

    private static FirstOrderIndex Interval(double share, double[] without)
    {
        // Of the jackknife (Quenouille 1949, Tukey 1958): each group counts by what is missing without it.
        var mean = Sample.Mean(without);
        var error = Math.Sqrt((Groups - 1.0) / Groups * without.Sum(one => (one - mean) * (one - mean)));
        var half = Sample.StudentQuantile(Groups - 1, 0.025) * error;
        return new FirstOrderIndex(share, share - half, share + half);
    }

    private static int[] DegreesOf(double[][] x, double[] y)
    {
        var most = Math.Min(MostDegree, y.Length / PointsPerTerm);
        int[] best = [.. x.Select(column => Enumerable.Range(1, Math.Max(1, most)).MinBy(degree => Press(column, y, degree)))];
        while (best.Sum() + 1 > Math.Max(x.Length + 1, y.Length / PointsPerTermOfAll) && best.Max() > 1)
        {
            var highest = best.Max();
            best = [.. best.Select(degree => Math.Min(degree, highest - 1))];
        }

        return best;
    }

    private static double Press(double[] x, double[] y, int degree)
    {
        var design = Design([x], [degree], [.. Enumerable.Range(0, y.Length)]);
        var q = design.QR(QRMethod.Thin).Q;
        var values = Vector<double>.Build.Dense(y);
        var residuals = values - (q * q.TransposeThisAndMultiply(values));
        return residuals.Zip(q.EnumerateRows(), (residual, row) => residual / Math.Max(1e-9, 1 - row.DotProduct(row))).Sum(off => off * off);
    }

    /// <summary>By factor, from some of the points.</summary>
    private static double[] Shares(double[][] x, double[] y, int[] degrees, Func<int, bool> isIn)
    {
        int[] points = [.. Enumerable.Range(0, y.Length).Where(isIn)];
        var design = Design(x, degrees, points);
        var values = Vector<double>.Build.Dense(points.Length, row => y[points[row]]);
        var inverse = design.TransposeThisAndMultiply(design).PseudoInverse();
        var coefficients = inverse * design.TransposeThisAndMultiply(values);
        var residuals = values - (design * coefficients);
        var noise = residuals.DotProduct(residuals) / Math.Max(1, points.Length - design.ColumnCount);
        var whole = Math.Pow(Sample.StandardDeviation(values.ToArray()), 2);
        var shares = new double[x.Length];
        var column = 1;
        for (var factor = 0; factor < x.Length; factor++)
        {
            for (var degree = 1; degree <= degrees[factor]; degree++, column++)
            {
                // Legendre's polynomial of degree k varies by 1 ÷ (2 k + 1) where x is everywhere as likely.
                shares[factor] += ((coefficients[column] * coefficients[column]) - (noise * inverse[column, column])) / ((2 * degree) + 1) / whole;
            }
        }

        return shares;
    }

    private static Matrix<double> Design(double[][] x, int[] degrees, int[] points)
    {
        var columns = new List<Func<int, double>> { _ => 1 };
        for (var factor = 0; factor < x.Length; factor++)
        {
            var own = x[factor];
            columns.AddRange(Enumerable.Range(1, degrees[factor]).Select(degree => (Func<int, double>)(point => Legendre(own[point], degree))));
        }

        return Matrix<double>.Build.Dense(points.Length, columns.Count, (row, column) => columns[column](points[row]));
    }

    /// <summary>Legendre's polynomial: those of different degree have nothing in common where x is everywhere as likely.</summary>
    private static double Legendre(double x, int degree)
    {
        var (before, now) = (1.0, x);
        for (var n = 1; n < degree; n++)
        {
            (before, now) = (now, ((((2 * n) + 1) * x * now) - (n * before)) / (n + 1));
        }

        return now;
    }
}
