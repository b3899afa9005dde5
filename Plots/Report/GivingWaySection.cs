using FlowSim.Plots.Answers;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Report;

/// <summary>Which rule takes the load when the system is full: in words, then a table of the years and of what each scenario changes.</summary>
internal static class GivingWaySection
{
    private const string Id = "rules";
    private const int ScenariosATable = 6;

    public static PageSection Of(ReportData data)
    {
        var rules = new GivingWay(data);
        return new(Id, data.Names.Topic(data.Results.System.GivesWay), "page", rules.Rules.Count == 0 ? null : page => Write(page, data, rules));
    }

    private static void Write(HtmlWriter page, ReportData data, GivingWay rules)
    {
        page.Element("p", $"The rules are part of the description, each with a limit. Whole system{(data.IsComparison ? "; in square brackets the 95 % interval by chance" : "")}.",
            ("class", "note"));
        foreach (var sentence in rules.InBaseline())
        {
            page.Open("p");
            AnswerSection.Text(page, sentence, isBold: sentence.Detail.Length > 0);
            page.Close();
        }

        page.Open("div", ("class", "answers")).EndLine();
        foreach (var scenario in data.Compared)
        {
            page.Open("article").Element("h3", data.TitleOf(scenario));
            AnswerSection.Sentences(page, [.. rules.InScenario(scenario)], isBold: sentence => sentence.Detail.Length > 0);
            page.Close();
        }

        page.Close();
        var tables = 0;
        foreach (var block in data.IsComparison ? data.Compared.Chunk(ScenariosATable).ToList() : [[]])
        {
            Table(page, data, rules, block, FormattableString.Invariant($"{Id}-{++tables}"));
        }

        page.Open("details").Element("summary", "What is counted").EndLine();
        ReportTable.Write(page, Id + "-rules", "What gives way, and how it is counted", ["What gives way", "Id in the files", "Unit", "Definition"],
            [.. data.Results.System.Measures.Where(measure => rules.Rules.Contains(measure.Id)).Select(measure =>
                (IReadOnlyList<string>)[data.Names.Word(measure.Id).Name, measure.Id, measure.Unit, measure.Definition])]);
        page.Close();
    }

    private static void Table(HtmlWriter page, ReportData data, GivingWay rules, string[] scenarios, string id)
    {
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", id + "-caption")).EndLine();
        page.Open("table", ("id", id), ("class", "rules")).EndLine();
        page.Element("caption", scenarios.Length == 0
            ? "How far each rule is used"
            : $"How far each rule is used in the baseline, and differences from it {data.During(data.Period)} [95 % interval]", ("id", id + "-caption"));
        page.Open("thead").Open("tr").Element("th", "What gives way", ("scope", "col"));
        foreach (var period in rules.Periods)
        {
            page.Element("th", data.InWords(period), ("scope", "col"), ("class", "number"));
        }

        foreach (var scenario in scenarios)
        {
            page.Element("th", data.TitleOf(scenario), ("scope", "col"), ("class", "difference"));
        }

        page.Close().Close().Open("tbody").EndLine();
        foreach (var measure in rules.Rules)
        {
            Row(page, data, rules, measure, scenarios);
        }

        page.Close().Close().Close();
    }

    private static void Row(HtmlWriter page, ReportData data, GivingWay rules, string measure, string[] scenarios)
    {
        var levels = rules.Periods.Select(period => rules.Baseline(measure, period)).ToList();
        var numbers = ColumnNumbers.For(levels.OfType<Summary>().Select(row => row.Mean));
        var unit = UnitWords.OfColumn(levels.OfType<Summary>().First().Unit);
        page.Open("tr").Element("th", data.Names.Word(measure).Name + (unit.Length == 0 ? "" : $" ({unit})"), ("scope", "row"));
        levels.ForEach(row => page.Element("td", numbers.Plain(row?.Mean ?? double.NaN), ("class", "number")));
        foreach (var scenario in scenarios)
        {
            ComparisonSection.Cell(page, data, scenario, new ResultKey(data.Period, measure, PlaceName.System, ""), numbers);
        }

        page.Close();
    }
}
