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
    private const double Million = 1e6;

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

    private static AnswerLine Line(ReportData data, Summary row)
    {
        var (names, key) = (data.Names, row.Key);
        var word = MeasureWord.Of(names.Measure(key.Measure), key.Measure, names.Word(key.Measure).Joint);
        var better = names.Better(key.Measure);
        var standard = better.Length > 0 ? names.Standard(key.Measure, key.Group) : null;
        var group = key.Group.Length > 0 ? ": " + names.Group(key.Group) : "";
        return new AnswerLine
        {
            Id = key.Measure,
            Name = $"{names.Measure(key.Measure)}{group}{(key.Place == PlaceName.System ? "" : ", " + names.Place(key.Place))}",
            Subject = $"{word.InSentence}{word.About(names.Group(key.Group))}{names.At(key.Place)}",
            IsPlural = word.IsPlural,
            Unit = row.Unit,
            Level = row.Mean,
            ModelError95 = row.ModelError95,
            Target = standard?.Value ?? double.NaN,
            TargetName = standard?.Name ?? "",
            Better = better,
            Cells = [.. data.Compared.Select(scenario => Cell(scenario, data.DifferenceOf(scenario, key)))],
        };
    }

    private static AnswerCell Cell(string scenario, Difference? difference) => difference is null ? AnswerCell.None(scenario)
        : new AnswerCell(scenario, difference.Mean, difference.Lower95, difference.Upper95, difference.Lower95All, difference.Upper95All);

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
                Cells = [.. data.Compared.Select(scenario => Cell(scenario, one.Of.Find(saving => saving.Scenario == scenario)))],
            });
    }

    private static AnswerCell Cell(string scenario, Saving? saving) => saving is null ? AnswerCell.None(scenario)
        : new AnswerCell(scenario, (double)saving.Amount / Million, saving.Lower95 / Million, saving.Upper95 / Million, saving.Lower95All / Million,
            saving.Upper95All / Million);
}
