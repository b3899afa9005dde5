using FlowSim.Scenarios.Inputs;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Scenarios.Savings;

/// <summary>A row of <c>costs.csv</c>: what one unit of a quantity costs whom, on one basis.</summary>
internal sealed record UnitCost
{
    public required string Item { get; init; }

    public required CountedQuantity Quantity { get; init; }

    /// <summary>As written [£ a unit, in prices of <see cref="PriceYear"/>].</summary>
    public required decimal Pounds { get; init; }

    /// <summary>What the price is for, such as <c>bed-day</c>.</summary>
    public required string Unit { get; init; }

    public required int PriceYear { get; init; }

    /// <summary>By what the price is multiplied to be in prices of the ledger's year.</summary>
    public required decimal Rebased { get; init; }

    /// <summary>The index chain in words; empty where the price is of the ledger's year.</summary>
    public required string Chain { get; init; }

    /// <summary>The part of the quantity that the price is for: a payer's share, or what a day of one thing saves of another. May be negative.</summary>
    public required decimal Factor { get; init; }

    /// <summary>Who uses the resource, or pays.</summary>
    public required PartnerRule Partner { get; init; }

    /// <summary>Who is paid; null: a resource, which nobody is paid for.</summary>
    public PartnerRule? Counterparty { get; init; }

    public required string Basis { get; init; }

    /// <summary>What is plausible of the price; null: nothing is said.</summary>
    public InputRange? Range { get; init; }

    /// <summary>What is plausible of the factor; null: nothing is said.</summary>
    public InputRange? FactorRange { get; init; }

    /// <summary>Pools and stages whose use is in the price, so that no other row of the basis may price it.</summary>
    public required IReadOnlyList<string> Covers { get; init; }

    /// <summary>Pools all of whose use the quantity counts, so that no other row of the basis may count it under another name.</summary>
    public required IReadOnlyList<string> Uses { get; init; }

    /// <summary>Instances at which it is counted; empty: the whole system at once.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    public required SourceLocation Where { get; init; }

    public bool Varies => Range is not null || FactorRange is not null;

    public bool IsTransfer => Counterparty is not null;

    /// <summary>The price in the ledger's year, for one unit of the quantity [£].</summary>
    public decimal Rate => Pounds * Rebased * Factor;
}
