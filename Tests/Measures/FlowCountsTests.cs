using FlowSim.Simulator.Measures;

namespace FlowSim.Tests.Measures;

/// <summary>Counts side by side and counts in the matrix must add up to the same as a plain list of moves.</summary>
public sealed class FlowCountsTests
{
    private const int Sources = 3, Targets = 7;

    /// <summary>Seven targets of each source, met in another order by each: three of them go to the matrix.</summary>
    private static readonly (int Source, int Target)[] Moves =
        [.. Enumerable.Range(0, 400).Select(i => (i % Sources, (i / Sources * 5 + i % Sources) % Targets))];

    private static FlowCounts Counted()
    {
        var counts = new FlowCounts(Sources, Targets);
        foreach (var (source, target) in Moves)
        {
            counts.Add(source, target);
        }

        return counts;
    }

    private static int[] All(FlowCounts counts) =>
        [.. Enumerable.Range(0, Sources * Targets).Select(i => counts.Of(i / Targets, i % Targets))];

    private static int[] Expected =>
        [.. Enumerable.Range(0, Sources * Targets).Select(i => Moves.Count(move => move == (i / Targets, i % Targets)))];

    [Test]
    public void Every_move_is_counted_once_and_where_it_belongs() => Assert.That(All(Counted()), Is.EqualTo(Expected));

    [Test]
    public void More_than_four_targets_of_one_source_are_each_kept()
    {
        var counts = new FlowCounts(2, 6);
        for (var target = 5; target >= 0; target--)
        {
            for (var time = 0; time <= target; time++)
            {
                counts.Add(1, target);
            }
        }

        Assert.That(Enumerable.Range(0, 6).Select(target => counts.Of(1, target)), Is.EqualTo(new[] { 1, 2, 3, 4, 5, 6 }));
        Assert.That(Enumerable.Range(0, 6).Select(target => counts.Of(0, target)), Is.All.Zero);
    }

    [Test]
    public void A_copy_has_the_counts_and_goes_its_own_way()
    {
        var first = Counted();
        var copy = new FlowCounts(Sources, Targets);
        copy.CopyFrom(first);
        first.Add(0, 0);
        Assert.That(All(copy), Is.EqualTo(Expected));
        Assert.That(first.Of(0, 0), Is.EqualTo(Expected[0] + 1));
    }

    [TestCase(3, 7, true)]
    [TestCase(2, 7, false)]
    [TestCase(3, 6, false)]
    public void Counts_are_alike_when_sources_and_targets_both_agree(int sources, int targets, bool areAlike) =>
        Assert.That(Counted().IsLike(new FlowCounts(sources, targets)), Is.EqualTo(areAlike));
}
