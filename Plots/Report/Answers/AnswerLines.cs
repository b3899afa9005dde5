using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using FlowSim.Scenarios.Savings;

namespace FlowSim.Plots.Report.Answers;

/// <summary>
/// Which lines an answer has: of each topic of the headline one measure, that with a target before others; those with a target before those without; then
/// what is saved. At most ten, in the order of the headline.
/// </summary>
internal static class AnswerLines
{
    private const int Most = 10;

    private static readonly (string Basis, string Name, string Subject)[] Money =
        [(Basis.Cash, "Saved in cash", "what is saved in cash"), (Basis.Opportunity, "Worth if used again", "what is freed, if it is used again,")];

    /// <summary>The lines, with a cell for each scenario that was compared.</summary>
    /// <param name="data">What was run.</param>
    /// <param name="measures">Ids to show, all of them; none: they are chosen.</param>
    public static IReadOnlyList<AnswerLine> Of(ReportData data, IReadOnlyList<string> measures)
    {
        var money = Savings(data).ToList();
        if (measures.Count > 0)
        {
            return [.. measures.SelectMany(measure => Wholes(data, measure)).Select(row => Line(data, row)), .. money];
        }

        var lines = data.Measures.SelectMany(measure => Wholes(data, measure)).Select(row => (Row: row, Line: Line(data, row)))
            .GroupBy(one => (data.Names.TopicOf(one.Row.Key.Measure), one.Row.Key.Place, one.Row.Key.Group))
            .Select(topic => topic.FirstOrDefault(one => one.Line.HasTarget, topic.First()).Line).ToList();
        var chosen = lines.OrderByDescending(line => line.HasTarget).Take(Most - money.Count).ToHashSet();
        return [.. lines.Where(chosen.Contains), .. money];
    }

    /// <summary>The rows of a measure that stand for the whole: the system's, or every one where there is none.</summary>
    private static List<Summary> Wholes(ReportData data, string measure)
    {
        var found = data.RowsOf(data.Period, measure).Where(row => !ReportData.IsPointOfCurve(row.Key)).ToList();
        var whole = found.FindAll(row => row.Key.Place == PlaceName.System);
        return whole.Count > 0 ? whole : found;
    }

    private static AnswerLine Line(ReportData data, Summary row) =>
        AnswerLine.Of(data.Names, row, [.. data.Compared.Select(scenario => AnswerCell.Of(scenario, data.DifferenceOf(scenario, row.Key)))]);

    private static IEnumerable<AnswerLine> Savings(ReportData data)
    {
        var year = SavingWords.ShownYear(data.Results);
        var systems = data.Results.Savings.Where(saving => saving.Partner == Saving.System && saving.Year == year).ToList();
        return Money.Select(money => (money, Of: systems.FindAll(saving => saving.Basis == money.Basis))).Where(one => one.Of.Count > 0)
            .Select(one => new AnswerLine
            {
                Id = one.money.Basis,
                Name = one.money.Name,
                Subject = one.money.Subject,
                Unit = "£m",
                Better = "higher",
                IsMoney = true,
                Cells = [.. data.Compared.Select(scenario => AnswerCell.Of(scenario, one.Of.Find(saving => saving.Scenario == scenario)))],
            });
    }
}
