using FlowSim.Plots.Report.Answers;
using FlowSim.Plots.Report.Html;
using FlowSim.Plots.Words;

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

        ReportTable.Write(page, "calibration-table", "Observed, and given by the baseline",
            ["Measure", "Place", "Period", "Observed", "Status", "Modelled", "95 % interval", "Tolerance", "Verdict", "Source"],
            [.. rows.Select(row => (IReadOnlyList<string>)
                [
                    data.Names.Measure(row.Measure), data.Names.Place(row.Place), row.Period, Level(row.Observed), row.Status, Level(row.Modelled),
                    double.IsNaN(row.Lower95) ? "" : $"{Level(row.Lower95)} to {Level(row.Upper95)}", Level(row.Tolerance), row.Verdict, row.Source,
                ])]);
    }

    private static string Level(double value) => double.IsNaN(value) ? "" : NumberText.Plain(value, Math.Max(0, Rounding.LevelDecimals(value)));
}
