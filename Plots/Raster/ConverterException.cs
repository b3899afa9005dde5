namespace FlowSim.Plots.Raster;

/// <summary>No program converts drawings on this machine, or the one there is does not do it right; the message says what to do.</summary>
public sealed class ConverterException : Exception
{
    public ConverterException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
