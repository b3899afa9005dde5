using FlowSim.Plots.Report.Answers;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Report.Sections;

/// <summary>What a plan claims, and how probable the model holds it.</summary>
internal static class ClaimSection
{
    public static PageSection Of(ReportData data) => new("claims", "Claims", null, data.Results.Claims.Count == 0 ? null : page =>
    {
        page.Element("p",
            "The kind says which probability it is: that the claim comes true in one realised future, or that it is true on average. They are different numbers.");
        ReportTable.Write(page, "claim-table", "What is claimed, and what the model says of it",
            ["Claim", "Scenario", "Kind", "Compared with", "Period", "Target", "Estimate", "95 % interval", "Probability", "Verdict"],
            [.. data.Results.Claims.Select(claim => (IReadOnlyList<string>)
                [
                    claim.Claim, data.TitleOf(claim.Scenario), claim.Kind, claim.Comparator, claim.Period, Level(claim.Target), Level(claim.Estimate),
                    double.IsNaN(claim.Lower95) ? "" : $"{Level(claim.Lower95)} to {Level(claim.Upper95)}",
                    double.IsNaN(claim.Probability) ? "" : FormattableString.Invariant($"{claim.Probability * 100:0.#} %"), claim.Verdict,
                ])]);
    });

    private static string Level(double value) => double.IsNaN(value) ? "" : NumberText.Plain(value, Math.Max(0, Rounding.LevelDecimals(value)));
}
