namespace FlowSim.Scenarios.Results;

/// <summary>
/// A row of <c>ledger.csv</c>: quantity × unit cost for one partner on one basis; positive is a gain to the partner. NaN where a cell is empty.
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

    public double Quantity { get; init; } = double.NaN;

    public string Unit { get; init; } = "";

    /// <summary>[£ a unit].</summary>
    public double UnitCost { get; init; } = double.NaN;

    /// <summary>[£].</summary>
    public required double Amount { get; init; }

    public double Lower95 { get; init; } = double.NaN;

    public double Upper95 { get; init; } = double.NaN;

    public bool Recurrent { get; init; }

    public string PriceYear { get; init; } = "";
}
