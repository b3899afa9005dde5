namespace FlowSim.Scenarios.Results.Reading;

/// <summary>The rows of ledger.csv.</summary>
internal static class LedgerRows
{
    private static readonly string[] Perspectives = ["resource", "transfer"];
    private static readonly string[] Bases = ["opportunity", "cash", "payment"];

    public static string[] Columns { get; } =
    [
        "scenario", "year", "partner", "counterparty", "line", "perspective", "basis", "quantity", "unit", "unit_cost_gbp", "amount_gbp", "lower95", "upper95", "recurrent", "price_year",
    ];

    public static List<LedgerLine> Read(CellReader cells, RunFacts run)
    {
        var rows = new List<LedgerLine>();
        while (cells.Next())
        {
            rows.Add(new LedgerLine
            {
                Scenario = cells.Scenario(0, run),
                Year = cells.Text(1),
                Partner = cells.Text(2),
                Counterparty = cells.Text(3),
                Line = cells.Text(4),
                Perspective = cells.OneOf(5, Perspectives),
                Basis = cells.OneOf(6, Bases),
                Quantity = cells.Number(7),
                Unit = cells.Text(8),
                UnitCost = cells.Number(9),
                Amount = cells.Required(10),
                Lower95 = cells.Number(11),
                Upper95 = cells.Number(12),
                Recurrent = cells.Flag(13),
                PriceYear = cells.Text(14),
            });
        }

        return rows;
    }
}
