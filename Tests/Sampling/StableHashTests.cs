using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Sampling;

/// <summary>Pinned values, computed by a separate program: if one of these changes, every result ever published changes.</summary>
public sealed class StableHashTests
{
    [TestCase("", 0xab3e7c0bu)]
    [TestCase("ed", 0xc5668f39u)]
    [TestCase("ward", 0x48e727b1u)]
    [TestCase("médecine", 0x70c00c24u)]
    public void The_hash_of_a_name_never_drifts(string name, uint expected) =>
        Assert.That(StableHash.Of(name), Is.EqualTo(expected));

    [TestCase(0ul, 0ul, 0xa706dd2f4d197e6ful)]
    [TestCase(1ul, 2ul, 0xbcd9dbb49673066bul)]
    [TestCase(2ul, 1ul, 0xe06dd043328bd285ul)]
    [TestCase(ulong.MaxValue, 1ul, 0x68631d79eead940dul)]
    public void The_mix_of_two_numbers_never_drifts(ulong a, ulong b, ulong expected) =>
        Assert.That(StableHash.Combine(a, b), Is.EqualTo(expected));

    [Test]
    public void Names_that_differ_in_one_letter_differ_in_about_half_their_bits()
    {
        var distances = Enumerable.Range(0, 1000)
            .Select(i => uint.PopCount(StableHash.Of($"stage-{i}a") ^ StableHash.Of($"stage-{i}b")));
        Assert.That(distances.Average(distance => distance), Is.EqualTo(16).Within(0.5));
    }
}
