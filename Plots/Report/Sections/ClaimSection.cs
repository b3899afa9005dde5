using FlowSim.Plots.Report.Answers;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Report.Sections;

/// <summary>What a plan claims, and how probable the model holds it.</summary>
internal static class ClaimSection
{
    public static PageSection Of(ReportData data) => new("claims", "Claims", null, data.Results.Claims.Count == 0 ? null : page =>
    {
        page.Element("p",
            "The kind says which probability it is, and they are different numbers. Happens: that the claim comes true in one realised future, everything drawn that is not known. True on average: that it holds of the mean over futures, given what is not known; where the draws are too few to tell chance from inputs there is none. Given these inputs: in how many replications it comes true with every input as described, chance alone. Met and not met: more likely or less likely than not, for all that so few runs leave open.");
        ReportTable.Write(page, "claim-table", "What is claimed, and what the model says of it",
            ["Claim", "Scenario", "Kind", "Compared with", "Period", "Target", "Estimate", "95 % interval", "With what is not known", "Probability", "Verdict"],
            [.. data.Results.Claims.Select(claim => (IReadOnlyList<string>)
                [
                    claim.Claim, data.TitleOf(claim.Scenario), claim.Kind.Replace('-', ' '), claim.Comparator, claim.Period, Level(claim.Target),
                    Level(claim.Estimate),
                    double.IsNaN(claim.Lower95) ? "" : $"{Level(claim.Lower95)} to {Level(claim.Upper95)}",
                    double.IsNaN(claim.Lower95All) ? "" : $"{Level(claim.Lower95All)} to {Level(claim.Upper95All)}",
                    double.IsNaN(claim.Probability) ? "" : FormattableString.Invariant($"{claim.Probability * 100:0.#} %"), claim.Verdict,
                ])]);
    });

    private static string Level(double value) => double.IsNaN(value) ? "" : NumberText.Plain(value, Math.Max(0, Rounding.LevelDecimals(value)));
}
