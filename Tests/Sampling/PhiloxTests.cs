using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Sampling;

/// <summary>The known answers of philox4x32 with 10 rounds that are published with Random123 (file kat_vectors).</summary>
public sealed class PhiloxTests
{
    [TestCase(0ul, 0ul, 0ul, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [TestCase(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [TestCase(0x299f31d0_a4093822ul, 0x85a308d3_243f6a88ul, 0x03707344_13198a2eul, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void The_published_known_answers_come_out(ulong key, ulong counter0, ulong counter1, uint w0, uint w1, uint w2, uint w3)
    {
        var block = Philox.Generate(key, counter0, counter1);
        Assert.That((block.W0, block.W1, block.W2, block.W3), Is.EqualTo((w0, w1, w2, w3)));
    }

    [TestCase(1)]
    [TestCase(8)]
    [TestCase(21)]
    public void Blocks_made_together_are_those_made_one_by_one(int count)
    {
        ulong[] counters0 = [.. Enumerable.Range(0, count).Select(i => unchecked(0xF234_5678_9ABC_DEF1ul * (ulong)(i + 1)))];
        ulong[] counters1 = [.. counters0.Select(counter => unchecked(counter * 0x9E37_79B9_7F4A_7C15ul))];
        var blocks = new RandomBlock[count];
        PhiloxBatch.Generate(0x299f31d0_a4093822ul, counters0, counters1, blocks);
        Assert.That(blocks, Is.EqualTo(counters0.Zip(counters1, (first, second) => Philox.Generate(0x299f31d0_a4093822ul, first, second))));
    }

    [TestCase(1)]
    [TestCase(19)]
    public void Blocks_of_one_second_counter_are_those_made_one_by_one(int count)
    {
        ulong[] counters0 = [.. Enumerable.Range(0, count).Select(i => unchecked(0xF234_5678_9ABC_DEF1ul * (ulong)(i + 1)))];
        var blocks = new RandomBlock[count];
        PhiloxBatch.Generate(0x299f31d0_a4093822ul, counters0, 0xFEDC_BA98_7654_3210ul, blocks);
        Assert.That(blocks, Is.EqualTo(counters0.Select(first => Philox.Generate(0x299f31d0_a4093822ul, first, 0xFEDC_BA98_7654_3210ul))));
    }

    [Test]
    public void Four_lanes_and_eight_give_the_same_blocks()
    {
        ulong[] counters = [.. Enumerable.Range(1, 16).Select(i => unchecked(0xF234_5678_9ABC_DEF1ul * (ulong)i))];
        var expected = counters[..8].Zip(counters[8..], (first, second) => Philox.Generate(0xFEDC_BA98_7654_3210ul, first, second)).ToArray();
        var blocks = new RandomBlock[8];
        if (Avx2.IsSupported)
        {
            PhiloxBatch.FourByAvx2(0xFEDC_BA98_7654_3210ul, Vector256.Create(counters, 0), Vector256.Create(counters, 8), ref blocks[0]);
            PhiloxBatch.FourByAvx2(0xFEDC_BA98_7654_3210ul, Vector256.Create(counters, 4), Vector256.Create(counters, 12), ref blocks[4]);
            Assert.That(blocks, Is.EqualTo(expected));
        }

        if (Avx512F.IsSupported)
        {
            Array.Clear(blocks);
            PhiloxBatch.EightByAvx512(0xFEDC_BA98_7654_3210ul, Vector512.Create(counters, 0), Vector512.Create(counters, 8), ref blocks[0]);
            Assert.That(blocks, Is.EqualTo(expected));
        }
    }

    [Test]
    public void A_uniform_never_reaches_0_or_1()
    {
        Assert.That(new RandomBlock(0, 0, 0, 0).Uniform, Is.EqualTo(Math.Pow(2, -53)));
        Assert.That(new RandomBlock(uint.MaxValue, uint.MaxValue, 0, 0).Uniform, Is.EqualTo(1 - Math.Pow(2, -53)));
    }

    [Test]
    public void A_uniform_is_its_two_words_read_as_a_binary_fraction()
    {
        const uint High = 0x9E3779B9, Low = 0x7F4A7C15;
        var fraction = High / Math.Pow(2, 32) + Low / Math.Pow(2, 64);
        Assert.That(new RandomBlock(High, Low, 1, 2).Uniform, Is.EqualTo(fraction).Within(Math.Pow(2, -52)));
    }

    [Test]
    public void Uniforms_fill_equal_cells_equally()
    {
        const int Cells = 64, Draws = 64_000;
        var counts = new int[Cells];
        for (var patient = 0; patient < Draws; patient++)
        {
            counts[(int)(Philox.Generate(7, (ulong)patient, 1).Uniform * Cells)]++;
        }

        // Chi-squared with 63 degrees of freedom: its 0.1 % and 99.9 % points.
        var expected = (double)Draws / Cells;
        Assert.That(counts.Sum(count => (count - expected) * (count - expected) / expected), Is.InRange(32.5, 103.4));
    }
}
