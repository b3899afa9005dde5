using FlowSim.Scenarios.Experiments;

namespace FlowSim.Tests.Experiments;

public sealed class TaskQueueTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    public void Results_stand_at_the_index_of_their_task_for_any_number_of_threads(int threads)
    {
        var (results, _) = TaskQueue<string>.Run(20, threads, index => $"{index * index}", CancellationToken.None);
        Assert.That(results, Is.EqualTo(Enumerable.Range(0, 20).Select(index => $"{index * index}")));
    }

    [Test]
    public void No_more_threads_run_than_asked_for()
    {
        using var gate = new Barrier(3);
        var threads = new HashSet<int>();
        TaskQueue<string>.Run(
            12,
            3,
            _ =>
            {
                gate.SignalAndWait(TimeSpan.FromSeconds(20));
                lock (threads)
                {
                    threads.Add(Environment.CurrentManagedThreadId);
                }

                return "done";
            },
            CancellationToken.None);
        Assert.That(threads, Has.Count.EqualTo(3));
    }

    [Test]
    public void Cancelling_keeps_what_is_finished()
    {
        using var cancel = new CancellationTokenSource();
        var (results, _) = TaskQueue<string>.Run(
            10,
            1,
            index =>
            {
                if (index == 3)
                {
                    cancel.Cancel();
                    cancel.Token.ThrowIfCancellationRequested();
                }

                return "done";
            },
            cancel.Token);
        Assert.That(results.Select(result => result is not null), Is.EqualTo(Enumerable.Range(0, 10).Select(index => index < 3)));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    public void The_failure_of_the_lowest_number_is_the_one_told_and_what_comes_before_it_is_kept(int threads)
    {
        using var laterHasFailed = new ManualResetEventSlim();
        var (results, failure) = TaskQueue<string>.Run(
            10,
            threads,
            index =>
            {
                if (index == 1)
                {
                    laterHasFailed.Wait(threads > 1 ? 200 : 0);
                }

                if (index is 1 or 2)
                {
                    laterHasFailed.Set();
                    throw new InvalidOperationException($"task {index}");
                }

                return "done";
            },
            CancellationToken.None);
        Assert.That(failure!.SourceException.Message, Is.EqualTo("task 1"));
        Assert.That(results.Select(result => result is not null), Is.EqualTo(Enumerable.Range(0, 10).Select(index => index == 0)), "on any number of threads");
    }
}
