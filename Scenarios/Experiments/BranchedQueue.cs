using System.Runtime.ExceptionServices;

namespace FlowSim.Scenarios.Experiments;

/// <summary>Work that has a beginning, and parts that can be done side by side when that is done.</summary>
internal interface IBranchedWork
{
    /// <summary>Told when a part may be done that was not among the first.</summary>
    Action<int> Released { set; }

    /// <summary>The beginning.</summary>
    /// <returns>Parts that may be done now, by index.</returns>
    IReadOnlyList<int> Begin();

    /// <summary>Does a part.</summary>
    void Do(int part);
}

/// <summary>
/// Numbered works over plain threads, each with parts. Of what can be done the lowest is taken: a new work is begun when no part of those begun is left, so
/// that no more works are open than there are threads, and at the end no thread waits while another has several parts before it. Results are kept by the
/// works, so they do not depend on the number of threads. After a failure what comes behind it, in the order of works and parts, is not begun; what comes
/// before it is done, and the failure told is the first in that order.
/// </summary>
internal sealed class BranchedQueue
{
    /// <summary>As deep as the main thread of a process may call: descriptions may be nested.</summary>
    private const int StackSize = 8 << 20;

    /// <summary>The part that stands for a work's beginning.</summary>
    private const int Beginning = -1;

    private readonly object gate = new();
    private readonly IReadOnlyList<IBranchedWork> works;
    private readonly CancellationToken cancel;
    private readonly SortedSet<(int Work, int Part)> ready = [];
    private (int Work, int Part) end = (int.MaxValue, 0);
    private ExceptionDispatchInfo? failure;
    private int busy;
    private bool stopped;

    private BranchedQueue(IReadOnlyList<IBranchedWork> works, CancellationToken cancel)
    {
        this.works = works;
        this.cancel = cancel;
        for (var work = 0; work < works.Count; work++)
        {
            var number = work;
            ready.Add((work, Beginning));
            works[work].Released = part => Add(number, [part]);
        }
    }

    /// <summary>Does all works.</summary>
    /// <param name="works">In their order.</param>
    /// <param name="threads">Parts done at the same time [1 or more].</param>
    /// <param name="cancel">When cancelled, nothing more is begun, and what is being done may stop with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The first work and part of it that failed, and why; part -1 is the beginning; null: none failed.</returns>
    public static (int Work, int Part, ExceptionDispatchInfo Failure)? Run(IReadOnlyList<IBranchedWork> works, int threads, CancellationToken cancel)
    {
        var queue = new BranchedQueue(works, cancel);
        var workers = new Thread[threads];
        for (var worker = 0; worker < workers.Length; worker++)
        {
            workers[worker] = new Thread(queue.TakeParts, StackSize) { IsBackground = true };
            workers[worker].Start();
        }

        Array.ForEach(workers, worker => worker.Join());
        return queue.failure is { } failed ? (queue.end.Work, queue.end.Part, failed) : null;
    }

    private void TakeParts()
    {
        while (Next() is var (work, part))
        {
            try
            {
                if (part == Beginning)
                {
                    Add(work, works[work].Begin());
                }
                else
                {
                    works[work].Do(part);
                }
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                Volatile.Write(ref stopped, true);
            }
            catch (Exception problem)
            {
                Fail((work, part), problem);
            }
            finally
            {
                lock (gate)
                {
                    busy--;
                    Monitor.PulseAll(gate);
                }
            }
        }
    }

    /// <summary>What is to be done next, when there is something; null: nothing will be.</summary>
    private (int Work, int Part)? Next()
    {
        lock (gate)
        {
            while (!Volatile.Read(ref stopped) && !cancel.IsCancellationRequested)
            {
                if (ready.Count > 0 && ready.Min is var next && next.CompareTo(end) < 0)
                {
                    ready.Remove(next);
                    busy++;
                    return next;
                }

                if (busy == 0)
                {
                    return null;
                }

                Monitor.Wait(gate);
            }

            return null;
        }
    }

    private void Add(int work, IReadOnlyList<int> parts)
    {
        lock (gate)
        {
            foreach (var part in parts)
            {
                ready.Add((work, part));
            }

            Monitor.PulseAll(gate);
        }
    }

    private void Fail((int Work, int Part) where, Exception problem)
    {
        lock (gate)
        {
            if (where.CompareTo(end) < 0)
            {
                (end, failure) = (where, ExceptionDispatchInfo.Capture(problem));
            }
        }
    }
}
