namespace FlowSim.Plots.Svg;

/// <summary>What a drawing can be put on. A new kind of element is a method here, so that no canvas can leave it out.</summary>
internal interface ICanvas
{
    void Text(TextElement text);

    void Line(LineElement line);

    void Rectangle(RectangleElement rectangle);

    void Circle(CircleElement circle);

    void Path(PathElement path);
}
