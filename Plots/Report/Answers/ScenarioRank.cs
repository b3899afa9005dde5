namespace FlowSim.Plots.Report.Answers;

/// <summary>
/// The order of scenarios: first the one that goes furthest towards the targets that are missed, all of them together; of those that go equally far, or where
/// there are no targets, the one that changes more.
/// </summary>
internal static class ScenarioRank
{
    public static IReadOnlyList<string> Of(IReadOnlyList<AnswerLine> lines, IReadOnlyList<string> scenarios) =>
    [
        .. scenarios.OrderByDescending(scenario => Math.Round(lines.Sum(line => line.WayGone(line[scenario])), 3))
            .ThenByDescending(scenario => lines.Where(line => !line.IsMoney).Sum(line => Size(line, line[scenario]))),
    ];

    /// <summary>A change as a share of the level, as far as it is beyond chance.</summary>
    private static double Size(AnswerLine line, AnswerCell cell) =>
        cell.IsBeyondChance && line.Level != 0 && double.IsFinite(line.Level) ? Math.Min(1, Math.Abs(cell.Mean / line.Level)) : 0;
}
