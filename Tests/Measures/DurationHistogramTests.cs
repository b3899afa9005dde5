using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Measures;

public sealed class DurationHistogramTests
{
    private static int[] Count(IEnumerable<int> values)
    {
        var counts = new int[DurationHistogram.Bins];
        foreach (var value in values)
        {
            counts[DurationHistogram.BinOf(value)]++;
        }

        return counts;
    }

    /// <summary>The quantile of type 7 of the values themselves.</summary>
    private static double Exact(int[] values, double p)
    {
        var sorted = values.Order().ToArray();
        var position = (sorted.Length - 1) * p;
        var rank = (int)position;
        var next = Math.Min(rank + 1, sorted.Length - 1);
        return sorted[rank] + (position - rank) * (sorted[next] - sorted[rank]);
    }

    [Test]
    public void Every_value_lies_between_the_edges_of_its_bin()
    {
        var values = Enumerable.Range(0, 100_000)
            .Concat(Enumerable.Range(4, 27).SelectMany(power => new[] { (1 << power) - 1, 1 << power, (1 << power) + 1 }))
            .Append(int.MaxValue);
        foreach (var value in values)
        {
            var bin = DurationHistogram.BinOf(value);
            Assert.That(DurationHistogram.LowerEdge(bin), Is.LessThanOrEqualTo(value));
            Assert.That(DurationHistogram.LowerEdge(bin + 1), Is.GreaterThan(value));
        }
    }

    [Test]
    public void Edges_rise_by_a_sixteenth_at_most_and_end_at_two_to_the_31()
    {
        var edges = Enumerable.Range(0, DurationHistogram.Bins + 1).Select(DurationHistogram.LowerEdge).ToArray();
        Assert.That(edges, Is.Ordered.And.Unique);
        Assert.That(edges.Zip(edges.Skip(1), (low, high) => high - low - Math.Max(1, low / 16)), Is.All.LessThanOrEqualTo(0));
        Assert.That(edges[^1], Is.EqualTo(Math.Pow(2, 31)));
        Assert.That(DurationHistogram.BinOf(int.MaxValue), Is.EqualTo(DurationHistogram.Bins - 1));
    }

    [TestCase(0.0)]
    [TestCase(0.37)]
    [TestCase(0.5)]
    [TestCase(0.95)]
    [TestCase(1.0)]
    public void Quantiles_of_values_up_to_31_seconds_are_exact(double p)
    {
        int[] values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 31, 0, 16, 17];
        Assert.That(DurationHistogram.Quantile(Count(values), p), Is.EqualTo(Exact(values, p)).Within(1e-12));
    }

    [TestCase(0.01)]
    [TestCase(0.5)]
    [TestCase(0.95)]
    [TestCase(0.999)]
    public void Quantiles_of_many_values_are_those_of_the_values_to_a_percent(double p)
    {
        var stay = Distribution.LognormalMeanSd(200_000, 300_000);
        var values = Enumerable.Range(0, 20_000).Select(i => stay.Seconds(Philox.Generate(3, (ulong)i, 0).Uniform)).ToArray();
        Assert.That(DurationHistogram.Quantile(Count(values), p), Is.EqualTo(Exact(values, p)).Within(1).Percent);
    }

    [Test]
    public void A_single_value_is_every_quantile_within_its_bin()
    {
        var counts = Count([1000]);
        Assert.That(DurationHistogram.Quantile(counts, 0), Is.EqualTo(DurationHistogram.Quantile(counts, 1)).And.EqualTo(1000).Within(1000.0 / 16));
    }

    [Test]
    public void Nothing_counted_has_no_quantile() =>
        Assert.That(DurationHistogram.Quantile(new int[DurationHistogram.Bins], 0.5), Is.NaN);

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void A_probability_out_of_range_is_refused(double p) =>
        Assert.That(() => DurationHistogram.Quantile(Count([1]), p), Throws.ArgumentException);
}
