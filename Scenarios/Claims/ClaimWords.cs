namespace FlowSim.Scenarios.Claims;

/// <summary>The words of claims in files.</summary>
internal static class ClaimWords
{
    public const string Below = "below";
    public const string Above = "above";
    public const string Within = "within";
    public const string Gross = "gross";
    public const string Net = "net";

    /// <summary>In how many realised futures of a hundred it comes true, everything drawn that is not known.</summary>
    public const string Happens = "happens";

    /// <summary>With which probability the mean over futures meets it, given what is not known.</summary>
    public const string TrueOnAverage = "true-on-average";

    /// <summary>In how many replications of a hundred it comes true with every input as described: chance alone.</summary>
    public const string GivenTheseInputs = "given-these-inputs";

    public const string Met = "met";
    public const string NotMet = "not met";

    public static (string Word, ClaimForm Form)[] Forms { get; } =
    [
        ("level", ClaimForm.Level), ("every-month", ClaimForm.EveryMonth), ("change", ClaimForm.Change), ("growth", ClaimForm.Growth),
        ("saving", ClaimForm.Saving), ("return", ClaimForm.Return), ("said", ClaimForm.Said),
    ];
}
