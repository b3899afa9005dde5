namespace FlowSim.Scenarios.Results;

/// <summary>A result file does not hold what it should; the message says where, what was expected, what was found and what to do.</summary>
public sealed class ResultContentException : Exception
{
    public ResultContentException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
