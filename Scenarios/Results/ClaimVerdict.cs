namespace FlowSim.Scenarios.Results;

/// <summary>A row of <c>claims.csv</c>: what was claimed of a scenario and what the model says of it. NaN where a cell is empty.</summary>
public sealed record ClaimVerdict
{
    public required string Scenario { get; init; }

    public required string Claim { get; init; }

    public required string Kind { get; init; }

    public string Comparator { get; init; } = "";

    public string Period { get; init; } = "";

    public double Target { get; init; } = double.NaN;

    public double Estimate { get; init; } = double.NaN;

    public double Lower95 { get; init; } = double.NaN;

    public double Upper95 { get; init; } = double.NaN;

    /// <summary>Lower end over draws, with chance and what is not known.</summary>
    public double Lower95All { get; init; } = double.NaN;

    public double Upper95All { get; init; } = double.NaN;

    /// <summary>Of which sort says <see cref="Kind"/> [0 to 1].</summary>
    public double Probability { get; init; } = double.NaN;

    /// <summary>Draws of what is not known; 0 without.</summary>
    public int NOuter { get; init; }

    /// <summary>Replications, of each draw where there are draws.</summary>
    public int NInner { get; init; }

    public required string Verdict { get; init; }
}
