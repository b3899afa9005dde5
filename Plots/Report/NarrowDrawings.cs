using FlowSim.Plots.Answers;

namespace FlowSim.Plots.Report;

/// <summary>
/// The drawings of a column of 80 mm, which a telephone shows in place of those for a page. A chart may take more of them, so all that stand for the same
/// drawings of a page are one figure, with one table. They stand packed at the end: where there are none a telephone shows the drawing for a page.
/// </summary>
internal sealed class NarrowDrawings
{
    private readonly HtmlWriter figures = new();
    private readonly ChartNumbers numbers = new();

    /// <summary>Adds a figure.</summary>
    /// <param name="data">The results.</param>
    /// <param name="parts">Its drawings, of one chart and scenario.</param>
    /// <param name="wide">Before the ids of the drawings for a page that it stands for.</param>
    /// <param name="drawings">Gathers how the drawings of the page look.</param>
    public void Add(ReportData data, IReadOnlyList<ChartFigure> parts, IReadOnlyList<string> wide, PageDrawings drawings)
    {
        var names = parts.Select((_, part) => FormattableString.Invariant($"{wide[0]}-narrow-{part + 1}")).ToList();
        figures.Open("figure", ("class", "chart on-narrow"), ("data-scenario", parts[0].Scenario is { } scenario ? data.KeyOf(scenario) : null),
            ("data-for", string.Join(' ', wide)), ("data-numbers", string.Join(' ', names))).EndLine();
        foreach (var (part, name) in parts.Zip(names))
        {
            numbers.Add(name, part.Drawing);
            ChartSection.Drawing(figures, part.Drawing, name, drawings);
        }

        figures.Close();
    }

    /// <summary>Writes them; nothing where there are none.</summary>
    public void Write(HtmlWriter page)
    {
        PackedText.Write(page, "narrow", figures.ToString());
        numbers.Write(page, "narrow-numbers");
    }
}
