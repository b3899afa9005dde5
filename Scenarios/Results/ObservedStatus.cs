namespace FlowSim.Scenarios.Results;

/// <summary>What is known about an observed figure, in the words of <c>observed.csv</c> and <c>calibration.csv</c>.</summary>
public static class ObservedStatus
{
    /// <summary>Read from published data.</summary>
    public const string Measured = "measured";

    /// <summary>Read in a document that is named.</summary>
    public const string Cited = "cited";

    /// <summary>Arithmetic on figures that were read.</summary>
    public const string Derived = "derived";

    /// <summary>Recalled: it is shown, and nothing is judged by it.</summary>
    public const string Assumed = "assumed";

    /// <summary>A stand-in: it was measured in a later year than the one it is set beside.</summary>
    public const string LaterYear = "later-year";

    /// <summary>Recorded, and put into the run by <c>--arrivals</c> or <c>--beds</c>: it is shown, and the run has not predicted it.</summary>
    public const string Given = "given";
}
