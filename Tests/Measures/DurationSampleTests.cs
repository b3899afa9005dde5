using FlowSim.Simulator.Measures;
using FlowSim.Simulator.Sampling;
using FlowSim.Simulator.Sampling.Distributions;

namespace FlowSim.Tests.Measures;

/// <summary>
/// Quantiles of counted lengths: those of the lengths themselves while few of them differ, near them after that, and never beyond the outermost.
/// </summary>
public sealed class DurationSampleTests
{
    private static readonly double[] Probabilities = [0, 0.01, 0.1, 0.37, 0.5, 0.75, 0.9, 0.95, 0.999, 1];

    private static DurationTally Tally(IEnumerable<int> lengths)
    {
        var tally = new DurationTally();
        foreach (var length in lengths)
        {
            tally.Add(length);
        }

        return tally;
    }

    private static DurationSample Sample(params IEnumerable<int>[] parts)
    {
        var sample = new DurationSample();
        Array.ForEach(parts, part => sample.Add(Tally(part)));
        return sample;
    }

    /// <summary>The quantile of type 7 of the lengths themselves.</summary>
    private static double Exact(IEnumerable<int> lengths, double p)
    {
        var sorted = lengths.Order().ToArray();
        var position = (sorted.Length - 1) * p;
        var rank = (int)position;
        var next = Math.Min(rank + 1, sorted.Length - 1);
        return sorted[rank] + ((position - rank) * (sorted[next] - sorted[rank]));
    }

    private static int[] Stays(int count, ulong seed)
    {
        var stay = Lognormal.MeanSd(200_000, 300_000);
        return [.. Enumerable.Range(0, count).Select(i => stay.Seconds(Philox.Generate(seed, (ulong)i, 0).Uniform))];
    }

    [Test]
    public void A_hundred_waits_of_four_hours_have_quantiles_of_four_hours() =>
        Assert.That(Probabilities.Select(Sample(Enumerable.Repeat(14_400, 100)).Quantile), Is.All.EqualTo(14_400));

    [Test]
    public void A_million_waits_of_five_hundred_lengths_have_exact_quantiles()
    {
        var lengths = Enumerable.Range(0, 1_000_000).Select(i => (int)(i * 7919L % 500 * 613)).ToArray();
        var sample = Sample(lengths);
        Assert.That(Probabilities.Select(sample.Quantile), Is.EqualTo(Probabilities.Select(p => Exact(lengths, p))).Within(1e-9));
    }

    [Test]
    public void Lengths_of_several_places_and_of_those_who_did_not_wait_are_taken_together([Values(1, 2, 3)] int seed)
    {
        int[] one = Stays(300, (ulong)seed), other = Stays(400, (ulong)seed + 10);
        var sample = Sample(one, other);
        sample.Add(0, 250);
        Assert.That(Probabilities.Select(sample.Quantile), Is.EqualTo(Probabilities.Select(p => Exact([.. one, .. other, .. new int[250]], p))).Within(1e-6));
    }

    [TestCase(DurationTally.MostExact, true)]
    [TestCase(DurationTally.MostExact + 1, false)]
    public void Up_to_so_many_different_lengths_are_known_each(int different, bool isExact)
    {
        var lengths = Enumerable.Range(0, different).Select(i => 100_000 + (i * 997)).ToArray();
        Assert.That(Tally(lengths).Bins.IsEmpty, Is.EqualTo(isExact));
        Assert.That(Sample(lengths).Quantile(0.5), isExact ? Is.EqualTo(Exact(lengths, 0.5)) : Is.EqualTo(Exact(lengths, 0.5)).Within(3).Percent);
    }

    [Test]
    public void Quantiles_of_many_lengths_are_those_of_the_lengths_to_a_percent()
    {
        var lengths = Stays(20_000, 3);
        var sample = Sample(lengths);
        foreach (var p in new[] { 0.01, 0.5, 0.95, 0.999 })
        {
            Assert.That(sample.Quantile(p), Is.EqualTo(Exact(lengths, p)).Within(1).Percent);
        }
    }

    [Test]
    public void Few_lengths_beside_many_are_counted_with_them()
    {
        int[] many = Stays(20_000, 4), few = [.. Enumerable.Repeat(300_000, 5000)];
        Assert.That(Sample(many, few).Quantile(0.8), Is.EqualTo(Exact([.. many, .. few], 0.8)).Within(3).Percent);
    }

    [Test]
    public void No_quantile_lies_beyond_the_shortest_and_the_longest([Range(1, 20)] int seed)
    {
        // Close together, so that all lie in one or two bins, whose edges are far outside.
        var lengths = Stays(3000, (ulong)seed).Select(stay => 1_000_000 + (seed * 10_000) + (stay % 2000)).ToArray();
        var sample = Sample(lengths);
        var quantiles = Enumerable.Range(0, 101).Select(percent => sample.Quantile(percent / 100.0)).ToArray();
        Assert.That(Tally(lengths).Bins.IsEmpty, Is.False);
        Assert.That(quantiles, Is.Ordered);
        Assert.That(quantiles, Is.All.InRange(lengths.Min(), lengths.Max()));
    }

    [Test]
    public void A_copy_counts_on_by_itself([Values(3, 2000)] int different)
    {
        var tally = Tally(Enumerable.Range(1, different));
        var copy = new DurationTally();
        copy.CopyFrom(tally);
        tally.Add(5_000_000);
        copy.Add(7_000_000);
        Assert.That((tally.Longest, copy.Longest, copy.Shortest), Is.EqualTo((5_000_000, 7_000_000, 1)));
        var sample = new DurationSample();
        sample.Add(copy);
        Assert.That(sample.Quantile(0.5), Is.EqualTo(Exact(Enumerable.Range(1, different).Append(7_000_000), 0.5)).Within(3).Percent);
    }

    [Test]
    public void Nothing_counted_has_no_quantile_and_a_cleared_sample_counts_nothing()
    {
        var sample = Sample(Stays(2000, 5));
        sample.Clear();
        Assert.That(sample.Quantile(0.5), Is.NaN);
        sample.Add(Tally([9]));
        Assert.That(sample.Quantile(0.5), Is.EqualTo(9));
    }

    [Test]
    public void The_longest_time_there_is_can_be_counted() =>
        Assert.That(Sample(Enumerable.Range(0, 2000).Append(int.MaxValue)).Quantile(1), Is.EqualTo(int.MaxValue));

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void A_probability_out_of_range_is_refused(double p) =>
        Assert.That(() => Sample([1]).Quantile(p), Throws.ArgumentException);
}
