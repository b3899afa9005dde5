using FlowSim.Plots.Answers;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Frame;

/// <summary>
/// What the numbers of a chart say, as its title, in the words of the report. Null where they say nothing that can be told from chance: then the title says
/// what is shown. The name of a scenario is never the subject of a verb, which would have to know whether it is one of many.
/// </summary>
internal sealed class ChartFinding
{
    private readonly ChartRequest request;
    private readonly ResultIndex index;
    private readonly LineWords words;

    public ChartFinding(ChartRequest request)
    {
        this.request = request;
        index = ResultIndex.Of(request.Results);
        words = new LineWords(request.PeriodShown, ReportPeriods.IsWhole(request.Results.Run, request.PeriodShown));
    }

    /// <summary>A measure and what each of some scenarios changes of it; null without a level of the baseline.</summary>
    public AnswerLine? Line(string measure, string place, string group, IEnumerable<string> scenarios) =>
        index.Summary(ExperimentPlan.BaselineId, request.PeriodShown, measure, place, group) is { } row && double.IsFinite(row.Mean)
            ? AnswerLine.Of(request.Names, row, [.. scenarios.Where(scenario => scenario != ExperimentPlan.BaselineId)
                .Select(scenario => AnswerCell.Of(scenario, index.Difference(scenario, request.PeriodShown, measure, place, group)))])
            : null;

    /// <summary>Which scenario moves one of the lines furthest, or that none moves it.</summary>
    /// <param name="lines">With all scenarios.</param>
    /// <param name="isShown">Of a part of a chart, the scenarios that are in it: of these one is told; null: all.</param>
    public string? OfScenarios(IReadOnlyList<AnswerLine> lines, Predicate<string>? isShown = null)
    {
        if (Foremost(lines.SelectMany(line => line.Cells.Where(cell => isShown?.Invoke(cell.Scenario) != false).Select(cell => (line, cell))))
            is not var (line, cell))
        {
            var compared = lines.SelectMany(one => one.Cells).ToList();
            return lines.Count != 1 || compared.Count == 0 || !compared.TrueForAll(lines[0].IsSurelySmall) ? null
                : compared.Count == 1 ? $"{NameOf(compared[0].Scenario)}: {lines[0].Subject} {(lines[0].IsPlural ? "do" : "does")} not change by more than chance would"
                : $"No scenario changes {lines[0].Subject} by more than chance would";
        }

        var furthest = line.Cells.Count(other => double.IsFinite(other.Mean)) > 1 && line.WayGone(cell) > 0 && IsApart(cell, line.Cells) ? ", furthest of all" : "";
        return Told(NameOf(cell.Scenario) + furthest, line, cell);
    }

    /// <summary>What one scenario moves furthest, or that it moves none of the lines.</summary>
    public string? OfScenario(string scenario, IReadOnlyList<AnswerLine> lines) =>
        Foremost(lines.Select(line => (line, line[scenario]))) is var (line, cell) ? Told(NameOf(scenario), line, cell)
            : NotInForce.Until(request.Results, scenario) is { } begins ? $"{NameOf(scenario)}: not in force before {begins}"
            : lines.Count > 0 && lines.All(one => one.IsSurelySmall(one[scenario])) ? $"{NameOf(scenario)}: none of these changes by more than chance would"
            : null;

    /// <summary>The line that a title speaks of in which <see cref="OfScenario"/> tells a change; null where none is told.</summary>
    public static AnswerLine? ForemostOf(string scenario, IReadOnlyList<AnswerLine> lines) => Foremost(lines.Select(line => (line, line[scenario])))?.Line;

    /// <summary>Which scenario moves a line most, either way; null where two are not apart.</summary>
    public string? OfMost(AnswerLine line) =>
        line.Cells.Where(cell => line.Matters(cell) && !cell.IsOpen).MaxBy(cell => Math.Abs(cell.Mean)) is { } most && IsApart(most, line.Cells)
            ? $"{Capital(line.Subject)} {(line.IsPlural ? "are" : "is")} moved most by {NameOf(most.Scenario)}: {words.Amount(line, most)}"
            : null;

    /// <summary>On which side of its target a level lies, with all of its interval.</summary>
    public string? OfLevel(string scenario, string measure, string place, string group)
    {
        if (index.Summary(scenario, request.PeriodShown, measure, place, group) is not { } row
            || AnswerLine.Of(request.Names, row, []) is not { HasTarget: true } line
            || line.Reaches(row.Lower95) != line.Reaches(row.Upper95) || !Estimate.Of(row).HasInterval)
        {
            return null;
        }

        var side = line.Reaches(row.Mean) ? LineWords.Within(line) : line.Better == "higher" ? "below" : "above";
        return Scenario(scenario, $"{line.Subject} {(line.IsPlural ? "are" : "is")} {words.Level(line, row.Mean)}, {side} the {LineWords.Target(line)}");
    }

    /// <summary>A clause about one scenario.</summary>
    public string Scenario(string scenario, string clause) =>
        request.Results.Run.Scenarios.Count > 1 || scenario != ExperimentPlan.BaselineId ? $"{NameOf(scenario)}: {clause}" : Capital(clause);

    /// <summary>What a scenario is called.</summary>
    public string NameOf(string scenario) => ScenarioName.Of(request.Results, scenario);

    /// <summary>
    /// The change that goes furthest towards a target, else the largest; null where none is beyond chance, and large enough, whatever is not known.
    /// </summary>
    private static (AnswerLine Line, AnswerCell Cell)? Foremost(IEnumerable<(AnswerLine Line, AnswerCell Cell)> changes)
    {
        var told = changes.Where(change => change.Line.Matters(change.Cell) && !change.Cell.IsOpen).ToList();
        return told.Count == 0 ? null
            : told.OrderByDescending(change => Math.Max(0, change.Line.WayGone(change.Cell))).ThenByDescending(change => change.Line.Size(change.Cell)).First();
    }

    /// <summary>True where no other scenario may change as much the same way, by the intervals.</summary>
    private static bool IsApart(AnswerCell most, IReadOnlyList<AnswerCell> cells)
    {
        var nearest = Math.Min(Math.Abs(most.Lower95), Math.Abs(most.Upper95));
        return cells.Where(cell => cell != most && double.IsFinite(cell.Mean))
            .All(other => nearest > new[] { other.Mean, other.Lower95, other.Upper95 }.Where(double.IsFinite).Max(Math.Abs));
    }

    /// <summary>As much of it as can be read in full; null where a name leaves no room.</summary>
    private string? Told(string head, AnswerLine line, AnswerCell cell)
    {
        var course = $"{head}: {words.Course(line, cell)}";
        string[] titles = [course + LineWords.Reached(line, cell), course, $"{NameOf(cell.Scenario)}: {words.Change(line, cell)}"];
        return Array.Find(titles, title => Sheet.HasRoomForTitle(request, title));
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
