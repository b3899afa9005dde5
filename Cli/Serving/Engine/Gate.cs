namespace FlowSim.Cli.Serving.Engine;

/// <summary>
/// Who may calculate: as many pieces at a time as there are processors for, in the order in which they ask, so that of many pages none starves. A first
/// estimate does not wait behind replications of a year.
/// </summary>
internal sealed class Gate(int processors) : IDisposable
{
    private readonly Turnstile replications = new(processors);
    private readonly Turnstile estimates = new(1);

    public int Processors => processors;

    /// <summary>Does a replication when it is its turn.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task Replication(Action work, CancellationToken cancel) => replications.Do(work, cancel);

    /// <summary>Does a first estimate when it is its turn.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task Estimate(Action work, CancellationToken cancel) => estimates.Do(work, cancel);

    public void Dispose()
    {
        replications.Dispose();
        estimates.Dispose();
    }

    private sealed class Turnstile(int places) : IDisposable
    {
        private readonly SemaphoreSlim free = new(places);

        public async Task Do(Action work, CancellationToken cancel)
        {
            await free.WaitAsync(cancel).ConfigureAwait(false);
            try
            {
                // A thread of its own: while replications hold those of the pool, a step waits for one.
                await Task.Factory.StartNew(work, cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
            }
            finally
            {
                free.Release();
            }
        }

        public void Dispose() => free.Dispose();
    }
}
