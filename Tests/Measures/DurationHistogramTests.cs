using FlowSim.Simulator.Measures;

namespace FlowSim.Tests.Measures;

public sealed class DurationHistogramTests
{
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
}
