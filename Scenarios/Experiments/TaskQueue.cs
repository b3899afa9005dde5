using System.Runtime.ExceptionServices;

namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// Numbered tasks over plain threads. Results stand at their task's index, so they do not depend on the number of threads.
/// Tasks are taken in order; after a failure no new one is taken, and the failure of the lowest number is the one told:
/// every lower one had been started and is finished, so neither the message nor what is kept depends on the threads.
/// </summary>
internal sealed class TaskQueue<T>
    where T : class
{
    /// <summary>As deep as the main thread of a process may call: descriptions may be nested.</summary>
    private const int StackSize = 8 << 20;

    private readonly Func<int, T> work;
    private readonly CancellationToken cancel;
    private readonly T?[] results;
    private readonly ExceptionDispatchInfo?[] failures;
    private int next = -1;
    private volatile bool stopped;

    private TaskQueue(int count, Func<int, T> work, CancellationToken cancel)
    {
        this.work = work;
        this.cancel = cancel;
        results = new T?[count];
        failures = new ExceptionDispatchInfo?[count];
    }

    /// <summary>
    /// Runs <paramref name="work"/> for 0 … <paramref name="count"/> − 1. Null where cancelled before the end, and from the lowest index on whose task
    /// failed; its failure is told.
    /// </summary>
    public static (T?[] Results, ExceptionDispatchInfo? Failure) Run(int count, int threads, Func<int, T> work, CancellationToken cancel)
    {
        var queue = new TaskQueue<T>(count, work, cancel);
        var workers = new Thread[Math.Min(threads, count)];
        for (var i = 0; i < workers.Length; i++)
        {
            workers[i] = new Thread(queue.TakeTasks, StackSize) { IsBackground = true };
            workers[i].Start();
        }

        Array.ForEach(workers, worker => worker.Join());
        var failed = Array.FindIndex(queue.failures, failure => failure is not null);
        if (failed < 0)
        {
            return (queue.results, null);
        }

        Array.Clear(queue.results, failed, count - failed);
        return (queue.results, queue.failures[failed]);
    }

    private void TakeTasks()
    {
        while (!stopped && !cancel.IsCancellationRequested)
        {
            var index = Interlocked.Increment(ref next);
            if (index >= results.Length)
            {
                return;
            }

            TryTask(index);
        }
    }

    private void TryTask(int index)
    {
        try
        {
            results[index] = work(index);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            stopped = true;
        }
        catch (Exception failure)
        {
            failures[index] = ExceptionDispatchInfo.Capture(failure);
            stopped = true;
        }
    }
}
