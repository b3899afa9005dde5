namespace FlowSim.Benchmarks.Harness;

/// <summary>The comparison cannot be made; the message says why and what to do.</summary>
internal sealed class LimitException : Exception
{
    public LimitException(string message)
        : base(message)
    {
    }

    public LimitException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
