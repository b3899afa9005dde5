using FlowSim.Scenarios.Experiments;

namespace FlowSim.Scenarios.Savings;

/// <summary>Adds the years up line by line: the plan's money is that of its years together, along the path by which things begin.</summary>
internal static class YearSums
{
    public static IEnumerable<LedgerEntry> Of(IReadOnlyList<IReadOnlyList<LedgerEntry>> years) =>
        years.SelectMany(year => year)
            .GroupBy(entry => (entry.Line, entry.Place, entry.Partner, entry.Counterparty, entry.Perspective, entry.Basis, entry.Rate))
            .Select(line => line.First() with
            {
                Year = Periods.All,
                Quantity = line.First().Quantity is null ? null : line.Sum(entry => entry.Quantity),
                Amount = line.Sum(entry => entry.Amount),
                ByReplication = Added(line.Select(entry => entry.ByReplication)),
                ByDraw = Added(line.Select(entry => entry.ByDraw)),
            });

    /// <summary>Sums entry by entry; NaN where one is.</summary>
    public static double[] Added(IEnumerable<double[]> rows) =>
        rows.Aggregate((sum, row) => [.. sum.Zip(row, (one, other) => one + other)]);
}
