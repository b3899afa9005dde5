using System.Globalization;

namespace FlowSim.Plots.Drawings;

/// <summary>
/// A drawing sized for print, as a list of elements that a canvas takes: SVG, or the one of PNG and PDF. Positions and lengths are points of 1/72 inch, so
/// that a font size is what a printer calls it. It remembers where texts and marks stand, so that tests can see that none is cut off or written over.
/// </summary>
public sealed class Drawing
{
    public const double PointsPerMillimetre = 72 / 25.4;

    private const string IntervalClass = "interval";

    private readonly List<IElement> elements = [];
    private readonly List<TextBox> texts = [];
    private readonly List<Mark> marks = [];
    private readonly List<RuleLine> rules = [];
    private readonly List<DrawnNumber> numbers = [];

    /// <param name="name">Stem of the file name; also makes ids unique where several drawings share a page.</param>
    /// <param name="widthMillimetres">Printed width [mm].</param>
    internal Drawing(string name, double widthMillimetres)
    {
        Name = name;
        Width = widthMillimetres * PointsPerMillimetre;
    }

    /// <summary>Stem of the file name, such as <c>occupancy-fan-baseline-cuhft</c>.</summary>
    public string Name { get; }

    /// <summary>What the drawing is, for the title of the file.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>What the drawing shows, in words, for those who cannot see it.</summary>
    public string Description { get; internal set; } = "";

    /// <summary>Scenarios it shows, the baseline among them where it does; empty where that does not matter.</summary>
    public IReadOnlyList<string> Scenarios { get; internal set; } = [];

    /// <summary>Colours that stand in place of the program's own; null: none do.</summary>
    internal HouseColours? Colours { get; init; }

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

    /// <summary>What it shows, number by number, in the order of drawing: the table beside it and what is told of a mark are made of these.</summary>
    public IReadOnlyList<DrawnNumber> Numbers => numbers;

    /// <summary>The drawing as an SVG document.</summary>
    public override string ToString() => SvgDocument.Of(this);

    /// <summary>Gives a canvas what is drawn, from the back to the front.</summary>
    internal void DrawOn(ICanvas canvas)
    {
        var painted = Colours is null ? canvas : new HouseCanvas(canvas, Colours);
        elements.ForEach(element => element.DrawOn(painted));
    }

    /// <summary>Says what is drawn at a place.</summary>
    internal void Number(double x, double y, DrawnNumber number) => numbers.Add(number with { X = x, Y = y });

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
        elements.Add(new TextElement(x, y, text, style, anchor, whole == text ? "" : whole));
    }

    /// <summary>A straight line that carries no data: grid, axis, leader.</summary>
    internal void Rule(double x1, double y1, double x2, double y2, string colour, double width, string dashes = "")
    {
        rules.Add(new RuleLine(x1, y1, x2, y2));
        elements.Add(new LineElement(x1, y1, x2, y2, new Stroke(colour, width, dashes)));
    }

    /// <summary>A rectangle; <paramref name="kind"/> is null where it carries no data.</summary>
    internal void Rectangle(double x, double y, double width, double height, Shade shade, MarkKind? kind = null, string outline = "", double outlineWidth = 0.5)
    {
        if (kind is { } mark)
        {
            marks.Add(new Mark(mark, x, y, x + width, y + height));
        }

        elements.Add(new RectangleElement(x, y, width, height, shade, Outline(outline, outlineWidth), kind?.ToString().ToLowerInvariant() ?? ""));
    }

    /// <summary>A point; its rim keeps it apart from lines under it.</summary>
    internal void Point(double x, double y, double radius, PointShape shape, string fill, string outline = Palette.White)
    {
        const string what = "point";
        marks.Add(new Mark(MarkKind.Point, x - radius, y - radius, x + radius, y + radius));
        var (rim, reach) = (new Stroke(outline, outline == Palette.White ? 0.5 : 0.9), 1.25 * radius);
        elements.Add(shape == PointShape.Circle
            ? new CircleElement(x, y, radius, fill, rim, what)
            : new PathElement($"M{N(x)} {N(y - reach)}L{N(x + reach)} {N(y)}L{N(x)} {N(y + reach)}L{N(x - reach)} {N(y)}Z", fill, rim, what));
    }

    /// <summary>An interval from one position to another, with end caps across it; an arrow in place of a cap where it reaches further than is drawn.</summary>
    internal void Interval(double x1, double y1, double x2, double y2, string colour, double width = 1.4, double cap = 2, bool goesOnBefore = false,
        bool goesOnAfter = false)
    {
        marks.Add(new Mark(MarkKind.Interval, Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2)));
        var (dx, dy) = y1 == y2 ? (0.0, cap) : (cap, 0.0);
        var before = goesOnBefore
            ? $"M{N(x1 + cap + 1)} {N(y1 - cap)}L{N(x1)} {N(y1)}L{N(x1 + cap + 1)} {N(y1 + cap)}"
            : Cap(x1, y1);
        var after = goesOnAfter
            ? $"M{N(x2 - cap - 1)} {N(y2 - cap)}L{N(x2)} {N(y2)}L{N(x2 - cap - 1)} {N(y2 + cap)}"
            : Cap(x2, y2);
        elements.Add(new PathElement($"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}{before}{after}", "", new Stroke(colour, width), IntervalClass));

        string Cap(double x, double y) => cap == 0 ? "" : $"M{N(x - dx)} {N(y - dy)}L{N(x + dx)} {N(y + dy)}";
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
            elements.Add(new PathElement(path, "", new Stroke(colour, width, dashes, Round: true), "line"));
        }
    }

    /// <summary>The area between two curves; it is broken where a value is NaN. It is the interval of the curve it surrounds.</summary>
    internal void Band(IReadOnlyList<(double X, double Low, double High)> points, string fill)
    {
        if (PathText.Band(points) is { Length: > 0 } path)
        {
            elements.Add(new PathElement(path, fill, null, IntervalClass));
        }
    }

    /// <summary>Any path, such as a ribbon; <paramref name="path"/> is SVG path data.</summary>
    internal void Path(string path, string fill, string outline = "", double outlineWidth = 0.5, double opacity = 1, string whole = "") =>
        elements.Add(new PathElement(path, fill, Outline(outline, outlineWidth), Opacity: opacity, Whole: whole));

    /// <summary>A number as SVG wants it.</summary>
    internal static string N(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    private static Stroke? Outline(string colour, double width) => colour.Length == 0 ? null : new Stroke(colour, width);
}
