namespace FlowSim.Benchmarks.Harness;

/// <summary>Whether two subjects simulate the same model: without that a ratio of their times says nothing.</summary>
internal static class Agreement
{
    /// <summary>Apart by more than this many standard errors is not the same model. Some twenty differences are looked at, hence not 2.</summary>
    private const double MostStandardErrors = 4;

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
            var error = Math.Sqrt(SquaredError(a) + SquaredError(b));
            var difference = b.Average() - a.Average();
            if (Math.Abs(difference) > MostStandardErrors * error)
            {
                yield return FormattableString.Invariant($"{one.Workload.Id}: {name} of {other.Name} is {b.Average():G6}, of {one.Name} {a.Average():G6}: {difference / error:F1} standard errors apart");
            }
        }
    }

    private static bool IsEqual((double A, double B) pair) => Math.Abs(pair.A - pair.B) <= RoundOff * Math.Max(Math.Abs(pair.A), 1);

    private static IEnumerable<double[]> Values(Subject subject) =>
        Enumerable.Range(-1, subject.Workload.Measures.Length + 1).Select(index =>
            subject.Samples.Select(sample => index < 0 ? sample.Patients / (double)subject.Workload.Days : sample.Measures[index]).ToArray());

    private static double SquaredError(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length;
    }
}
