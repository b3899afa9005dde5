using FlowSim.Plots.Answers;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report;

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

/// <summary>How far the levels may be off: what the model gave for a year to which nothing was fitted.</summary>
internal static class PredictionSection
{
    public static PageSection Of(ReportData data) => new("prediction", "How far off may a level be?", null, page => Write(page, data));

    private static void Write(HtmlWriter page, ReportData data)
    {
        var figures = data.Results.Predicted;
        if (figures.Count == 0)
        {
            page.Element("p",
                "The model's own error has not been measured: no year to which nothing was fitted has been predicted with this system. The intervals of this page hold chance, and what is not known of the inputs where they say so; how far a level is from that of the real system they do not hold.");
            return;
        }

        var names = new CalibrationWords(data.Names);
        var words = new LevelErrorWords(figures, names);
        var measures = words.Measures;
        page.Element("p",
            "Another year than the one that was fitted was run, from what was recorded of it by file, and set beside what came out in truth. Beside it stands what saying “as in the other year” would have been off by. An error of a winter is taken for that of the year.");
        page.Element("p", words.Cover(), ("class", "note"));
        ReportTable.Write(page, "prediction-table", "What was predicted, by measure: root mean square of the errors",
            ["Measure", "Places", "Time", "Model off by", "As in the other year", "Nearer", "Own error of a level"],
            [.. measures.Select(measure => (IReadOnlyList<string>)
                [
                    measure.Name, measure.Places, measure.Periods, measure.Model,
                    measure.Persistence.Length == 0 ? "" : $"{measure.Persistence} ({measure.PersistencePeriod})",
                    measure.Nearer, measure.Half.Length == 0 ? "" : "± " + measure.Half,
                ])]);
        page.Element("p",
            "Where the other year is nearer, the model's level is a worse guess than “as it was”: take its differences between scenarios, which all start from the same level, and not the level. Differences have an error of their own that no record shows, because no scenario has been tried in truth; the range with what is not known is the best there is of it.",
            ("class", "note"));
        Figures(page, figures, names);
    }

    private static void Figures(HtmlWriter page, IReadOnlyList<PredictedFigure> figures, CalibrationWords words)
    {
        page.Open("details").Element("summary", FormattableString.Invariant($"All {figures.Count} figures")).EndLine();
        ReportTable.Write(page, "predicted", "Predicted and recorded, figure by figure",
            ["Measure", "Place", "Period", "Recorded", "Model", "95 % interval (chance)", "Off by", "Other year"],
            [.. figures.Select(figure =>
            {
                var numbers = ColumnNumbers.For([figure.Observed, figure.Modelled]);
                return (IReadOnlyList<string>)
                [
                    words.Measure(figure.Measure) + (figure.Unit.Length > 0 ? $" ({figure.Unit})" : ""), words.Where(figure.Place, figure.Group),
                    CalibrationWords.Period(figure.Period), numbers.Plain(figure.Observed), numbers.Plain(figure.Modelled),
                    double.IsNaN(figure.Lower95) ? "" : $"{numbers.Plain(figure.Lower95)} to {numbers.Plain(figure.Upper95)}",
                    numbers.Signed(figure.Error), double.IsNaN(figure.Persistence) ? "" : numbers.Plain(figure.Persistence),
                ];
            })]);
        page.Close();
    }
}
