using System.Globalization;
using System.Text;

namespace FlowSim.Plots.Svg;

/// <summary>
/// An SVG drawing sized for print. Positions and lengths are points of 1/72 inch, so that a font size is what a printer calls it.
/// It remembers where texts and marks stand, so that tests can see that none is cut off or written over.
/// </summary>
public sealed class Drawing
{
    public const double PointsPerMillimetre = 72 / 25.4;

    internal const string Fonts = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    private readonly StringBuilder body = new();
    private readonly StringBuilder definitions = new();
    private readonly List<TextBox> texts = [];
    private readonly List<Mark> marks = [];
    private readonly List<RuleLine> rules = [];
    private readonly List<Shade> hatched = [];
    private int clips;

    /// <param name="name">Stem of the file name; also makes ids unique where several drawings share a page.</param>
    /// <param name="widthMillimetres">Printed width [mm].</param>
    internal Drawing(string name, double widthMillimetres)
    {
        Name = name;
        Width = widthMillimetres * PointsPerMillimetre;
    }

    /// <summary>Stem of the file name, such as <c>occupancy-fan-baseline-cuhft</c>.</summary>
    public string Name { get; }

    /// <summary>What the drawing is, for the <c>title</c> element.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>What the drawing shows, in words, for those who cannot see it.</summary>
    public string Description { get; internal set; } = "";

    /// <summary>Scenarios it shows, the baseline among them where it does; empty where that does not matter.</summary>
    public IReadOnlyList<string> Scenarios { get; internal set; } = [];

    /// <summary>Width [pt].</summary>
    public double Width { get; }

    /// <summary>Height [pt]; set when all is drawn.</summary>
    public double Height { get; internal set; }

    public double WidthMillimetres => Width / PointsPerMillimetre;

    public double HeightMillimetres => Height / PointsPerMillimetre;

    /// <summary>Where texts stand.</summary>
    public IReadOnlyList<TextBox> Texts => texts;

    /// <summary>Where bars, points, intervals and lines stand.</summary>
    public IReadOnlyList<Mark> Marks => marks;

    /// <summary>Where grids, axes, leaders and references run.</summary>
    public IReadOnlyList<RuleLine> Rules => rules;

    /// <summary>The drawing as an SVG document.</summary>
    public override string ToString()
    {
        var id = XmlText.Id(Name);
        var size = string.Create(CultureInfo.InvariantCulture,
            $"width=\"{WidthMillimetres:0.##}mm\" height=\"{HeightMillimetres:0.##}mm\" viewBox=\"0 0 {N(Width)} {N(Height)}\"");
        var patterns = string.Concat(hatched.Select((shade, index) => Hatches.Pattern(PatternId(index), shade)));
        var defs = patterns.Length + definitions.Length > 0 ? $"<defs>\n{patterns}{definitions}</defs>\n" : "";
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" {size} role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" font-family=\"{Fonts}\">\n"
            + $"<title id=\"{id}-title\">{XmlText.Escape(Title)}</title>\n<desc id=\"{id}-desc\">{XmlText.Escape(Description)}</desc>\n{defs}"
            + $"<rect width=\"{N(Width)}\" height=\"{N(Height)}\" fill=\"{Palette.White}\"/>\n{body}</svg>\n";
    }

    /// <summary>One line of text with its baseline at <paramref name="y"/>.</summary>
    /// <param name="style">Size, colour, weight, and the colour it stands on.</param>
    /// <param name="whole">What the text says in full, where it is cut.</param>
    internal void Text(double x, double y, string text, TextStyle style, Anchor anchor = Anchor.Start, string whole = "")
    {
        if (text.Length == 0)
        {
            return;
        }

        var width = TextMeasure.Width(text, style.Size, style.Bold);
        var left = x - (anchor == Anchor.Start ? 0 : anchor == Anchor.Middle ? width / 2 : width);
        texts.Add(new TextBox(text, left, y - (style.Size * TextMeasure.Ascent), left + width, y + (style.Size * TextMeasure.Descent), style));
        var halo = style.Halo ? $" paint-order=\"stroke\" stroke=\"{style.On}\" stroke-width=\"2\" stroke-linejoin=\"round\"" : "";
        var weight = style.Bold ? " font-weight=\"bold\"" : "";
        var side = anchor == Anchor.Start ? "" : anchor == Anchor.Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
        var hover = whole.Length > 0 && whole != text ? $"<title>{XmlText.Escape(whole)}</title>" : "";
        Line($"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(style.Size)}\" fill=\"{style.Colour}\"{side}{weight}{halo}>{hover}{XmlText.Escape(text)}</text>");
    }

    /// <summary>A straight line that carries no data: grid, axis, leader.</summary>
    internal void Rule(double x1, double y1, double x2, double y2, string colour, double width, string dashes = "")
    {
        rules.Add(new RuleLine(x1, y1, x2, y2));
        Line($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke=\"{colour}\" stroke-width=\"{N(width)}\"{Dash(dashes)}/>");
    }

    /// <summary>A rectangle; <paramref name="kind"/> is null where it carries no data.</summary>
    internal void Rectangle(double x, double y, double width, double height, Shade shade, MarkKind? kind = null, string outline = "", double outlineWidth = 0.5)
    {
        Remember(kind, x, y, x + width, y + height);
        var stroke = outline.Length == 0 ? "" : $" stroke=\"{outline}\" stroke-width=\"{N(outlineWidth)}\"";
        Line($"<rect{Class(kind)} x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{Paint(shade)}\"{stroke}/>");
    }

    /// <summary>A point; its rim keeps it apart from lines under it.</summary>
    internal void Point(double x, double y, double radius, PointShape shape, string fill, string outline = Palette.White)
    {
        Remember(MarkKind.Point, x - radius, y - radius, x + radius, y + radius);
        var paint = $"fill=\"{fill}\" stroke=\"{outline}\" stroke-width=\"{(outline == Palette.White ? "0.5" : "0.9")}\"";
        Line(shape == PointShape.Circle
            ? $"<circle class=\"point\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" {paint}/>"
            : $"<path class=\"point\" d=\"M{N(x)} {N(y - (1.25 * radius))}L{N(x + (1.25 * radius))} {N(y)}L{N(x)} {N(y + (1.25 * radius))}L{N(x - (1.25 * radius))} {N(y)}Z\" {paint}/>");
    }

    /// <summary>An interval from one position to another, with end caps across it; an arrow in place of a cap where it reaches further than is drawn.</summary>
    internal void Interval(double x1, double y1, double x2, double y2, string colour, double width = 1.4, double cap = 2, bool goesOnBefore = false,
        bool goesOnAfter = false)
    {
        Remember(MarkKind.Interval, Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
        var (dx, dy) = y1 == y2 ? (0.0, cap) : (cap, 0.0);
        var before = goesOnBefore
            ? $"M{N(x1 + cap + 1)} {N(y1 - cap)}L{N(x1)} {N(y1)}L{N(x1 + cap + 1)} {N(y1 + cap)}"
            : $"M{N(x1 - dx)} {N(y1 - dy)}L{N(x1 + dx)} {N(y1 + dy)}";
        var after = goesOnAfter
            ? $"M{N(x2 - cap - 1)} {N(y2 - cap)}L{N(x2)} {N(y2)}L{N(x2 - cap - 1)} {N(y2 + cap)}"
            : $"M{N(x2 - dx)} {N(y2 - dy)}L{N(x2 + dx)} {N(y2 + dy)}";
        Line($"<path class=\"interval\" d=\"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}{before}{after}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{N(width)}\"/>");
    }

    /// <summary>An interval over a bar: a white rim keeps it apart from what is under it.</summary>
    internal void IntervalOverBar(double from, double to, double y, bool goesOnBefore = false, bool goesOnAfter = false)
    {
        Rule(from - 0.8, y, to + 0.8, y, Palette.White, 2.8);
        Interval(from, y, to, y, Palette.Black, 1.1, 2, goesOnBefore, goesOnAfter);
    }

    /// <summary>A line through points; it is broken where a value is NaN.</summary>
    internal void Curve(IEnumerable<(double X, double Y)> points, string colour, double width, string dashes = "")
    {
        if (PathText.Curve(points) is { Length: > 0 } path)
        {
            Line($"<path class=\"line\" d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{N(width)}\" stroke-linejoin=\"round\"{Dash(dashes)}/>");
        }
    }

    /// <summary>The area between two curves; it is broken where a value is NaN. It is the interval of the curve it surrounds.</summary>
    internal void Band(IReadOnlyList<(double X, double Low, double High)> points, string fill)
    {
        if (PathText.Band(points) is { Length: > 0 } path)
        {
            Line($"<path class=\"interval\" d=\"{path}\" fill=\"{fill}\" stroke=\"none\"/>");
        }
    }

    /// <summary>Any path, such as a ribbon; <paramref name="path"/> is SVG path data.</summary>
    internal void Path(string path, string fill, string outline = "", double outlineWidth = 0.5, double opacity = 1, string whole = "")
    {
        var stroke = outline.Length == 0 ? "" : $" stroke=\"{outline}\" stroke-width=\"{N(outlineWidth)}\"";
        var faint = opacity < 1 ? $" fill-opacity=\"{N(opacity)}\"" : "";
        var open = $"<path d=\"{path}\" fill=\"{(fill.Length == 0 ? "none" : fill)}\"{stroke}{faint}";
        Line(whole.Length == 0 ? open + "/>" : $"{open}><title>{XmlText.Escape(whole)}</title></path>");
    }

    /// <summary>What is drawn inside is one group, cut off at a rectangle.</summary>
    internal void Clipped(double left, double top, double right, double bottom, Action draw)
    {
        var id = $"{XmlText.Id(Name)}-clip-{++clips}";
        definitions.Append(
            $"<clipPath id=\"{id}\"><rect x=\"{N(left)}\" y=\"{N(top)}\" width=\"{N(right - left)}\" height=\"{N(bottom - top)}\"/></clipPath>\n");
        Line($"<g clip-path=\"url(#{id})\">");
        draw();
        Line("</g>");
    }

    /// <summary>A number as SVG wants it.</summary>
    internal static string N(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    private static string Dash(string dashes) => dashes.Length == 0 ? "" : $" stroke-dasharray=\"{dashes}\"";

    private static string Class(MarkKind? kind) => kind is { } mark ? $" class=\"{mark.ToString().ToLowerInvariant()}\"" : "";

    private void Remember(MarkKind? kind, double left, double top, double right, double bottom)
    {
        if (kind is { } mark)
        {
            marks.Add(new Mark(mark, left, top, right, bottom));
        }
    }

    private string Paint(Shade shade)
    {
        if (shade.Hatch == Hatch.None)
        {
            return shade.Colour;
        }

        var index = hatched.IndexOf(shade);
        if (index < 0)
        {
            index = hatched.Count;
            hatched.Add(shade);
        }

        return $"url(#{PatternId(index)})";
    }

    private string PatternId(int index) => string.Create(CultureInfo.InvariantCulture, $"{XmlText.Id(Name)}-hatch-{index + 1}");

    private void Line(string element) => body.Append(element).Append('\n');
}
