namespace FlowSim.Scenarios.Savings;

/// <summary>One side of a line of the ledger in one period: what a partner gains, replication by replication and draw by draw.</summary>
internal sealed record LedgerEntry
{
    public required string Year { get; init; }

    public required string Partner { get; init; }

    public string Counterparty { get; init; } = "";

    public required string Line { get; init; }

    public string Place { get; init; } = "";

    public required string Perspective { get; init; }

    public required string Basis { get; init; }

    public required bool Recurrent { get; init; }

    /// <summary>True for a line of a scenario's investment.</summary>
    public bool IsInvestment { get; init; }

    /// <summary>Scenario minus baseline, mean over replications; null where an amount is no price times a quantity.</summary>
    public decimal? Quantity { get; init; }

    public string Unit { get; init; } = "";

    /// <summary>In prices of the ledger's year [£ a unit]; null as <see cref="Quantity"/>.</summary>
    public decimal? Rate { get; init; }

    /// <summary>What the partner gains; in pence exactly, so that sums are exact [£].</summary>
    public required decimal Amount { get; init; }

    /// <summary>What it gains in each replication; NaN where not both were reported [£].</summary>
    public required double[] ByReplication { get; init; }

    /// <summary>What it gains in each draw of what is not known; empty without draws [£].</summary>
    public required double[] ByDraw { get; init; }
}
