using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using FlowSim.Plots.Answers;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Report;

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

/// <summary>A drawing on the page.</summary>
/// <param name="Drawing">The drawing.</param>
/// <param name="Scenario">The scenario it is about, or null where it is about several.</param>
internal sealed record ChartFigure(Drawing Drawing, string? Scenario);

/// <summary>A kind of chart with its drawings.</summary>
internal sealed record DrawnChart(Chart Chart, IReadOnlyList<ChartFigure> Figures)
{
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

/// <summary>
/// A drawing within a page: its texts are as visible as those of the page, its ids are unique on the page, for two drawings may have much the same name, and
/// it shares with the others how things look.
/// </summary>
internal static class InlineSvg
{
    public static string Of(Drawing drawing, string unique, SharedLooks looks) => VisibleText.Of(SvgDocument.OnPage(drawing, unique, looks));
}

/// <summary>What the drawings of a page have in common: how things look, and a place for their numbers.</summary>
internal sealed class PageDrawings
{
    public SharedLooks Looks { get; } = new();

    public ChartNumbers Numbers { get; } = new();
}

/// <summary>
/// The numbers of all drawings of a page, which its script shows as a table under each and tells where a reader points. They are tens of thousands, and stand
/// packed at the end: a line a number, cells that are as in the line above left empty, and an empty line after each drawing.
/// </summary>
internal sealed class ChartNumbers
{
    private const int Digits = 4;
    private const char Between = '|';

    private readonly StringBuilder lines = new();

    /// <summary>Adds those of a drawing.</summary>
    /// <param name="unique">Before the ids of the drawing on the page.</param>
    /// <param name="drawing">What is drawn.</param>
    public void Add(string unique, Drawing drawing)
    {
        lines.Append(CultureInfo.InvariantCulture, $"{unique}\n");
        DrawnNumber? above = null;
        foreach (var number in drawing.Numbers)
        {
            lines.Append(Line(number, above)).Append('\n');
            above = number;
        }

        lines.Append('\n');
    }

    /// <summary>Writes them all; nothing where there are none.</summary>
    public void Write(HtmlWriter page)
    {
        if (lines.Length > 0)
        {
            page.Open("p", ("id", "numbers"), ("hidden", "")).Raw(Packed(lines.ToString())).Close();
        }
    }

    /// <summary>Deflated, as text.</summary>
    private static string Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return Base64Url.EncodeToString(packed.ToArray());
    }

    /// <summary><c>panel|series|unit|x|y|lower|upper|left|top</c>.</summary>
    private static string Line(DrawnNumber number, DrawnNumber? above) => string.Join(Between,
        number.Panel == above?.Panel ? "" : Plain(number.Panel),
        number.Series == above?.Series ? "" : Plain(number.Series),
        number.Unit == above?.Unit ? "" : Plain(number.Unit),
        Plain(number.At), Text(number.Value), Text(number.Lower), Text(number.Upper), FormattableString.Invariant($"{number.X:0}"),
        FormattableString.Invariant($"{number.Y:0}"));

    private static string Plain(string text) => VisibleText.Of(text).Replace(Between, '/').Replace('\n', ' ');

    /// <summary>Four digits, none of a whole number left out.</summary>
    private static string Text(double value) => !double.IsFinite(value) ? "" : value == 0 ? "0"
        : Math.Round(value, Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15)).ToString("0.###############", CultureInfo.InvariantCulture);
}
