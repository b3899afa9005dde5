using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Optimising;

/// <summary>
/// How near a design comes to the targets, by the first so many replications of it. Between the mean and a bound are to lie as many standard deviations as a
/// target asks for at the end of the search; these are pooled over the designs nearest to the bound, since those of eight replications are known to a quarter
/// only, and a system that is far from it spreads in another way.
/// </summary>
internal sealed class Appraisal
{
    /// <summary>Designs over which a standard deviation is pooled.</summary>
    private const int Pooled = 5;

    private readonly Question question;
    private readonly DesignRunner runner;
    private readonly double[] factors;
    private readonly double[] scales;

    /// <param name="question">What is asked.</param>
    /// <param name="runner">Runs what is asked for.</param>
    /// <param name="most">Replications at the end of the search.</param>
    /// <param name="n">Replications at its beginning, by which the design without any lever sets the scale.</param>
    public Appraisal(Question question, DesignRunner runner, int most, int n)
    {
        this.question = question;
        this.runner = runner;
        factors = [.. question.Targets.Select(target => most < 2 ? 0 : target.Factor(most))];
        var nearest = Design.Nearest(question.Levers.Count);
        runner.Of(nearest, n);
        scales = [.. question.Targets.Select((target, at) => Scale(Gap(nearest, at, n), target.Bound))];
    }

    /// <summary>True where every target is met with the room it asks for.</summary>
    public bool IsMet(Design design, int n) => Enumerable.Range(0, question.Targets.Count).All(target => Gap(design, target, n) < 0);

    /// <summary>True where every mean lies on the right side of its bound, with room or without.</summary>
    public bool MayBeMet(Design design, int n) =>
        Enumerable.Range(0, question.Targets.Count).All(target => question.Targets[target].Behind(Mean(design, target, n)) < 0);

    /// <summary>
    /// What is left to be reached, as a share of what was at first, added up over targets; where nothing is left, how far the first is passed, below 0.
    /// Infinite for a design that cannot be run.
    /// </summary>
    public double Left(Design design, int n)
    {
        var gaps = Enumerable.Range(0, question.Targets.Count).Select(target => Gap(design, target, n) / scales[target]).ToList();
        var left = gaps.Sum(gap => Math.Max(0, gap));
        return left > 0 ? left : gaps[0];
    }

    /// <summary>
    /// Standard error of a difference of <see cref="Left"/> between two designs, paired by replication; of several targets that of the least certain.
    /// </summary>
    public double Noise(Design one, Design other, int n)
    {
        var errors = Enumerable.Range(0, question.Targets.Count).Select(target =>
        {
            double[] differences = [.. runner.Of(one, n).Values[target].Take(n).Zip(runner.Of(other, n).Values[target].Take(n), (a, b) => a - b)];
            return Sample.StandardDeviation([.. differences.Where(double.IsFinite)]) / Math.Sqrt(n) / scales[target];
        });
        return errors.Where(double.IsFinite).DefaultIfEmpty(0).Max();
    }

    /// <summary>What all partners gain on a basis by replication [£ a year]; null without prices.</summary>
    public double[]? Gains(Design design, string basis, int n) =>
        runner.Of(design, n).Gains.TryGetValue(basis, out var gains) ? [.. gains.Take(n)] : null;

    private double Gap(Design design, int target, int n)
    {
        var gap = question.Targets[target].Behind(Mean(design, target, n)) + (factors[target] * PooledDeviation(target));
        return double.IsNaN(gap) ? double.PositiveInfinity : gap;
    }

    private double Mean(Design design, int target, int n) => Sample.Mean([.. runner.Of(design, n).Values[target].Take(n)]);

    private double PooledDeviation(int target)
    {
        var (squares, freedom) = (0.0, 0);
        foreach (var values in runner.Runs.Select(run => run.Values[target].Where(double.IsFinite).ToArray()).Where(values => values.Length > 1)
            .OrderBy(values => Math.Abs(question.Targets[target].Behind(Sample.Mean(values)))).Take(Pooled))
        {
            var deviation = Sample.StandardDeviation(values);
            squares += deviation * deviation * (values.Length - 1);
            freedom += values.Length - 1;
        }

        return freedom == 0 ? 0 : Math.Sqrt(squares / freedom);
    }

    private static double Scale(double gap, double bound) => gap > 0 && double.IsFinite(gap) ? gap : Math.Max(Math.Abs(bound), 1e-9);
}
