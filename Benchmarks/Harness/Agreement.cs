using MathNet.Numerics.Distributions;

namespace FlowSim.Benchmarks.Harness;

/// <summary>Whether two subjects simulate the same model: without that a ratio of their times says nothing.</summary>
internal static class Agreement
{
    /// <summary>A difference that chance brings less often than this is one of the models. Some thirty are looked at, so not 0.05.</summary>
    private const double LeastProbability = 1e-4;

    private const double RoundOff = 1e-6;

    /// <summary>Patients a day is looked at first, then the workload's measures.</summary>
    public static IEnumerable<string> Names(Subject subject) => subject.Workload.Measures.Prepend("patients a day");

    public static IReadOnlyList<double> Means(Subject subject) => [.. Values(subject).Select(values => values.Average())];

    /// <summary>True when every sample has the patients and the measures of the other subject's sample with the same seed.</summary>
    public static bool IsSame(Subject one, Subject other) =>
        one.Samples.Zip(other.Samples).All(pair => pair.First.Events == pair.Second.Events && pair.First.Measures.Zip(pair.Second.Measures).All(IsEqual));

    /// <summary>What differs by more than chance allows; empty if nothing does.</summary>
    public static IEnumerable<string> Differences(Subject one, Subject other)
    {
        foreach (var ((name, a), b) in Names(one).Zip(Values(one)).Zip(Values(other)))
        {
            if (Probability(a, b) < LeastProbability)
            {
                yield return FormattableString.Invariant(
                    $"{one.Workload.Id}: {name} of {other.Name} is {b.Average():G6}, of {one.Name} {a.Average():G6}: by chance less often than once in {1 / LeastProbability:F0}");
            }
        }
    }

    private static bool IsEqual((double A, double B) pair) => Math.Abs(pair.A - pair.B) <= RoundOff * Math.Max(Math.Abs(pair.A), 1);

    private static IEnumerable<double[]> Values(Subject subject) =>
        Enumerable.Range(-1, subject.Workload.Measures.Length + 1).Select(index =>
            subject.Samples.Select(sample => index < 0 ? sample.Patients / (double)subject.Workload.Days : sample.Measures[index]).ToArray());

    /// <summary>How often chance alone brings a difference as large, if both have the same mean: Welch's t-test, two-sided.</summary>
    private static double Probability(double[] a, double[] b)
    {
        var (errorA, errorB) = (SquaredError(a), SquaredError(b));
        var difference = Math.Abs(a.Average() - b.Average());
        if (difference <= RoundOff * Math.Abs(a.Average()))
        {
            return 1;
        }

        var squared = errorA + errorB;
        var freedom = squared * squared / ((errorA * errorA / (a.Length - 1)) + (errorB * errorB / (b.Length - 1)));
        return 2 * StudentT.CDF(0, 1, freedom, -difference / Math.Sqrt(squared));
    }

    private static double SquaredError(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length;
    }
}
