using FlowSim.Plots.Answers;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Report;

/// <summary>Every chart that the results can fill: those of all scenarios, and for each scenario its own.</summary>
internal static class ChartSection
{
    private const int MostAlone = 7;

    /// <summary>
    /// Draws all charts once for a page. Of charts of one scenario only those that the page opens with are drawn for a column too: so it can be sent by mail.
    /// </summary>
    public static IReadOnlyList<DrawnChart> Draw(ReportData data)
    {
        var charts = ChartList.Of(data.Results);
        var request = new ChartRequest { Results = data.Results, HasTable = true, Alone = Alone(data) };
        var narrow = request with
        {
            WidthMillimetres = ChartRequest.LeastWidth,
            Alone = data.Answer is { Scenarios: [var first, ..] } ? [first] : request.Alone,
        };
        return
        [
            .. charts.Zip(SideBySide.Draw(charts, request), SideBySide.Draw(charts, narrow))
                .Select(one => DrawnChart.Of(one.First, one.Second.All) with { Narrow = DrawnChart.Of(one.First, one.Third.All).Figures }),
        ];
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
            Figures(page, data, chart, [.. chart.Figures.Select(_ => FormattableString.Invariant($"f{++number}"))], drawings);
            page.Close();
        }
    }

    /// <summary>The drawings of a chart, with those of a column for those of a page; what does not fit a column has none.</summary>
    /// <param name="page">Where they go.</param>
    /// <param name="data">The results.</param>
    /// <param name="chart">What was drawn.</param>
    /// <param name="names">Before the ids of each drawing.</param>
    /// <param name="drawings">Gathers how the drawings of the page look, and their numbers.</param>
    public static void Figures(HtmlWriter page, ReportData data, DrawnChart chart, IReadOnlyList<string> names, PageDrawings drawings)
    {
        foreach (var (figure, name) in chart.Figures.Zip(names))
        {
            Figure(page, data, figure, name, drawings);
        }

        var narrow = chart.Narrow.Where(figure => figure.Drawing.WidthMillimetres < Sheet.NarrowBelow).ToLookup(figure => figure.Part);
        foreach (var part in chart.Figures.Zip(names).GroupBy(one => one.First.Part).Where(part => narrow.Contains(part.Key)))
        {
            drawings.Narrow.Add(data, [.. narrow[part.Key]], [.. part.Select(one => one.Second)], drawings);
        }
    }

    /// <summary>A drawing, which the script lets be saved.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="data">The results.</param>
    /// <param name="figure">The drawing.</param>
    /// <param name="unique">Before its ids: no other on the page has it.</param>
    /// <param name="drawings">Gathers how the drawings of the page look, and their numbers.</param>
    /// <param name="also">A further class; empty: none.</param>
    /// <param name="wide">The drawing for a page that this one stands for on a telephone, and which is saved from there; null: itself.</param>
    public static void Figure(HtmlWriter page, ReportData data, ChartFigure figure, string unique, PageDrawings drawings, string also = "",
        string? wide = null)
    {
        page.Open("figure", ("class", $"chart {also}".TrimEnd()), ("data-scenario", figure.Scenario is { } scenario ? data.KeyOf(scenario) : null),
            ("data-file", figure.Drawing.Name), ("data-for", wide), ("data-numbers", unique)).EndLine();
        drawings.Numbers.Add(unique, figure.Drawing);
        Drawing(page, figure.Drawing, unique, drawings);
        page.Close();
    }

    /// <summary>The drawing alone, in a box that scrolls where it is enlarged.</summary>
    public static void Drawing(HtmlWriter page, Drawing drawing, string unique, PageDrawings drawings)
    {
        var look = InlineSvg.HasTextOnColour(drawing) ? "drawing as-drawn" : "drawing";
        page.Open("div", ("class", look), ("tabindex", "0"), ("role", "group"), ("aria-labelledby", unique + "-title")).EndLine();
        page.Raw(InlineSvg.Of(drawing, unique, drawings.Looks)).Close();
    }
}

/// <summary>A drawing on the page.</summary>
/// <param name="Drawing">The drawing.</param>
/// <param name="Scenario">The scenario it is about, or null where it is about several.</param>
internal sealed record ChartFigure(Drawing Drawing, string? Scenario)
{
    /// <summary>What it has in common with its further pages.</summary>
    public (string Name, string? Scenario) Part => (FileStem.OfFirstPage(Drawing.Name), Scenario);
}

/// <summary>A kind of chart with its drawings.</summary>
internal sealed record DrawnChart(Chart Chart, IReadOnlyList<ChartFigure> Figures)
{
    /// <summary>The same for a column.</summary>
    public IReadOnlyList<ChartFigure> Narrow { get; init; } = [];

    public static DrawnChart Of(Chart chart, IReadOnlyList<Drawing> drawings)
    {
        var subjects = drawings.Select(SubjectOf).ToList();

        // Where no other scenario has a drawing of its own, that of the baseline is there whichever scenario is chosen.
        var isForAll = subjects.TrueForAll(subject => subject is null or ExperimentPlan.BaselineId);
        return new(chart, [.. drawings.Zip(subjects, (drawing, subject) => new ChartFigure(drawing, isForAll ? null : subject))]);
    }

    /// <summary>The one scenario of a drawing, whether or not the baseline stands beside it.</summary>
    private static string? SubjectOf(Drawing drawing)
    {
        var subjects = drawing.Scenarios.Where(scenario => scenario != ExperimentPlan.BaselineId).Distinct().ToList();
        return subjects.Count == 1 ? subjects[0] : subjects.Count == 0 && drawing.Scenarios.Count > 0 ? ExperimentPlan.BaselineId : null;
    }
}
