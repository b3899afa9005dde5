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

    public double Probability { get; init; } = double.NaN;

    public required string Verdict { get; init; }
}
