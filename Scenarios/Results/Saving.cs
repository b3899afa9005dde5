namespace FlowSim.Scenarios.Results;

/// <summary>
/// A row of <c>savings.csv</c>: what a partner, or the system, gains on one basis; the sum of its lines in <c>ledger.csv</c>. NaN where a cell is empty.
/// </summary>
public sealed record Saving
{
    /// <summary>Stands for all partners together.</summary>
    public const string System = "system";

    public required string Scenario { get; init; }

    /// <summary>A financial year, or <c>all</c>: the years together.</summary>
    public required string Year { get; init; }

    public required string Basis { get; init; }

    /// <summary>A partner, or <c>system</c>.</summary>
    public required string Partner { get; init; }

    /// <summary>What it gains by using less [£].</summary>
    public required decimal Resources { get; init; }

    /// <summary>What it gains by payments; of the system exactly 0 [£].</summary>
    public required decimal Transfers { get; init; }

    /// <summary>Both [£].</summary>
    public required decimal Amount { get; init; }

    /// <summary>Lower end of the paired 95 % t-interval, chance alone.</summary>
    public double Lower95 { get; init; } = double.NaN;

    public double Upper95 { get; init; } = double.NaN;

    /// <summary>Lower end over draws, with chance and what is not known, prices among it.</summary>
    public double Lower95All { get; init; } = double.NaN;

    public double Upper95All { get; init; } = double.NaN;

    public int NOuter { get; init; }

    /// <summary>One of <see cref="SavingVerdict"/>'s.</summary>
    public required string Verdict { get; init; }

    /// <summary>Of the system: what losers lose of each pound that others gain; NaN where nobody gains to speak of.</summary>
    public double Leakage { get; init; } = double.NaN;

    public double LeakageLower95 { get; init; } = double.NaN;

    public double LeakageUpper95 { get; init; } = double.NaN;

    /// <summary>
    /// Of the system: the input, price or investment that the saving follows most closely over the draws, named as in <c>draws.csv</c>; empty where none can be
    /// told from chance.
    /// </summary>
    public string WideBy { get; init; } = "";

    /// <summary>Its rank correlation with the saving.</summary>
    public double WideByCorrelation { get; init; } = double.NaN;

    public double WideByLower95 { get; init; } = double.NaN;

    public double WideByUpper95 { get; init; } = double.NaN;

    /// <summary>Of the system: what the others would have to pay so that nobody is worse off; 0 where nobody loses [£].</summary>
    public double SidePayment { get; init; } = double.NaN;
}
