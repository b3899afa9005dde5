using FlowSim.Simulator.Sampling;

namespace FlowSim.Scenarios.Uncertainty;

/// <summary>
/// What it would be worth to know before choosing what is not known now: the mean of the best choice of each draw, less the choice that is best on average
/// (Raiffa and Schlaifer 1961). Of means of a few runs that would be too much, since the best of several is partly best by chance; of means fitted to the
/// inputs it is not (Strong, Oakley and Brennan 2014; Oakley and others 2009 for the bias).
/// </summary>
internal static class ValueOfKnowing
{
    /// <summary>
    /// Of a tenth at a hundred draws: inputs that do nothing hardly ever predict as much of draws that are left out, and the more draws there are the less.
    /// </summary>
    private const double LeastTimesDraws = 10;
    private const double Least = 0.02;

    private const int Bootstraps = 100;
    private const string Stream = "bootstrap";

    /// <summary>Below this share of variance that is predicted of draws left out, fitted means say nothing about the inputs.</summary>
    /// <param name="draws">Draws.</param>
    public static double LeastExplained(int draws) => Math.Max(Least, LeastTimesDraws / draws);

    /// <summary>Of fitted means: not to act is among the choices, and gains nothing.</summary>
    /// <param name="means">By choice, its mean gain in each draw.</param>
    public static double Of(IReadOnlyList<double[]> means) =>
        Enumerable.Range(0, means[0].Length).Average(draw => Math.Max(0, means.Max(choice => choice[draw])))
            - Math.Max(0, means.Max(choice => choice.Average()));

    /// <summary>Of knowing every input; null with the reason where it cannot be said.</summary>
    /// <param name="places">By input, where it was in each draw.</param>
    /// <param name="gains">By choice, what it gained in each draw, all finite.</param>
    /// <param name="seed">For the bootstrap.</param>
    /// <param name="explained">By choice, the share of variance that its fit predicts; NaN without a fit.</param>
    /// <param name="why">Why it cannot be said; empty: it can.</param>
    public static Estimated? OfAll(IReadOnlyList<double[]> places, IReadOnlyList<double[]> gains, ulong seed, out double[] explained, out string why)
    {
        var draws = gains[0].Length;
        explained = [.. gains.Select(_ => double.NaN)];
        why = draws < AllInputsFit.LeastDraws
            ? FormattableString.Invariant($"too few draws: {draws}; from {AllInputsFit.LeastDraws} on it is tried") : "";
        if (why.Length > 0)
        {
            return null;
        }

        var fits = AllInputsFit.Of(places, gains);
        explained = [.. fits.Select(fit => fit?.Explained ?? double.NaN)];
        if (!fits.Any(fit => fit?.Explained >= LeastExplained(draws)))
        {
            why = FormattableString.Invariant(
                $"{draws} draws do not tell what of the gain is chance and what the inputs (of draws left out {100 * Math.Max(0, explained.Where(double.IsFinite).DefaultIfEmpty(0).Max()):0} % of the variance is predicted, {100 * LeastExplained(draws):0} % are needed)");
            return null;
        }

        double[] Means(int choice, int[]? some) => fits[choice] is { } fit && fit.Explained >= LeastExplained(draws)
            ? some is null ? fit.Means : fit.MeansOf(some, gains[choice])
            : Constant(gains[choice], some);
        return Bootstrapped(draws, seed, some => Of([.. Enumerable.Range(0, gains.Count).Select(choice => Means(choice, some))]));
    }

    /// <summary>Of knowing one input alone; null where what it does to the gains cannot be told from chance.</summary>
    /// <param name="places">Where it was in each draw.</param>
    /// <param name="gains">By choice, what it gained in each draw, all finite.</param>
    /// <param name="seed">For the bootstrap.</param>
    /// <param name="explained">Largest share of variance that a fit predicts.</param>
    public static Estimated? OfOne(double[] places, IReadOnlyList<double[]> gains, ulong seed, out double explained)
    {
        var draws = gains[0].Length;
        var fits = gains.Select(gain => OneInputFit.Of(places, gain)).ToList();
        explained = fits.Max(fit => fit.Explained);
        if (draws < AllInputsFit.LeastDraws || !fits.Exists(fit => fit.IsTold))
        {
            return null;
        }

        double[] Means(int choice, int[]? some) => !fits[choice].IsTold ? Constant(gains[choice], some)
            : some is null ? fits[choice].Means
            : OneInputFit.MeansOf([.. some.Select(at => places[at])], [.. some.Select(at => gains[choice][at])], fits[choice].Degree);
        return Bootstrapped(draws, seed, some => Of([.. Enumerable.Range(0, gains.Count).Select(choice => Means(choice, some))]));
    }

    /// <summary>Draws with replacement (Efron 1979); which, follows from the seed.</summary>
    private static Estimated Bootstrapped(int draws, ulong seed, Func<int[]?, double> of)
    {
        var again = new double[Bootstraps];
        for (var round = 0; round < Bootstraps; round++)
        {
            int[] some = [.. Enumerable.Range(0, draws).Select(at => Math.Min(draws - 1, (int)(draws * KeyedUniform.Of(seed, Stream, round, at))))];
            again[round] = of(some);
        }

        return new Estimated(of(null), Experiments.Sample.StandardDeviation(again));
    }

    private static double[] Constant(double[] gains, int[]? some)
    {
        var mean = some is null ? gains.Average() : some.Average(at => gains[at]);
        return [.. Enumerable.Repeat(mean, gains.Length)];
    }
}
