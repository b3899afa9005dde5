using FlowSim.Plots.Report.Answers;
using FlowSim.Plots.Report.Html;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Sections;

/// <summary>Of a scenario that includes others: the sum of what its parts change, beside what it changes as a whole.</summary>
internal static class SumOfPartsSection
{
    private const string Id = "parts";

    public static PageSection Of(ReportData data)
    {
        var sums = SumOfParts.Of(data.Results);
        return new(Id, "The sum of the parts", null, sums.Count == 0 ? null : page => Write(page, data, sums));
    }

    private static void Write(HtmlWriter page, ReportData data, IReadOnlyList<SumOfParts> sums)
    {
        page.Element("p",
            $"A scenario that is made of others, {data.During(data.Period)}: what its parts change one by one, added up, and what it changes as a whole. They differ where the parts act on the same patients, staff and beds. Whole system; the sum is one of means and has no interval.");
        foreach (var (sum, number) in sums.Select((sum, index) => (sum, index + 1)))
        {
            ReportTable.Write(page, FormattableString.Invariant($"{Id}-{number}"),
                FormattableString.Invariant($"{data.TitleOf(sum.Whole)}: {sum.Parts.Count} parts and the whole"), ["Measure", "Sum of the parts", "The whole [95 % interval]"],
                [.. data.Measures.SelectMany(measure => data.RowsOf(data.Period, measure)).Where(row => row.Key is { Place: "system", Group: "" })
                    .Select(row => Row(data, sum, row)).OfType<IReadOnlyList<string>>()]);
        }
    }

    private static IReadOnlyList<string>? Row(ReportData data, SumOfParts sum, Summary row)
    {
        if (sum.Difference(data.Results, row.Key) is not { } whole)
        {
            return null;
        }

        var numbers = ColumnNumbers.For([row.Mean]).Until(whole.Lower95, whole.Upper95);
        return
        [
            $"{data.Names.Measure(row.Key.Measure)}{(row.Unit.Length == 0 ? "" : $" ({UnitWords.OfColumn(row.Unit)})")}",
            numbers.Signed(sum.Sum(data.Results, row.Key)),
            $"{numbers.Signed(whole.Mean)} {numbers.Interval(whole.Lower95, whole.Upper95, signed: true)}".TrimEnd(),
        ];
    }
}
