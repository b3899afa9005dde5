namespace FlowSim.Scenarios.Savings;

/// <summary>What the whole ledger is held in: <c>prices:</c> of a system.</summary>
internal sealed record PriceSettings
{
    /// <summary>The one price year, by the calendar year in which it begins.</summary>
    public required int Year { get; init; }

    /// <summary>The index by which investments of another price year are re-based; empty: such an investment is an error.</summary>
    public string Index { get; init; } = "";

    /// <summary>Yearly rate at which money spent once is spread over the life of what it buys (HM Treasury's Green Book: 3.5 %) [share].</summary>
    public decimal Discount { get; init; } = 0.035m;

    /// <summary>Years over which money spent once is spread unless the line says otherwise [y].</summary>
    public int Life { get; init; } = 5;

    /// <summary>Yearly turnover by partner [£], as far as it is known: what a loss is measured against.</summary>
    public IReadOnlyDictionary<string, decimal> Turnover { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Beds that stand in wards; null: no ward is given up.</summary>
    public WardSettings? Wards { get; init; }
}

/// <summary>When a whole ward could be given up.</summary>
/// <param name="Group">The beds that stand in wards.</param>
/// <param name="Size">Of a ward [beds].</param>
/// <param name="Full">How full beds may be on average [%].</param>
/// <param name="TooFew">For how much of winter there may be too few [share].</param>
internal sealed record WardSettings(string Group, int Size = 28, double Full = 92, double TooFew = 0.05);
