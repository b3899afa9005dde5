using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Savings;
using FlowSim.Scenarios.Sweeps;

namespace FlowSim.Scenarios.Sensitivity;

/// <summary>A method by which it is found which factors matter: where it looks, and what it makes of what is there.</summary>
public sealed class Screening
{
    public const string Morris = "morris";
    public const string OneAtATime = "one-at-a-time";
    public const string Regression = "regression";

    /// <summary>Of a regression, at least.</summary>
    public const int LeastPoints = FirstOrderIndices.LeastPoints;

    /// <summary>The methods by name.</summary>
    public static IReadOnlyList<string> Methods { get; } = [Morris, OneAtATime, Regression];

    private static readonly string[] Sides = [SensitivityIndex.AtLow, SensitivityIndex.AtHigh];

    private readonly string method;
    private readonly IReadOnlyList<Factor> factors;
    private readonly MorrisDesign? morris;

    private Screening(string method, IReadOnlyList<Factor> factors, IReadOnlyList<DesignPoint> points, MorrisDesign? morris = null) =>
        (this.method, this.factors, Points, this.morris) = (method, factors, points, morris);

    /// <summary>Where it looks.</summary>
    public IReadOnlyList<DesignPoint> Points { get; }

    /// <summary>By trajectories: each is run with a replication of its own, so that effects are not those of one chance alone.</summary>
    /// <param name="factors">What is moved.</param>
    /// <param name="trajectories">How many [2 or more].</param>
    /// <param name="seed">What they follow from.</param>
    public static Screening ByMorris(IReadOnlyList<Factor> factors, int trajectories, ulong seed)
    {
        var design = MorrisDesign.Of(factors.Count, trajectories, seed);
        return new Screening(Morris, factors,
            [.. design.Points.Select((places, at) => DesignPoint.At(at + 1, factors, places, [(at / design.Length) + 1]))], design);
    }

    /// <summary>By points spread evenly, each with a replication of its own.</summary>
    /// <param name="factors">What is moved.</param>
    /// <param name="points">How many.</param>
    /// <param name="seed">What they follow from.</param>
    public static Screening ByRegression(IReadOnlyList<Factor> factors, int points, ulong seed)
    {
        var columns = factors.Select(factor => LatinHypercube.Column(seed, factor.Name, 0, points)).ToList();
        return new Screening(Regression, factors,
            [.. Enumerable.Range(0, points).Select(point => DesignPoint.At(point + 1, factors, [.. columns.Select(column => column[point])], [point + 1]))]);
    }

    /// <summary>Each factor at its ends, the others as described; all with the same replications.</summary>
    /// <param name="factors">What is moved.</param>
    /// <param name="replications">Of each point [2 or more].</param>
    public static Screening ByEnds(IReadOnlyList<Factor> factors, int replications)
    {
        int[] numbers = [.. Enumerable.Range(1, replications)];
        return new Screening(OneAtATime, factors,
        [
            new DesignPoint(DesignPoint.AsDescribed, [], [], numbers),
            .. DesignPoint.EachEnd(factors).Select((point, at) => point with { Number = at + 1, Replications = numbers }),
        ]);
    }

    /// <summary>What it makes of values, measure by measure and factor by factor.</summary>
    /// <param name="result">What the points gave.</param>
    /// <param name="keys">Of which measures.</param>
    public IReadOnlyList<SensitivityIndex> Of(SweepResult result, IEnumerable<ResultKey> keys)
    {
        var byNumber = result.Points.ToDictionary(point => point.Point.Number);
        return [.. keys.SelectMany(key => method == Regression ? ByPoint(key, Values(key))
            : Enumerable.Range(0, factors.Count).SelectMany(factor => method == Morris ? ByTrajectory(factor, key, Values(key)) : ByEnd(factor, key)))];

        List<double> Values(ResultKey key) => [.. Points.Select(point => Of(point.Number, key) is [var value, ..] ? value : double.NaN)];
        IReadOnlyList<double> Of(int number, ResultKey key) => byNumber.TryGetValue(number, out var point) ? point.Values.GetValueOrDefault(key) ?? [] : [];
        IEnumerable<SensitivityIndex> ByEnd(int factor, ResultKey key)
        {
            var described = Of(DesignPoint.AsDescribed, key);
            foreach (var (side, index) in Sides.Index())
            {
                var moved = SampleInterval.Of(Of((2 * factor) + side + 1, key).Zip(described, (value, other) => value - other));
                yield return Row(factor, key, result.Units[key], index, moved.Mean, moved.N) with { Lower95 = moved.Lower, Upper95 = moved.Upper };
            }
        }

        IEnumerable<SensitivityIndex> ByTrajectory(int factor, ResultKey key, IReadOnlyList<double> values)
        {
            double[] effects = [.. morris!.EffectsOf(factor, values).Where(double.IsFinite)];
            var (size, way) = (SampleInterval.Of(effects.Select(Math.Abs)), SampleInterval.Of(effects));
            yield return Row(factor, key, result.Units[key], SensitivityIndex.MuStar, size.Mean, size.N) with { Lower95 = size.Lower, Upper95 = size.Upper };
            yield return Row(factor, key, result.Units[key], SensitivityIndex.Mu, way.Mean, way.N) with { Lower95 = way.Lower, Upper95 = way.Upper };
            yield return Row(factor, key, result.Units[key], SensitivityIndex.Sigma, Sample.StandardDeviation(effects), way.N);
        }
    }

    private IEnumerable<SensitivityIndex> ByPoint(ResultKey key, IReadOnlyList<double> values)
    {
        var indices = FirstOrderIndices.Of([.. factors.Select((_, factor) => Points.Select(point => point.Places[factor]).ToList())], values);
        return indices.Select((index, factor) => Row(factor, key, "", SensitivityIndex.FirstOrder, index.Value, values.Count(double.IsFinite)) with
        {
            Lower95 = index.Lower95,
            Upper95 = index.Upper95,
        });
    }

    private SensitivityIndex Row(int factor, ResultKey key, string unit, string index, double value, int n) => new()
    {
        Method = method,
        Factor = factors[factor].Name,
        Title = factors[factor].Title,
        Low = factors[factor].Low,
        High = factors[factor].High,
        Key = key,
        Index = index,
        Unit = unit,
        Value = value,
        N = n,
    };
}
