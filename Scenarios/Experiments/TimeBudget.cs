namespace FlowSim.Scenarios.Experiments;

/// <summary>
/// How long replications may be added. The clock settles how many there are and nothing else: they are run in whole batches, each as large as still fits by
/// the pace so far, and none is begun when the time is up.
/// </summary>
/// <param name="Length">From the beginning of the first replication.</param>
/// <param name="Clock">Tells how much of it has passed.</param>
public sealed record TimeBudget(TimeSpan Length, TimeProvider Clock)
{
    /// <summary>Fewer have no interval [replications].</summary>
    public const int Least = 2;

    private long begun;

    /// <summary>The time begins to run.</summary>
    internal void Begin() => begun = Clock.GetTimestamp();

    /// <summary>Replications to have next: as many as still fit, a whole number for each thread; those that there are, where the time is up.</summary>
    /// <param name="done">Replications run so far.</param>
    /// <param name="wanted">Replications to have next if there were time enough.</param>
    /// <param name="threads">Replications run at the same time.</param>
    internal int Fitting(int done, int wanted, int threads)
    {
        if (done == 0)
        {
            return Math.Min(wanted, Math.Max(Least, threads));
        }

        var passed = Clock.GetElapsedTime(begun);
        if (passed >= Length)
        {
            return done;
        }

        var more = passed > TimeSpan.Zero ? Math.Min((Length - passed) / passed * done, wanted - done) : wanted - done;
        return more >= wanted - done ? wanted : Math.Min(wanted, done + (Math.Max(1, (int)more / threads) * threads));
    }
}
