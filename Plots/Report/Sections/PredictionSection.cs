using FlowSim.Plots.Report.Html;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Report.Sections;

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
