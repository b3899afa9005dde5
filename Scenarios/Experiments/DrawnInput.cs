namespace FlowSim.Scenarios.Experiments;

/// <summary>The value of an input in a draw, the file <c>draws.csv</c>.</summary>
public sealed record DrawnInput
{
    /// <summary>Before the name of a price.</summary>
    public const string OfCosts = "costs:";

    /// <summary>Before the name of an investment.</summary>
    public const string OfInvestment = "investment:";

    /// <summary>Behind the name of a price: its factor.</summary>
    public const string OfFactor = ":factor";

    /// <summary>Stands for a scenario where a price or an investment is drawn, which acts on savings alone.</summary>
    public const string Prices = "prices";

    /// <summary>Number of the draw [from 1]; the first are replications with everything as it is described.</summary>
    public required int Draw { get; init; }

    /// <summary>The scenario that the input acts on; <c>baseline</c> for those of the calibrated set, which act on all; <see cref="Prices"/>.</summary>
    public required string Scenario { get; init; }

    /// <summary>Path of what is changed, with <c>scale:</c> or <c>add:</c> before it where it is not set; <c>member</c> for the member of the set.</summary>
    public required string Input { get; init; }

    /// <summary>Why the scenario changes it, in its own words; may be empty.</summary>
    public required string Reason { get; init; }

    /// <summary>To what, or by what, as it would be written.</summary>
    public required string Value { get; init; }

    /// <summary>Where in its range, from 0 at the low to 1 at the high end; NaN where it was not drawn by itself.</summary>
    public double U { get; init; } = double.NaN;
}
