namespace FlowSim.Scenarios.Savings;

/// <summary>What prices an experiment: the unit costs of the system and the investments of the scenarios.</summary>
public sealed class PriceBook
{
    internal PriceSettings Settings { get; init; } = new() { Year = 0 };

    internal IReadOnlyList<UnitCost> Costs { get; init; } = [];

    /// <summary>By scenario, its own and those of what it includes.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<Investment>> Investments { get; init; } = new Dictionary<string, IReadOnlyList<Investment>>();

    /// <summary>The partners as the system declares them, in its order.</summary>
    internal IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>True where a price or an investment has a range.</summary>
    public bool Varies => Costs.Any(cost => cost.Varies)
        || Investments.Values.Any(lines => lines.Any(line => line.Range is not null));

    /// <summary>Pools and stages whose use is priced on a basis.</summary>
    internal IReadOnlySet<string> PricedOn(string basis) =>
        Costs.Where(cost => cost.Basis == basis && !cost.IsTransfer).SelectMany(cost => cost.Covers).ToHashSet(StringComparer.Ordinal);
}
