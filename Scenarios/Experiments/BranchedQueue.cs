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
internal sealed class BranchedQueue<T>
    where T : class, IBranchedWork
{
    /// <summary>As deep as the main thread of a process may call: descriptions may be nested.</summary>
    private const int StackSize = 8 << 20;

    /// <summary>The part that stands for a work's beginning.</summary>
    private const int Beginning = -1;

    private readonly object gate = new();
    private readonly T?[] works;
    private readonly Func<int, T> make;
    private readonly CancellationToken cancel;

    /// <summary>Parts of works that are begun.</summary>
    private readonly SortedSet<(int Work, int Part)> ready = [];
    private int next;
    private (int Work, int Part) end = (int.MaxValue, 0);
    private ExceptionDispatchInfo? failure;
    private int busy;
    private bool stopped;

    private BranchedQueue(int count, Func<int, T> make, CancellationToken cancel)
    {
        works = new T?[count];
        this.make = make;
        this.cancel = cancel;
    }

    /// <summary>Does all works.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="make">Makes one, when it is its turn.</param>
    /// <param name="threads">Parts done at the same time [1 or more].</param>
    /// <param name="cancel">When cancelled, nothing more is begun, and what is being done may stop with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// The works, null from where none was begun on; and the first work and part of it that failed, part -1 being the beginning; null: none failed.
    /// </returns>
    public static (T?[] Works, (int Work, int Part, ExceptionDispatchInfo Failure)? Failed) Run(int count, Func<int, T> make, int threads,
        CancellationToken cancel)
    {
        var queue = new BranchedQueue<T>(count, make, cancel);
        var workers = new Thread[threads];
        for (var worker = 0; worker < workers.Length; worker++)
        {
            workers[worker] = new Thread(queue.TakeParts, StackSize) { IsBackground = true };
            workers[worker].Start();
        }

        Array.ForEach(workers, worker => worker.Join());
        return (queue.works, queue.failure is { } failed ? (queue.end.Work, queue.end.Part, failed) : null);
    }

    private void TakeParts()
    {
        while (Next() is var (work, part))
        {
            try
            {
                if (part == Beginning)
                {
                    var made = make(work);
                    works[work] = made;
                    made.Released = released => Add(work, [released]);
                    Add(work, made.Begin());
                }
                else
                {
                    works[work]!.Do(part);
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
                var first = ready.Count > 0 ? ready.Min : (Work: next, Part: Beginning);
                if (first.CompareTo(end) < 0 && first.Work < works.Length)
                {
                    next += ready.Remove(first) ? 0 : 1;
                    busy++;
                    return first;
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
