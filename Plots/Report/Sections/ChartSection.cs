using FlowSim.Plots.Charts;
using FlowSim.Plots.Report.Answers;
using FlowSim.Plots.Report.Html;
using FlowSim.Plots.Svg;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Report.Sections;

/// <summary>Every chart that the results can fill: those of all scenarios, and for each scenario its own.</summary>
internal static class ChartSection
{
    private const int MostAlone = 7;

    /// <summary>Draws all charts once.</summary>
    public static IReadOnlyList<DrawnChart> Draw(ReportData data)
    {
        var charts = ChartList.Of(data.Results);
        var request = new ChartRequest { Results = data.Results, HasTable = true, Alone = Alone(data) };
        return [.. charts.Zip(SideBySide.Draw(charts, request), (chart, drawn) => DrawnChart.Of(chart, drawn.All))];
    }

    /// <summary>Scenarios that have drawings of their own: of many those that go furthest, so that the page can still be sent by mail. Null: all.</summary>
    private static IReadOnlyList<string>? Alone(ReportData data) => data.Answer is { } answer && answer.Scenarios.Count > MostAlone
        ? [ExperimentPlan.BaselineId, .. answer.Scenarios.Take(MostAlone)]
        : null;

    /// <summary>All but those that stand in a section of their own.</summary>
    public static PageSection Of(ReportData data, IReadOnlyList<DrawnChart> charts, PageDrawings drawings)
    {
        List<DrawnChart> shown = [.. charts.Where(chart => chart.Figures.Count > 0 && !OptimumSection.Has(chart) && !AnswerSection.Has(chart))];
        return new("charts", "Charts", "page", shown.Count > 0 ? page => Write(page, data, shown, drawings) : null);
    }

    private static void Write(HtmlWriter page, ReportData data, IReadOnlyList<DrawnChart> charts, PageDrawings drawings)
    {
        var own = charts.SelectMany(chart => chart.Figures).Select(figure => figure.Scenario).Distinct().ToHashSet();
        IReadOnlyList<string> ranked = data.Answer?.Scenarios ?? data.Compared;
        List<string> scenarios = [.. ranked.Where(own.Contains), .. data.Results.Run.Scenarios.Where(id => own.Contains(id) && !ranked.Contains(id))];
        if (scenarios.Count > 1)
        {
            page.Open("div", ("class", "switches"), ("hidden", "")).EndLine();
            PageSwitch.Write(page, "chart-scenario", "Charts of",
                [.. scenarios.Select(scenario => (data.KeyOf(scenario), data.TitleOf(scenario))), ("", "All scenarios")],
                data.KeyOf(scenarios[0]));
            page.Close();

            // On paper nothing can be chosen: what was chosen is said.
            page.Open("p", ("class", "note on-paper"), ("id", "charts-shown"), ("hidden", "")).Text("Charts of one scenario are here those of: ")
                .Element("span", "", ("id", "chart-scenario-name")).Text(". Those of the others are in the page itself (report.html).").Close();
        }

        if (Alone(data) is not null)
        {
            page.Element("p", FormattableString.Invariant($"Charts of one scenario are here those of the baseline and of the {MostAlone} that go furthest; flowsim plot draws the others."), ("class", "note"));
        }

        var number = 0;
        foreach (var chart in charts)
        {
            page.Open("div", ("class", "chart-kind")).Element("h3", chart.Chart.Title);
            foreach (var figure in chart.Figures)
            {
                Figure(page, data, figure, FormattableString.Invariant($"f{++number}"), drawings);
            }

            page.Close();
        }
    }

    /// <summary>A drawing, which the script lets be saved.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="data">The results.</param>
    /// <param name="figure">The drawing.</param>
    /// <param name="unique">Before its ids: no other on the page has it.</param>
    /// <param name="drawings">Gathers how the drawings of the page look, and their numbers.</param>
    /// <param name="also">A further class; empty: none.</param>
    public static void Figure(HtmlWriter page, ReportData data, ChartFigure figure, string unique, PageDrawings drawings, string also = "")
    {
        page.Open("figure", ("class", $"chart {also}".TrimEnd()), ("data-scenario", figure.Scenario is { } scenario ? data.KeyOf(scenario) : null),
            ("data-file", figure.Drawing.Name), ("data-numbers", unique)).EndLine();
        drawings.Numbers.Add(unique, figure.Drawing);
        page.Open("div", ("class", "drawing"), ("tabindex", "0"), ("role", "group"), ("aria-label", figure.Drawing.Title)).EndLine();
        page.Raw(InlineSvg.Of(figure.Drawing, unique, drawings.Looks)).Close();
        page.Close();
    }
}
