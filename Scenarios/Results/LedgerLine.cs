namespace FlowSim.Scenarios.Results;

/// <summary>
/// A row of <c>ledger.csv</c>: quantity × unit cost for one partner on one basis, scenario minus baseline; positive is a gain to the partner. NaN where a
/// cell is empty.
/// </summary>
public sealed record LedgerLine
{
    public required string Scenario { get; init; }

    public required string Year { get; init; }

    public required string Partner { get; init; }

    public string Counterparty { get; init; } = "";

    public required string Line { get; init; }

    /// <summary><c>resource</c> or <c>transfer</c>.</summary>
    public required string Perspective { get; init; }

    /// <summary><c>opportunity</c>, <c>cash</c> or <c>payment</c>.</summary>
    public required string Basis { get; init; }

    /// <summary>Scenario minus baseline; null where the amount is no price times a quantity.</summary>
    public decimal? Quantity { get; init; }

    public string Unit { get; init; } = "";

    /// <summary>In prices of <see cref="PriceYear"/> [£ a unit]; null as <see cref="Quantity"/>.</summary>
    public decimal? UnitCost { get; init; }

    /// <summary>What the partner gains, minus quantity times unit cost for who uses or pays, in pence exactly [£].</summary>
    public required decimal Amount { get; init; }

    public double Lower95 { get; init; } = double.NaN;

    public double Upper95 { get; init; } = double.NaN;

    /// <summary>Lower end over draws, with chance and what is not known, prices among it.</summary>
    public double Lower95All { get; init; } = double.NaN;

    public double Upper95All { get; init; } = double.NaN;

    public int NOuter { get; init; }

    public bool Recurrent { get; init; }

    public string PriceYear { get; init; } = "";

    /// <summary>Where it is counted: an instance, or <c>system</c>; empty of an investment.</summary>
    public string Place { get; init; } = "";
}
