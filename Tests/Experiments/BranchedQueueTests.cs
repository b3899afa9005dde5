using FlowSim.Scenarios.Experiments;

namespace FlowSim.Tests.Experiments;

/// <summary>Works with a beginning and parts, over several threads.</summary>
public sealed class BranchedQueueTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    public void Every_part_is_done_once_and_after_its_beginning(int threads)
    {
        var works = Works(9, 4);
        Assert.That(Run(works, threads), Is.Null);
        foreach (var work in works)
        {
            Assert.That(work.Log[0], Is.EqualTo(-1));
            Assert.That(work.Log, Is.EquivalentTo(new[] { -1, 0, 1, 2, 3 }));
        }
    }

    [TestCase(2)]
    [TestCase(3)]
    public void Parts_of_one_work_are_done_side_by_side(int threads)
    {
        using var gate = new Barrier(threads);
        var work = new Work(threads) { OnDo = part => Assert.That(part < 0 || gate.SignalAndWait(TimeSpan.FromSeconds(20)), "all parts run at once") };
        Assert.That(Run([work], threads), Is.Null);
    }

    [Test]
    public void A_new_work_is_begun_when_no_part_of_those_begun_is_left()
    {
        var order = new List<(int, int)>();
        var works = Works(3, 2);
        for (var index = 0; index < works.Count; index++)
        {
            var number = index;
            works[index].OnDo = part => order.Add((number, part));
        }

        Run(works, 1);
        Assert.That(order, Is.EqualTo(new[] { (0, -1), (0, 0), (0, 1), (1, -1), (1, 0), (1, 1), (2, -1), (2, 0), (2, 1) }));
    }

    [TestCase(1)]
    [TestCase(4)]
    public void What_is_released_later_is_done_too(int threads)
    {
        var work = new Work(3) { Later = [1, 2] };
        work.OnDo = part =>
        {
            if (part == 0)
            {
                work.Released(2);
                work.Released(1);
            }
        };
        Assert.That(Run([work], threads), Is.Null);
        Assert.That(work.Log, Is.EquivalentTo(new[] { -1, 0, 1, 2 }));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    public void The_first_failure_is_told_and_all_that_comes_before_it_is_done(int threads)
    {
        using var laterHasFailed = new ManualResetEventSlim();
        var works = Works(6, 3);
        works[1].OnDo = part =>
        {
            if (part == 1)
            {
                laterHasFailed.Wait(threads > 1 ? 200 : 0);
                throw new InvalidOperationException("work 1");
            }
        };
        works[2].OnDo = part =>
        {
            laterHasFailed.Set();
            throw new InvalidOperationException("work 2");
        };
        var failed = Run(works, threads);
        Assert.That(failed?.Failure.SourceException.Message, Is.EqualTo("work 1"));
        Assert.That((failed!.Value.Work, failed.Value.Part), Is.EqualTo((1, 1)));
        Assert.That(works[0].Log, Is.EquivalentTo(new[] { -1, 0, 1, 2 }));
        Assert.That(works[1].Log, Does.Contain(0));
        Assert.That(works[5].Log, Is.Empty, "on any number of threads");
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Cancelled_it_begins_nothing_more(int threads)
    {
        using var cancel = new CancellationTokenSource();
        var works = Works(20, 2);
        works[2].OnDo = part =>
        {
            cancel.Cancel();
            cancel.Token.ThrowIfCancellationRequested();
        };
        Assert.That(BranchedQueue<Work>.Run(works.Count, index => works[index], threads, cancel.Token).Failed, Is.Null);
        Assert.That(works.Count(work => work.Log.Count > 0), Is.InRange(3, 2 + threads));
    }

    private static (int Work, int Part, System.Runtime.ExceptionServices.ExceptionDispatchInfo Failure)? Run(IReadOnlyList<Work> works, int threads) =>
        BranchedQueue<Work>.Run(works.Count, index => works[index], threads, CancellationToken.None).Failed;

    private static List<Work> Works(int count, int parts) => [.. Enumerable.Range(0, count).Select(_ => new Work(parts))];

    private sealed class Work(int parts) : IBranchedWork
    {
        private readonly Lock writing = new();

        public List<int> Log { get; } = [];

        public IReadOnlyList<int> Later { get; init; } = [];

        public Action<int> OnDo { get; set; } = _ => { };

        public Action<int> Released { get; set; } = _ => { };

        public IReadOnlyList<int> Begin()
        {
            Do(-1);
            return [.. Enumerable.Range(0, parts).Except(Later)];
        }

        public void Do(int part)
        {
            lock (writing)
            {
                Log.Add(part);
            }

            OnDo(part);
        }
    }
}
