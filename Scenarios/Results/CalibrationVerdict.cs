namespace FlowSim.Scenarios.Results;

/// <summary>How a modelled figure stands to an observed one, in the words of <c>calibration.csv</c>.</summary>
public static class CalibrationVerdict
{
    /// <summary>All of the model's 95 % interval is within the tolerance of the observed figure.</summary>
    public const string Within = "within";

    /// <summary>None of it is.</summary>
    public const string Outside = "outside";

    /// <summary>The interval reaches over an edge of the tolerance, or there is none.</summary>
    public const string CannotBeTold = "cannot be told";

    /// <summary>The figure has no tolerance: it is shown.</summary>
    public const string NotJudged = "not judged";

    /// <summary>Nothing was observed that could be set beside the model.</summary>
    public const string NoObservation = "no observation";
}
