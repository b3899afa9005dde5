namespace FlowSim.Plots.Svg;

/// <summary>A canvas on which a drawing comes out in the colours of a house.</summary>
internal sealed class HouseCanvas(ICanvas canvas, HouseColours colours) : ICanvas
{
    public void Text(TextElement text) => canvas.Text(text with { Style = text.Style with { Colour = colours.Of(text.Style.Colour) } });

    public void Line(LineElement line) => canvas.Line(line with { Stroke = Of(line.Stroke)! });

    public void Rectangle(RectangleElement rectangle) =>
        canvas.Rectangle(rectangle with { Fill = rectangle.Fill with { Colour = colours.Of(rectangle.Fill.Colour) }, Outline = Of(rectangle.Outline) });

    public void Circle(CircleElement circle) => canvas.Circle(circle with { Fill = colours.Of(circle.Fill), Outline = Of(circle.Outline)! });

    public void Path(PathElement path) => canvas.Path(path with { Fill = colours.Of(path.Fill), Outline = Of(path.Outline) });

    private Stroke? Of(Stroke? stroke) => stroke is null ? null : stroke with { Colour = colours.Of(stroke.Colour) };
}
