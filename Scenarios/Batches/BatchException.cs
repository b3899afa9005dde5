namespace FlowSim.Scenarios.Batches;

/// <summary>Shards are missing, damaged, there twice or of another batch; the message says which, and what to do.</summary>
public sealed class BatchException : Exception
{
    public BatchException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
