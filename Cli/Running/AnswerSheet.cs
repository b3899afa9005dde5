using FlowSim.Plots.Answers;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Results.Workbooks;

namespace FlowSim.Cli.Running;

/// <summary>The answer as a sheet of a workbook: a row for each measure and scenario, with level, target, change and both intervals.</summary>
internal static class AnswerSheet
{
    private static readonly string[] Columns =
    [
        "measure", "unit", "baseline", "target", "scenario", "change", "lower95", "upper95", "lower95_all", "upper95_all", "level", "judged",
    ];

    /// <summary>One sheet; none where nothing was compared.</summary>
    public static IReadOnlyList<WorkbookSheet> Of(ResultSet results) => Answer.Of(results, []) is not { } answer ? [] :
    [
        new WorkbookSheet("Answer", Columns, [.. answer.Lines.SelectMany(line => line.Cells.Select(cell => Row(answer, line, cell)))]),
    ];

    private static IReadOnlyList<object?> Row(Answer answer, AnswerLine line, AnswerCell cell) =>
    [
        line.Name, line.Unit, line.Level, line.Target, answer.TitleOf(cell.Scenario), cell.Mean, cell.Lower95, cell.Upper95, cell.Lower95All, cell.Upper95All,
        line.LevelUnder(cell), line.Judged(cell),
    ];
}
