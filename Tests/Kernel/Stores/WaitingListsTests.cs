using FlowSim.Simulator.State;

namespace FlowSim.Tests.Kernel.Stores;

/// <summary>docs/law.md, sentence 11: one list a pool, by priority, then time of joining, then order of joining.</summary>
public sealed class WaitingListsTests
{
    private static Request Of(int pool, int rank, int joinedAt, long order = 0) => new()
    {
        Pool = (short)pool,
        Rank = (byte)rank,
        JoinedAt = joinedAt,
        JoinOrder = order,
    };

    private static List<int> Order(WaitingLists lists, int pool)
    {
        var order = new List<int>();
        for (var at = lists.Head(pool); at >= 0; at = lists.After(at))
        {
            order.Add(at);
        }

        return order;
    }

    [Test]
    public void A_better_priority_stands_before_who_came_earlier()
    {
        var lists = new WaitingLists(2, 9);
        var late = lists.Add(Of(1, 9, 10), -1);
        var first = lists.Add(Of(1, 1, 30), -1);
        var middle = lists.Add(Of(1, 5, 20), -1);
        var alsoFirst = lists.Add(Of(1, 1, 30), -1);
        Assert.That(Order(lists, 1), Is.EqualTo(new[] { first, alsoFirst, middle, late }));
        Assert.That((lists.IsEmpty(0), lists.IsEmpty(1), lists.Head(0)), Is.EqualTo((true, false, -1)));
    }

    [Test]
    public void Who_joined_earlier_is_put_between_those_who_are_there()
    {
        var lists = new WaitingLists(1, 1);
        var one = lists.AddKeepingOrder(Of(0, 1, 10, 100), -1);
        var three = lists.AddKeepingOrder(Of(0, 1, 30, 300), -1);
        var two = lists.AddKeepingOrder(Of(0, 1, 20, 400), -1);
        var four = lists.AddKeepingOrder(Of(0, 1, 30, 301), -1);
        var zero = lists.AddKeepingOrder(Of(0, 1, 5, 500), -1);
        Assert.That(Order(lists, 0), Is.EqualTo(new[] { zero, one, two, three, four }));
        Assert.That(lists.NextJoinOrder, Is.EqualTo(501), "an order that was given is not given again");
        lists.ContinueFrom(400);
        Assert.That(lists.NextJoinOrder, Is.EqualTo(501));
        lists.ContinueFrom(600);
        lists.Add(Of(0, 1, 40), -1);
        Assert.That(lists.NextJoinOrder, Is.EqualTo(601));
    }

    [Test]
    public void Another_priority_keeps_the_time_of_joining()
    {
        var lists = new WaitingLists(1, 3);
        var early = lists.Add(Of(0, 3, 10), -1);
        var one = lists.Add(Of(0, 2, 5), -1);
        var two = lists.Add(Of(0, 2, 20), -1);
        lists.ChangeRank(early, 2);
        Assert.That(Order(lists, 0), Is.EqualTo(new[] { one, early, two }));
        lists.ChangeRank(two, 1);
        Assert.That(Order(lists, 0), Is.EqualTo(new[] { two, one, early }));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public void Who_leaves_is_missed_by_nobody(int leaves)
    {
        var lists = new WaitingLists(1, 1);
        List<int> items = [lists.Add(Of(0, 1, 10), -1), lists.Add(Of(0, 1, 20), -1), lists.Add(Of(0, 1, 30), -1)];
        var gone = items[leaves];
        items.RemoveAt(leaves);
        var link = gone;
        lists.Remove(ref link);
        Assert.That(link, Is.EqualTo(-1), "what led to it leads on");
        Assert.That(Order(lists, 0), Is.EqualTo(items));
        Assert.That(lists.Add(Of(0, 1, 40), 7), Is.EqualTo(gone), "the record is given out again");
        Assert.That(lists.Items[gone].NextOfPatient, Is.EqualTo(7));
        Assert.That(Order(lists, 0), Is.EqualTo(items.Append(gone)));
    }

    [Test]
    public void A_list_that_all_have_left_is_empty()
    {
        var lists = new WaitingLists(1, 9);
        var one = lists.Add(Of(0, 9, 10), -1);
        lists.Remove(ref one);
        Assert.That((lists.IsEmpty(0), lists.Head(0)), Is.EqualTo((true, -1)));
    }

    [Test]
    public void All_stay_in_order_when_more_room_is_made()
    {
        var lists = new WaitingLists(1, 2);
        var items = Enumerable.Range(0, 3000).Select(at => lists.Add(Of(0, 1 + (at % 2), at), at)).ToList();
        Assert.That(Order(lists, 0), Is.EqualTo(items.Where((_, at) => at % 2 == 0).Concat(items.Where((_, at) => at % 2 == 1))));
        Assert.That(items.Select(at => lists.Items[at].NextOfPatient), Is.EqualTo(Enumerable.Range(0, 3000)));
    }

    [TestCase(1, 20, 9L, 2, 10, 1L)]
    [TestCase(1, 10, 9L, 1, 20, 1L)]
    [TestCase(1, 10, 1L, 1, 10, 2L)]
    public void One_stands_before_another_by_priority_then_time_then_order(int rankA, int timeA, long orderA, int rankB, int timeB, long orderB)
    {
        var (a, b) = (Of(0, rankA, timeA, orderA), Of(0, rankB, timeB, orderB));
        Assert.That(WaitingLists.IsBefore(a, b), Is.True);
        Assert.That(WaitingLists.IsBefore(b, a), Is.False);
    }
}
