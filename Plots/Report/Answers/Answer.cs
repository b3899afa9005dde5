using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Answers;

/// <summary>
/// The answer of a comparison: some ten lines of the whole system with their targets, and the scenarios by what they do. The terminal and the page show the
/// same.
/// </summary>
public sealed class Answer
{
    private Answer(ResultSet results, ReportData data, IReadOnlyList<string> measures)
    {
        Results = results;
        Data = data;
        var lines = AnswerLines.Of(data, measures);
        Scenarios = ScenarioRank.Of(lines, data.Compared);
        Lines = [.. lines.Select(line => line with { Cells = [.. Scenarios.Select(scenario => line[scenario])] })];
    }

    /// <summary>What was run.</summary>
    public ResultSet Results { get; }

    /// <summary>The lines, in the order of the headline, money last.</summary>
    public IReadOnlyList<AnswerLine> Lines { get; }

    /// <summary>Ids of the scenarios, the one first that goes furthest towards the targets.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>The period in words, such as <c>2018/19</c>.</summary>
    public string Period => Data.InWords(Data.Period);

    /// <summary>
    /// True of a scenario with intervals that moves no measure of the answer by more than chance and by so much that it matters; money is not asked.
    /// </summary>
    public bool ChangesNothing(string scenario)
    {
        var cells = Lines.Where(line => !line.IsMoney).Select(line => (Line: line, Cell: line[scenario])).ToList();
        return cells.Exists(one => double.IsFinite(one.Cell.Lower95)) && !cells.Exists(one => one.Line.Matters(one.Cell));
    }

    internal ReportData Data { get; }

    /// <summary>The answer of a comparison; null where nothing was compared.</summary>
    /// <param name="results">What was run.</param>
    /// <param name="measures">Ids to show in place of those that are chosen; none: they are chosen.</param>
    public static Answer? Of(ResultSet results, IReadOnlyList<string> measures) => Of(new ReportData(results, measures), measures);

    /// <summary>The same from what has been looked up.</summary>
    internal static Answer? Of(ReportData data, IReadOnlyList<string> measures) =>
        data.IsComparison ? new Answer(data.Results, data, measures) : null;

    /// <summary>A scenario as a reader calls it.</summary>
    public string TitleOf(string scenario) => ScenarioName.Of(Results, scenario);
}
