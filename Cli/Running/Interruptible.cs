namespace FlowSim.Cli.Running;

/// <summary>
/// Work that has nothing to tidy up, left where it stands when the user interrupts: reading and compiling can take minutes and look for no interruption.
/// </summary>
internal static class Interruptible
{
    /// <summary>As deep as the main thread of a process may call.</summary>
    private const int StackSize = 8 << 20;

    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static T Run<T>(Func<T> work, CancellationToken interrupt)
    {
        interrupt.ThrowIfCancellationRequested();
        var done = new TaskCompletionSource<T>();
        new Thread(() => Complete(done, work), StackSize) { IsBackground = true }.Start();
        return done.Task.WaitAsync(interrupt).GetAwaiter().GetResult();
    }

    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> work)
    {
        try
        {
            done.SetResult(work());
        }
        catch (Exception failure)
        {
            done.SetException(failure);
        }
    }
}
