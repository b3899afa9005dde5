using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading.Text;

namespace FlowSim.Scenarios.Uncertainty;

/// <summary>How much of something is chance and how much is not known: a row of <c>uncertainty.csv</c>.</summary>
public sealed record UncertaintyRow
{
    public const string Level = "level";
    public const string Difference = "difference";
    public const string Saving = "saving";

    /// <summary>The measure itself; scenario minus baseline, of the same run; what all partners gain [£ a year].</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Level, Difference, Saving];

    public required string Scenario { get; init; }

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Of what; of a saving the measure is the basis.</summary>
    public required ResultKey Key { get; init; }

    public required string Unit { get; init; }

    /// <summary>Draws of which every run came to its end [draws].</summary>
    public required int Draws { get; init; }

    /// <summary>Runs of each [runs].</summary>
    public required int Inner { get; init; }

    /// <summary>Over all draws and runs.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard error of the mean, draws included.</summary>
    public required double MeanSe { get; init; }

    /// <summary>Within it lie 95 of 100 futures: quantiles of one run a draw; below 40 draws the lowest and the highest.</summary>
    public required double Lower95All { get; init; }

    /// <inheritdoc cref="Lower95All"/>
    public required double Upper95All { get; init; }

    /// <summary>Variance due to chance, in the square of the unit.</summary>
    public required double VChance { get; init; }

    /// <summary>Its standard error.</summary>
    public required double VChanceSe { get; init; }

    /// <summary>Variance due to what is not known; may be negative where there is little of it.</summary>
    public required double VInputs { get; init; }

    /// <summary>Its standard error.</summary>
    public required double VInputsSe { get; init; }

    /// <summary>Share of both that is due to what is not known, not below 0 [0 to 1].</summary>
    public required double InputsShare { get; init; }

    /// <summary>Runs of a draw with which as many runs in all tell the two apart best; NaN where inputs make no difference that can be seen.</summary>
    public required double BestInner { get; init; }
}

/// <summary>How likely it is that something is met: a row of <c>probabilities.csv</c>.</summary>
public sealed record ProbabilityRow
{
    /// <summary>In how many futures of a hundred it happens.</summary>
    public const string Happens = Claims.ClaimWords.Happens;

    /// <summary>How likely it is that the mean over futures meets it.</summary>
    public const string TrueOnAverage = Claims.ClaimWords.TrueOnAverage;

    public required string Scenario { get; init; }

    /// <summary>What is claimed, or the measure with its target.</summary>
    public required string Claim { get; init; }

    /// <summary><see cref="Happens"/> or <see cref="TrueOnAverage"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is compared with; empty: nothing.</summary>
    public required string Comparator { get; init; }

    public required string Period { get; init; }

    public required double Target { get; init; }

    /// <summary>True for a target of a measure, false for a claim of a plan.</summary>
    public required bool IsTarget { get; init; }

    /// <summary>The mean of what it is about.</summary>
    public required double Estimate { get; init; }

    /// <summary>Between 0 and 1; NaN where it cannot be said.</summary>
    public required double Probability { get; init; }

    /// <summary>√(p (1 − p) ÷ N).</summary>
    public required double Se { get; init; }

    /// <summary>Lower end of the 95 % score interval (Wilson 1927).</summary>
    public required double Lower95 { get; init; }

    /// <summary>Upper end of the 95 % score interval (Wilson 1927).</summary>
    public required double Upper95 { get; init; }

    /// <summary>Of true on average the share counted among the means of the runs themselves, which lies too near to one half; else NaN.</summary>
    public double Uncorrected { get; init; } = double.NaN;

    /// <summary>Draws [draws].</summary>
    public required int NOuter { get; init; }

    /// <summary>Runs of each that it is made of [runs].</summary>
    public required int NInner { get; init; }

    /// <summary><c>met</c>, <c>not met</c>, or <c>cannot be told from N draws</c>.</summary>
    public required string Verdict { get; init; }
}

/// <summary>What an input does to something: a row of <c>tornado.csv</c>.</summary>
public sealed record InfluenceRow
{
    /// <summary>Between the names of inputs that always move together.</summary>
    public const string Between = "; ";

    public required string Scenario { get; init; }

    /// <summary>One of <see cref="UncertaintyRow.Kinds"/>.</summary>
    public required string Kind { get; init; }

    public required ResultKey Key { get; init; }

    public required string Unit { get; init; }

    /// <summary>Its name: a path, or that of a price; of inputs that always move together the names of all, with <see cref="Between"/> between them.</summary>
    public required string Input { get; init; }

    /// <summary>Why a scenario changes it; may be empty.</summary>
    public required string Reason { get; init; }

    /// <summary>Its lowest value in the draws, as it would be written.</summary>
    public required string Low { get; init; }

    /// <summary>Its highest value.</summary>
    public required string High { get; init; }

    /// <summary>The ends of a price or an investment [£]; null of another input.</summary>
    public (double Low, double High)? Pounds =>
        (Input.StartsWith(DrawnInput.OfInvestment, StringComparison.Ordinal)
            || (Input.StartsWith(DrawnInput.OfCosts, StringComparison.Ordinal) && !Input.EndsWith(DrawnInput.OfFactor, StringComparison.Ordinal)))
        && NumberText.TryParse(Low, out var low, out _) && NumberText.TryParse(High, out var high, out _) ? (low, high) : null;

    /// <summary>The mean where it is in the lowest tenth of the draws, all else as it comes.</summary>
    public required double AtLow { get; init; }

    /// <summary>The mean where it is in the highest tenth of the draws.</summary>
    public required double AtHigh { get; init; }

    /// <summary>Share of the variance between draws that it explains by itself, of draws left out; 0: none that can be told [0 to 1].</summary>
    public required double Share { get; init; }

    /// <summary>True where it explains more than an input that does nothing would.</summary>
    public required bool IsTold { get; init; }

    /// <summary>Rank correlation (Spearman's).</summary>
    public required double Correlation { get; init; }

    public required double Lower95 { get; init; }

    public required double Upper95 { get; init; }

    /// <summary>Draws [draws].</summary>
    public required int N { get; init; }
}

/// <summary>What it is worth to know something: a row of <c>information.csv</c>.</summary>
public sealed record InformationRow
{
    /// <summary>Everything that is drawn.</summary>
    public const string Everything = "evpi";

    /// <summary>One input, or one group of them.</summary>
    public const string Part = "evppi";

    /// <summary>Stands for a scenario where any of them, or none, is chosen.</summary>
    public const string Any = "any";

    /// <summary>The choice: between this scenario and none; <see cref="Any"/>: of all.</summary>
    public required string Scenario { get; init; }

    public required string Basis { get; init; }

    /// <summary><see cref="Everything"/> or <see cref="Part"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What would be known; empty: everything.</summary>
    public required string Input { get; init; }

    public required string Reason { get; init; }

    /// <summary>What it is worth [£ a year]; NaN where it cannot be said.</summary>
    public required double Pounds { get; init; }

    /// <summary>Its standard error [£ a year].</summary>
    public required double Se { get; init; }

    /// <summary>Largest share of the variance of a gain that is predicted of draws left out.</summary>
    public required double Explained { get; init; }

    /// <summary>What would be chosen today; <c>baseline</c>: none of them.</summary>
    public required string Choice { get; init; }

    /// <summary>What that gains on average [£ a year].</summary>
    public required double Gain { get; init; }

    /// <summary>What the gains are counted over [y].</summary>
    public required double Years { get; init; }

    /// <summary>Draws [draws].</summary>
    public required int N { get; init; }

    /// <summary>Why it cannot be said; empty: it can.</summary>
    public required string Why { get; init; }
}
