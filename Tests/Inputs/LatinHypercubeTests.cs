using FlowSim.Scenarios.Inputs;

namespace FlowSim.Tests.Inputs;

public sealed class LatinHypercubeTests
{
    private const ulong Seed = 20170401;

    [TestCase(1)]
    [TestCase(14)]
    [TestCase(500)]
    public void Each_nth_of_the_range_holds_one_point(int size)
    {
        var places = LatinHypercube.Column(Seed, "stages.stay.time", block: 3, size);
        Assert.That(places.Select(place => (int)Math.Floor(place * size)).Order(), Is.EqualTo(Enumerable.Range(0, size)));
    }

    [Test]
    public void Inputs_blocks_and_seeds_have_places_of_their_own()
    {
        var places = LatinHypercube.Column(Seed, "a", 0, 200);
        foreach (var other in new[]
        {
            LatinHypercube.Column(Seed, "b", 0, 200), LatinHypercube.Column(Seed, "a", 1, 200), LatinHypercube.Column(Seed + 1, "a", 0, 200),
        })
        {
            // Of 200 independent pairs a correlation is beyond 0.23 once in a thousand.
            Assert.That(Math.Abs(MathNet.Numerics.Statistics.Correlation.Pearson(places, other)), Is.LessThan(0.23));
        }
    }

    [Test]
    public void The_places_are_the_same_everywhere() =>
        Assert.That(LatinHypercube.Column(Seed, "stages.stay.time", 0, 3), Is.EqualTo(Pinned).Within(1e-6));

    /// <summary>Worked out apart, from the published Philox and SplitMix; a change of these is a change of every result that has draws.</summary>
    private static readonly double[] Pinned = [0.3070091, 0.5353779, 0.9776580];
}
