using FlowSim.Plots.Answers;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Report;

/// <summary>Which of the inputs that are not known make a difference wide: those it follows over the draws.</summary>
internal static class InputEffectSection
{
    private const int MostMeasures = 3;
    private const int MostInputs = 3;

    private static readonly string[] Heads = ["Scenario", "Measure", "Difference", "By chance", "With what is not known", "Follows most closely"];

    public static PageSection Of(ReportData data) =>
        new("wide", "What makes the differences wide", "page", DrawWords.CountOf(data.Results) > 0 && data.IsComparison ? page => Write(page, data) : null);

    private static void Write(HtmlWriter page, ReportData data)
    {
        page.Element("p",
            $"{DrawWords.Sentence(data.Results)} An input makes a difference wide if the difference follows it over these draws: the number behind it is their rank correlation (Spearman’s) with its 95 % interval, from −1 (the difference falls whenever the input rises) over 0 (it does not follow it) to 1. Where no interval leaves out 0, so few draws cannot tell. Of twenty inputs that do nothing, one looks by chance as if it did. Whole system, {data.InWords(data.Period)}.");
        var findings = data.Compared.ToDictionary(scenario => scenario, scenario => Findings(data, scenario));
        ReportTable.Write(page, "wide-table", "The inputs that the main differences follow", Heads,
            [.. data.Compared.SelectMany(scenario => findings[scenario].Take(MostMeasures).Select(finding => Cells(data, scenario, finding)))]);
        page.Open("details").Element("summary", "All headline measures").EndLine();
        ReportTable.Write(page, "wide-all", "The inputs that the differences follow", Heads,
            [.. data.Compared.SelectMany(scenario => findings[scenario].Select(finding => Cells(data, scenario, finding)))]);
        page.Close();
    }

    /// <summary>What surely changes most comes first, as in the answer.</summary>
    private static List<Finding> Findings(ReportData data, string scenario) =>
    [
        .. data.Measures.SelectMany(measure => data.RowsOf(data.Period, measure)).Where(row => row.Key.Place == PlaceName.System)
            .Select(row => data.FindingOf(scenario, row.Key)).OfType<Finding>()
            .Where(finding => finding.Difference.HasAll && finding.Difference.Lower95All < finding.Difference.Upper95All)
            .OrderByDescending(finding => finding.Relevance),
    ];

    private static IReadOnlyList<string> Cells(ReportData data, string scenario, Finding finding)
    {
        var difference = finding.Difference;
        var numbers = ColumnNumbers.For([finding.Baseline]).Until(difference.Lower95, difference.Upper95);
        var unit = UnitName.Difference(difference.Unit);
        return
        [
            data.TitleOf(scenario), finding.Subject(begins: true) + (unit.Length == 0 ? "" : $" ({unit})"), numbers.Signed(difference.Mean),
            numbers.Interval(difference.Lower95, difference.Upper95, signed: true),
            DrawWords.Range(numbers, difference.Lower95All, difference.Upper95All, signed: true),
            DrawWords.Effects(InputEffect.Of(data.Results, scenario, finding.Key), MostInputs),
        ];
    }
}
