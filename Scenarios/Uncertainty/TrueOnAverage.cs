namespace FlowSim.Scenarios.Uncertainty;

/// <summary>
/// How likely it is that the mean over futures meets something, given what is not known. The means of a few runs of each draw are spread wider than the means
/// over futures, by what is left of chance, so that a share counted among them lies too near to 1/2. They are drawn together until they are spread as the
/// inputs spread them (Louis 1984, Journal of the American Statistical Association 79:393-398), and counted then.
/// </summary>
/// <param name="Means">By draw, the mean over futures as far as it is known.</param>
/// <param name="Uncorrected">By draw, the mean of its runs.</param>
/// <param name="IsTold">True where inputs spread the means by more than chance could.</param>
internal sealed record TrueOnAverage(double[] Means, double[] Uncorrected, bool IsTold)
{
    /// <summary>The means of draws; null where chance and inputs cannot be told apart at all.</summary>
    /// <param name="runs">By draw, the values of its runs; a draw with one that is not defined is left out.</param>
    /// <param name="block">Draws that were spread evenly together [draws].</param>
    public static TrueOnAverage? Of(IReadOnlyList<double[]> runs, int block)
    {
        if (VarianceSplit.Of(runs, block) is not { } split)
        {
            return null;
        }

        double[] means = [.. runs.Where(draw => Array.TrueForAll(draw, double.IsFinite)).Select(draw => draw.Average())];
        var (inputs, all) = (Math.Max(0, split.Inputs.Value), split.Inputs.Value + (split.Chance.Value / split.Inner));
        var factor = all > 0 ? Math.Sqrt(inputs / all) : 1;
        return new TrueOnAverage(Array.ConvertAll(means, mean => split.Mean.Value + (factor * (mean - split.Mean.Value))), means,
            split.Chance.Value == 0 || split.Inputs.IsAboveZero);
    }
}
