namespace FlowSim.Plots.Printing;

/// <summary>No browser prints pages on this machine, or the one there is does not do it right; the message says what to do.</summary>
public sealed class PrinterException : Exception
{
    public PrinterException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
