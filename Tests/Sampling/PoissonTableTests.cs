using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Sampling;

public sealed class PoissonTableTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(16)]
    [TestCase(64)]
    public void A_table_gives_the_very_counts_that_adding_the_terms_gives(double mean)
    {
        var table = new PoissonTable(mean);
        var edges = PoissonQuantile.Cumulative(mean).Where(sum => sum < 1).SelectMany(sum => new[] { Math.BitDecrement(sum), sum, Math.BitIncrement(sum) });
        var places = Enumerable.Range(1, 50_000).Select(i => i / 50_001.0).Concat(edges).Append(RandomBlock.SmallestUniform).Append(RandomBlock.LargestUniform);
        Assert.That(places.Where(u => u is > 0 and < 1 && table.Quantile(u) != PoissonQuantile.Of(mean, u)), Is.Empty);
    }
}
