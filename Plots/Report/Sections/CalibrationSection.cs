using FlowSim.Plots.Report.Html;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Sections;

/// <summary>How the baseline compares with what was observed.</summary>
internal static class CalibrationSection
{
    public static PageSection Of(ReportData data) => new("calibration", "Does the baseline look like the real system?", null, page => Write(page, data));

    private static void Write(HtmlWriter page, ReportData data)
    {
        var rows = data.Results.Calibration;
        if (rows.Count == 0)
        {
            page.Element("p",
                "There is no calibration with these results: the baseline has not been set beside observed figures here, so how far its levels are from those of the real system is not known from this page, and the differences between scenarios start from these levels.");
            return;
        }

        var words = new CalibrationWords(data.Names);
        page.Element("p", words.Summary(rows));
        page.Element("p", Marks(rows), ("class", "note"));
        var shown = rows.Where(row => !CalibrationWords.IsSummedUp(row, rows)).ToList();
        ReportTable.Write(page, "calibration-table", "Observed, and given by the baseline",
            ["Measure", "Place", "Period", "Observed", "Allowed", "Status", "Modelled", "95 % interval", "Verdict", "Source"],
            [.. shown.GroupBy(row => row.Measure).SelectMany(measure => Rows(measure.Key, [.. measure], words))]);
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(string measure, List<CalibrationRow> rows, CalibrationWords words)
    {
        var numbers = ColumnNumbers.For(rows.SelectMany(row => new[] { row.Observed, row.Modelled }));
        var unit = rows[0].Unit.Length > 0 ? $" ({rows[0].Unit})" : "";
        return rows.Select(row => (IReadOnlyList<string>)
            [
                words.Measure(measure) + unit, words.Where(row), CalibrationWords.Period(row.Period),
                double.IsNaN(row.Observed) ? "" : numbers.Plain(row.Observed) + Span(numbers, row.ObservedLower95, row.ObservedUpper95),
                Allowed(row), Status(row.Status), double.IsNaN(row.Modelled) ? "" : numbers.Plain(row.Modelled),
                double.IsNaN(row.Lower95) ? "" : $"{numbers.Plain(row.Lower95)} to {numbers.Plain(row.Upper95)}", row.Verdict, row.Source,
            ]);
    }

    private static string Marks(IReadOnlyList<CalibrationRow> rows)
    {
        const string How =
            "Within: all of the model's interval lies within what is allowed. Outside: none of it does. Cannot be told: it reaches over an edge. A figure for which nothing is allowed is shown and not judged.";
        var later = rows.Any(row => row.Status == ObservedStatus.LaterYear) ? " Figures of a later year stand in where none of this year was found." : "";
        var recalled = rows.Any(row => row.Status == ObservedStatus.Assumed) ? " Nothing is judged by what is only recalled." : "";
        var months = rows.Any(row => CalibrationWords.IsSummedUp(row, rows)) ? " Single months are in calibration.csv." : "";
        return How + later + recalled + months;
    }

    private static string Allowed(CalibrationRow row) =>
        double.IsNaN(row.Tolerance) ? ""
        : RecordPattern.Find(row.Measure) is { } found ? $"at least {NumberText.Exact(found.Pattern.Least)}"
        : $"± {NumberText.Exact(row.Tolerance)}";

    private static string Span(ColumnNumbers numbers, double lower, double upper) =>
        double.IsNaN(lower) || double.IsNaN(upper) ? "" : $" ({numbers.Plain(lower)} to {numbers.Plain(upper)})";

    private static string Status(string status) => status switch
    {
        ObservedStatus.LaterYear => "of a later year",
        ObservedStatus.Assumed => "recalled",
        _ => status,
    };
}
