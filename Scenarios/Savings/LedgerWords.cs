using FlowSim.Scenarios.Results;

namespace FlowSim.Scenarios.Savings;

/// <summary>The words that stand in the columns of the ledger and its sums.</summary>
internal static class LedgerWords
{
    public static string[] Bases { get; } = [Basis.Opportunity, Basis.Cash, Basis.Payment];

    public static string[] Perspectives { get; } = [Perspective.Resource, Perspective.Transfer];

    public static string[] Verdicts { get; } =
    [
        SavingVerdict.Saved, SavingVerdict.MovedWithNetGain, SavingVerdict.MovedNotSaved, SavingVerdict.CostsMore, SavingVerdict.CannotBeTold,
        SavingVerdict.Gains, SavingVerdict.Loses, SavingVerdict.NoMatter,
    ];
}
