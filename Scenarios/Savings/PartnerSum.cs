namespace FlowSim.Scenarios.Savings;

/// <summary>What one partner, or the system, gains on one basis in one period.</summary>
/// <param name="Partner">Its name.</param>
/// <param name="Resources">By using less [£].</param>
/// <param name="Transfers">By payments [£].</param>
/// <param name="ByReplication">Both together, by replication [£].</param>
/// <param name="ByDraw">Both together, by draw of what is not known [£].</param>
/// <param name="Margin">Up to this a loss is not called one [£].</param>
internal sealed record PartnerSum(string Partner, decimal Resources, decimal Transfers, double[] ByReplication, double[] ByDraw, double Margin)
{
    /// <summary>What it is judged by: the mean with everything drawn that is not known where there are draws, else with chance alone.</summary>
    public SampleInterval Judged { get; } = SampleInterval.Of(ByDraw.Length > 0 ? ByDraw : ByReplication);

    /// <summary>The values behind it.</summary>
    public double[] Values => ByDraw.Length > 0 ? ByDraw : ByReplication;

    public static PartnerSum Of(string partner, IReadOnlyList<LedgerEntry> entries, double margin) => new(
        partner,
        entries.Where(entry => entry.Perspective == Perspective.Resource).Sum(entry => entry.Amount),
        entries.Where(entry => entry.Perspective == Perspective.Transfer).Sum(entry => entry.Amount),
        YearSums.Added(entries.Select(entry => entry.ByReplication)),
        YearSums.Added(entries.Select(entry => entry.ByDraw)),
        margin);
}
