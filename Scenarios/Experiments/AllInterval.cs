namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// The interval with what is not known: it holds 95 of 100 draws, so quantiles of type 7; below 40 draws it is from the lowest to the highest, since few draws
/// say nothing about the tails. It is of what a draw gives, chance included, not of a mean.
/// </summary>
/// <param name="Lower">NaN below two draws.</param>
/// <param name="Upper">NaN below two draws.</param>
/// <param name="N">Draws in which it is defined.</param>
internal readonly record struct AllInterval(double Lower, double Upper, int N)
{
    private const double Tail = 0.025;

    public static AllInterval None => new(double.NaN, double.NaN, 0);

    public static AllInterval Of(IEnumerable<double> draws)
    {
        var values = draws.Where(value => !double.IsNaN(value)).Order().ToArray();
        var tail = values.Length < Sample.LeastForQuantiles ? 0 : Tail;
        return values.Length < 2
            ? None with { N = values.Length }
            : new AllInterval(Sample.Quantile(values, tail), Sample.Quantile(values, 1 - tail), values.Length);
    }
}
