using System.Globalization;
using System.Text;

namespace FlowSim.Plots.Svg;

/// <summary>Writes a drawing as an SVG document.</summary>
internal sealed class SvgDocument : ICanvas
{
    internal const string Fonts = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    private readonly StringBuilder body = new();
    private readonly List<Shade> hatched = [];
    private readonly string id;

    private SvgDocument(string id) => this.id = id;

    public static string Of(Drawing drawing)
    {
        var document = new SvgDocument(XmlText.Id(drawing.Name));
        drawing.DrawOn(document);
        return document.Whole(drawing);
    }

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
        Add($"<text x=\"{N(text.X)}\" y=\"{N(text.Y)}\" font-size=\"{N(style.Size)}\" fill=\"{style.Colour}\"{side}{weight}{halo}>{Hover(text.Whole)}{XmlText.Escape(text.Text)}</text>");
    }

    public void Line(LineElement line) =>
        Add($"<line x1=\"{N(line.X1)}\" y1=\"{N(line.Y1)}\" x2=\"{N(line.X2)}\" y2=\"{N(line.Y2)}\"{Look(line.Stroke)}/>");

    public void Rectangle(RectangleElement rectangle) =>
        Add(
            $"<rect{Class(rectangle.Class)} x=\"{N(rectangle.X)}\" y=\"{N(rectangle.Y)}\" width=\"{N(rectangle.Width)}\" height=\"{N(rectangle.Height)}\" fill=\"{Paint(rectangle.Fill)}\"{Look(rectangle.Outline)}/>");

    public void Circle(CircleElement circle) =>
        Add(
            $"<circle{Class(circle.Class)} cx=\"{N(circle.X)}\" cy=\"{N(circle.Y)}\" r=\"{N(circle.Radius)}\" fill=\"{circle.Fill}\"{Look(circle.Outline)}/>");

    public void Path(PathElement path)
    {
        var faint = path.Opacity < 1 ? $" fill-opacity=\"{N(path.Opacity)}\"" : "";
        var open = $"<path{Class(path.Class)} d=\"{path.Data}\" fill=\"{(path.Fill.Length == 0 ? "none" : path.Fill)}\"{Look(path.Outline)}{faint}";
        Add(path.Whole.Length == 0 ? open + "/>" : $"{open}>{Hover(path.Whole)}</path>");
    }

    private string Whole(Drawing drawing)
    {
        var size = string.Create(CultureInfo.InvariantCulture,
            $"width=\"{drawing.WidthMillimetres:0.##}mm\" height=\"{drawing.HeightMillimetres:0.##}mm\" viewBox=\"0 0 {N(drawing.Width)} {N(drawing.Height)}\"");
        var patterns = string.Concat(hatched.Select((shade, index) => Pattern(PatternId(index), shade)));
        var definitions = patterns.Length > 0 ? $"<defs>\n{patterns}</defs>\n" : "";
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" {size} role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" font-family=\"{Fonts}\">\n"
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

    private static string Class(string what) => what.Length == 0 ? "" : $" class=\"{what}\"";

    private static string Hover(string whole) => whole.Length == 0 ? "" : $"<title>{XmlText.Escape(whole)}</title>";

    private static string N(double value) => Drawing.N(value);

    private void Add(string element) => body.Append(element).Append('\n');
}
