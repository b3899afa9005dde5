namespace FlowSim.Scenarios.Savings;

/// <summary>The three ways to value one change, each a ledger of its own: amounts on different bases are never added.</summary>
public static class Basis
{
    /// <summary>Average value of what is freed: worth it if it is used again.</summary>
    public const string Opportunity = "opportunity";

    /// <summary>What stops being spent: variable cost now, whole steps that are really given up, less investment.</summary>
    public const string Cash = "cash";

    /// <summary>What moves between partners under the contracts.</summary>
    public const string Payment = "payment";
}

/// <summary>Whether a row of the ledger is something used up, or money that one partner pays another.</summary>
public static class Perspective
{
    public const string Resource = "resource";
    public const string Transfer = "transfer";
}
