using System.Globalization;
using System.Security;
using System.Text;

namespace FlowSim.Plots.Drawings;

/// <summary>
/// Writes a drawing as an SVG document, or as a part of a page: there how things look is said once for all drawings (<see cref="SharedLooks"/>), and positions
/// to a tenth of a point, so that a page of many drawings stays small.
/// </summary>
internal sealed class SvgDocument : ICanvas
{
    private const string Cell = "cell";

    internal const string Fonts = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    private readonly StringBuilder body = new();
    private readonly List<Shade> hatched = [];
    private readonly string id;

    private readonly SharedLooks? looks;
    private readonly SameLooks? same;

    private SvgDocument(string id, SharedLooks? looks) => (this.id, this.looks, same) = (id, looks, looks is null ? null : new SameLooks(body, looks));

    public static string Of(Drawing drawing) => new SvgDocument(XmlText.Id(drawing.Name), null).Draw(drawing);

    /// <summary>The drawing as a part of a page.</summary>
    /// <param name="drawing">What is drawn.</param>
    /// <param name="unique">Before its ids: no other drawing of the page has it.</param>
    /// <param name="looks">Gathers how the drawings of the page look.</param>
    public static string OnPage(Drawing drawing, string unique, SharedLooks looks) => new SvgDocument(unique, looks).Draw(drawing);

    public void Text(TextElement text)
    {
        var style = text.Style;
        var halo = style.Halo ? $" paint-order=\"stroke\" stroke=\"{style.On}\" stroke-width=\"{N(TextStyle.HaloWidth)}\" stroke-linejoin=\"round\"" : "";
        var weight = style.Bold ? " font-weight=\"bold\"" : "";
        var side = text.Anchor switch
        {
            Anchor.Middle => " text-anchor=\"middle\"",
            Anchor.End => " text-anchor=\"end\"",
            _ => "",
        };
        var look = $" font-size=\"{N(style.Size)}\" fill=\"{style.Colour}\"{side}{weight}{halo}";
        var within = $">{Hover(text.Whole)}{XmlText.Escape(text.Text)}</text>\n";
        if (same is not null)
        {
            same.Text($"<text x=\"{At(text.X)}\" y=\"{At(text.Y)}\"{within}", look);
            return;
        }

        body.Append($"<text x=\"{N(text.X)}\" y=\"{N(text.Y)}\"{look}{within}");
    }

    public void Line(LineElement line)
    {
        if (same is not null)
        {
            same.Path(PathText.Shortened($"M{N(line.X1)} {N(line.Y1)}L{N(line.X2)} {N(line.Y2)}"), Look(line.Stroke));
            return;
        }

        Add($"<line x1=\"{N(line.X1)}\" y1=\"{N(line.Y1)}\" x2=\"{N(line.X2)}\" y2=\"{N(line.Y2)}\"{Look(line.Stroke)}/>");
    }

    public void Rectangle(RectangleElement rectangle)
    {
        if (same is not null && rectangle is { Class: Cell, Outline: null, Fill.Hatch: Hatch.None })
        {
            // Cells are many and of one height: a line as wide as they are high takes half as much.
            same.Path($"M{At(rectangle.X)} {At(rectangle.Y + (rectangle.Height / 2))}h{PathText.Short(rectangle.Width)}",
                $" fill=\"none\"{Look(new Stroke(rectangle.Fill.Colour, rectangle.Height))}");
            return;
        }

        if (same is not null && rectangle.Outline is null)
        {
            var (width, height) = (PathText.Short(rectangle.Width), PathText.Short(rectangle.Height));
            same.Path($"M{At(rectangle.X)} {At(rectangle.Y)}h{width}v{height}H{At(rectangle.X)}z", $" fill=\"{Paint(rectangle.Fill)}\"");
            return;
        }

        Add(
            $"<rect{Class(rectangle.Class)} x=\"{At(rectangle.X)}\" y=\"{At(rectangle.Y)}\" width=\"{At(rectangle.Width)}\" height=\"{At(rectangle.Height)}\"{Shared($" fill=\"{Paint(rectangle.Fill)}\"{Look(rectangle.Outline)}")}/>");
    }

    public void Circle(CircleElement circle) =>
        Add(
            $"<circle{Class(circle.Class)} cx=\"{At(circle.X)}\" cy=\"{At(circle.Y)}\" r=\"{At(circle.Radius)}\"{Shared($" fill=\"{circle.Fill}\"{Look(circle.Outline)}")}/>");

    public void Path(PathElement path)
    {
        var faint = path.Opacity < 1 ? $" fill-opacity=\"{N(path.Opacity)}\"" : "";
        if (same is not null && path is { Fill: "", Whole: "", Opacity: 1 })
        {
            same.Path(PathText.Shortened(path.Data), $" fill=\"none\"{Look(path.Outline)}");
            return;
        }

        var look = Shared($" fill=\"{(path.Fill.Length == 0 ? "none" : path.Fill)}\"{Look(path.Outline)}{faint}");
        var open = $"<path{Class(path.Class)} d=\"{(looks is null ? path.Data : PathText.Shortened(path.Data))}\"{look}";
        Add(path.Whole.Length == 0 ? open + "/>" : $"{open}>{Hover(path.Whole)}</path>");
    }

    private string Draw(Drawing drawing)
    {
        drawing.DrawOn(this);
        same?.End();
        return Whole(drawing);
    }

    private string Whole(Drawing drawing)
    {
        var size = string.Create(CultureInfo.InvariantCulture,
            $"width=\"{drawing.WidthMillimetres:0.##}mm\" height=\"{drawing.HeightMillimetres:0.##}mm\" viewBox=\"0 0 {N(drawing.Width)} {N(drawing.Height)}\"");
        var patterns = string.Concat(hatched.Select((shade, index) => Pattern(PatternId(index), shade)));
        var definitions = patterns.Length > 0 ? $"<defs>\n{patterns}</defs>\n" : "";
        var alone = looks is null ? "xmlns=\"http://www.w3.org/2000/svg\" " : "";
        return $"<svg {alone}{size} role=\"img\" aria-labelledby=\"{id}-title {id}-desc\"{Shared($" font-family=\"{Fonts}\"")}>\n"
            + $"<title id=\"{id}-title\">{XmlText.Escape(drawing.Title)}</title>\n<desc id=\"{id}-desc\">{XmlText.Escape(drawing.Description)}</desc>\n{definitions}"
            + $"<rect width=\"{N(drawing.Width)}\" height=\"{N(drawing.Height)}\" fill=\"{Palette.White}\"/>\n{body}</svg>\n";
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

    private string PatternId(int index) => string.Create(CultureInfo.InvariantCulture, $"{id}-hatch-{index + 1}");

    private static string Pattern(string id, Shade shade)
    {
        var tile = HatchTile.Of(shade);
        var ink = tile.Lines.Length > 0
            ? $"<path d=\"{tile.Lines}\" stroke=\"{tile.Ink}\" stroke-width=\"{N(HatchTile.LineWidth)}\" fill=\"none\"/>"
            : string.Concat(tile.Dots.Select(dot => $"<circle cx=\"{N(dot.X)}\" cy=\"{N(dot.Y)}\" r=\"{N(HatchTile.DotRadius)}\" fill=\"{tile.Ink}\"/>"));
        var side = N(HatchTile.Side);
        return $"<pattern id=\"{id}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\"><rect width=\"{side}\" height=\"{side}\" fill=\"{shade.Colour}\"/>{ink}</pattern>\n";
    }

    private static string Look(Stroke? stroke)
    {
        if (stroke is null)
        {
            return "";
        }

        var join = stroke.Round ? " stroke-linejoin=\"round\"" : "";
        var dashes = stroke.Dashes.Length == 0 ? "" : $" stroke-dasharray=\"{stroke.Dashes}\"";
        return $" stroke=\"{stroke.Colour}\" stroke-width=\"{N(stroke.Width)}\"{join}{dashes}";
    }

    /// <summary>What an element shows; a page has no use for it.</summary>
    private string Class(string what) => what.Length == 0 || looks is not null ? "" : $" class=\"{what}\"";

    /// <summary>Attributes of looks, as they are or by the class that stands for them.</summary>
    private string Shared(string attributes) => looks is null ? attributes : looks.Of(attributes);

    private string At(double value) => looks is null ? N(value) : PathText.Short(value);

    private static string Hover(string whole) => whole.Length == 0 ? "" : $"<title>{XmlText.Escape(whole)}</title>";

    private static string N(double value) => Drawing.N(value);

    private void Add(string element)
    {
        same?.End();
        body.Append(element).Append('\n');
    }
}

/// <summary>Text that may stand in XML.</summary>
internal static class XmlText
{
    /// <summary>Markup becomes text; characters that XML does not allow at all are left out.</summary>
    public static string Escape(string text) =>
        SecurityElement.Escape(Allowed(text)) ?? "";

    /// <summary>The characters that XML allows.</summary>
    public static string Allowed(string text) => new([.. text.Where((character, index) => IsAllowed(text, character, index))]);

    /// <summary>A name that may be an id, unique enough on a page.</summary>
    public static string Id(string name) =>
        "c-" + new string([.. name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' ? character : '-')]);

    private static bool IsAllowed(string text, char character, int index) =>
        !char.IsControl(character) && character is not ('\uFFFE' or '\uFFFF')
        && (!char.IsHighSurrogate(character) || (index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])))
        && (!char.IsLowSurrogate(character) || (index > 0 && char.IsHighSurrogate(text[index - 1])));
}
