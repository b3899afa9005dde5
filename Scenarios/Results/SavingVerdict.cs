namespace FlowSim.Scenarios.Results;

/// <summary>What is said of an amount of savings: of the system the first five, of a partner the others; both may be neither.</summary>
public static class SavingVerdict
{
    /// <summary>The whole interval is a gain, with what is not known where that was drawn, and nobody loses.</summary>
    public const string Saved = "saved";

    /// <summary>The whole interval is a gain, and some partner loses.</summary>
    public const string MovedWithNetGain = "moved with net gain";

    /// <summary>Some partner loses what others gain, and nothing is saved by it.</summary>
    public const string MovedNotSaved = "moved, not saved";

    /// <summary>The whole interval is a loss.</summary>
    public const string CostsMore = "costs more";

    public const string CannotBeTold = "cannot be told";

    public const string Gains = "gains";

    public const string Loses = "loses";

    /// <summary>The whole interval lies within the margin: neither a gain nor a loss to speak of.</summary>
    public const string NoMatter = "no matter";
}
