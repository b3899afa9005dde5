namespace FlowSim.Scenarios.Results;

/// <summary>Results cannot be written where the user asked; the message says what to do.</summary>
public sealed class ResultFolderException : Exception
{
    public ResultFolderException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
