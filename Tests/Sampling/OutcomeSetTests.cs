using FlowSim.Simulator.Sampling;

namespace FlowSim.Tests.Sampling;

public sealed class OutcomeSetTests
{
    [Test]
    public void The_first_share_takes_the_first_words()
    {
        var set = new OutcomeSet([0.25, 0.75], [10, 20]);
        Assert.That(set.Pick(0u), Is.EqualTo(10));
        Assert.That(set.Pick(0x3FFFFFFFu), Is.EqualTo(10));
        Assert.That(set.Pick(0x40000000u), Is.EqualTo(20));
        Assert.That(set.Pick(uint.MaxValue), Is.EqualTo(20));
    }

    [TestCase(0.1)]
    [TestCase(0.2499999)]
    [TestCase(0.25)]
    [TestCase(0.99999999999)]
    public void A_uniform_picks_by_the_cumulative_share(double u) =>
        Assert.That(new OutcomeSet([0.25, 0.25, 0.5], [0, 1, 2]).Pick(u), Is.EqualTo(u < 0.25 ? 0 : u < 0.5 ? 1 : 2));

    [Test]
    public void Outcomes_come_as_often_as_their_shares()
    {
        double[] shares = [0.1, 0.2, 0.3, 0.4];
        var set = new OutcomeSet(shares, [0, 1, 2, 3]);
        const int Draws = 100_000;
        var counts = new int[shares.Length];
        for (var i = 0; i < Draws; i++)
        {
            counts[set.Pick(Philox.Generate(1, (ulong)i, 0).W2)]++;
        }

        // Four binomial standard deviations of the most variable share.
        Assert.That(counts.Select(count => (double)count / Draws), Is.EqualTo(shares).Within(4 * Math.Sqrt(0.24 / Draws)));
    }

    [Test]
    public void An_outcome_without_share_is_never_picked()
    {
        var set = new OutcomeSet([0, 0.5, 0, 0.5, 0], [0, 1, 2, 3, 4]);
        foreach (var word in new[] { 0u, 0x7FFFFFFFu, 0x80000000u, uint.MaxValue })
        {
            Assert.That(set.Pick(word), Is.EqualTo(word < 0x80000000u ? 1 : 3));
        }
    }

    [Test]
    public void What_rounding_leaves_goes_to_the_last_outcome_with_a_share() =>
        Assert.That(new OutcomeSet([1.0 / 3, 1.0 / 3, 1.0 / 3 - 1e-10, 0], [5, 6, 7, 8]).Pick(uint.MaxValue), Is.EqualTo(7));

    [Test]
    public void A_single_outcome_is_always_picked()
    {
        var set = new OutcomeSet([1], [42]);
        Assert.That(set.IsSingle);
        Assert.That(new[] { set.Pick(0u), set.Pick(uint.MaxValue), set.Pick(0.5) }, Is.All.EqualTo(42));
        Assert.That(new OutcomeSet([0.5, 0.5], [1, 2]).IsSingle, Is.False);
    }

    [Test]
    public void Shares_and_outcomes_are_kept_as_written_whatever_becomes_of_the_arrays()
    {
        double[] shares = [0.4, 0.6];
        int[] outcomes = [8, 9];
        var set = new OutcomeSet(shares, outcomes);
        shares[0] = outcomes[0] = 0;
        Assert.That((set.Outcomes[0], set.Outcomes[1]), Is.EqualTo((8, 9)));
        Assert.That((set.Share(0), set.Share(1)), Is.EqualTo((0.4, 0.6)));
        Assert.That(set.Pick(0u), Is.EqualTo(8));
    }

    [TestCase(new double[] { }, new int[] { })]
    [TestCase(new[] { 0.5, 0.5 }, new[] { 1 })]
    [TestCase(new[] { 0.5, 0.4 }, new[] { 1, 2 })]
    [TestCase(new[] { 1.5, -0.5 }, new[] { 1, 2 })]
    [TestCase(new[] { double.NaN, 1 }, new[] { 1, 2 })]
    public void Shares_that_are_none_are_refused(double[] shares, int[] outcomes) =>
        Assert.That(() => new OutcomeSet(shares, outcomes), Throws.ArgumentException.With.Message.Contains("expected"));
}
