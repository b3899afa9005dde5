using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace FlowSim.Scenarios.Claims;

/// <summary>
/// The mean of a value given the inputs of each draw, from one run a draw: ridge regression of the value on where each input was in its range, with the penalty
/// that predicts best what is left out (Strong, Oakley and Brennan 2014 for the idea). Draws are few beside inputs, so it is written in the inner products of
/// the draws (Saunders, Gammerman and Vovk 1998).
/// </summary>
internal sealed class MeanGivenInputs
{
    /// <summary>Below this share of variance that is predicted of draws left out, the fitted means say nothing about the inputs.</summary>
    public const double LeastExplained = 0.1;

    private static readonly double[] Penalties = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100];

    private MeanGivenInputs(double[] means, double explained) => (Means, Explained) = (means, explained);

    /// <summary>The fitted mean of each draw.</summary>
    public double[] Means { get; }

    /// <summary>Share of the variance that is predicted of draws that are left out one at a time; may be negative.</summary>
    public double Explained { get; }

    /// <summary>The fit; null where there are too few draws or nothing varies.</summary>
    /// <param name="places">By draw, where each input was [0 to 1].</param>
    /// <param name="values">By draw.</param>
    public static MeanGivenInputs? Of(IReadOnlyList<double[]> places, double[] values)
    {
        const int Fewest = 10;
        var mean = values.DefaultIfEmpty(double.NaN).Average();
        var spread = values.Sum(value => (value - mean) * (value - mean));
        if (values.Length < Fewest || !(spread > 0) || places[0].Length == 0)
        {
            return null;
        }

        var centred = Vector.Build.Dense(Array.ConvertAll(values, value => value - mean));
        var kernel = Kernel(places);
        MeanGivenInputs? best = null;
        foreach (var penalty in Penalties)
        {
            var hat = kernel * (kernel + (DenseMatrix.CreateIdentity(values.Length) * penalty)).Inverse();
            var fitted = hat * centred;
            var error = Enumerable.Range(0, values.Length).Sum(at =>
            {
                // The mean is fitted too, hence 1/n beside the diagonal.
                var left = (centred[at] - fitted[at]) / Math.Max(1e-9, 1 - hat[at, at] - (1.0 / values.Length));
                return left * left;
            });
            var explained = 1 - (error / spread);
            if (best is null || explained > best.Explained)
            {
                best = new MeanGivenInputs([.. fitted.Select(value => value + mean)], explained);
            }
        }

        return best;
    }

    /// <summary>Inner products of the draws, inputs centred and scaled so that the mean of the diagonal is 1.</summary>
    private static DenseMatrix Kernel(IReadOnlyList<double[]> places)
    {
        var rows = DenseMatrix.OfRowArrays(places);
        foreach (var (at, column) in rows.EnumerateColumnsIndexed().ToList())
        {
            rows.SetColumn(at, column - column.Average());
        }

        var products = (DenseMatrix)rows.TransposeAndMultiply(rows);
        return (DenseMatrix)(products / Math.Max(1e-12, products.Diagonal().Average()));
    }
}
