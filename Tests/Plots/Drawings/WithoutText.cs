using FlowSim.Plots.Drawings;

namespace FlowSim.Tests.Plots.Drawings;

/// <summary>Leaves the texts out: two programs with different fonts agree on all else.</summary>
internal sealed class WithoutText(ICanvas canvas) : ICanvas
{
    public void Text(TextElement text)
    {
    }

    public void Line(LineElement line) => canvas.Line(line);

    public void Rectangle(RectangleElement rectangle) => canvas.Rectangle(rectangle);

    public void Circle(CircleElement circle) => canvas.Circle(circle);

    public void Path(PathElement path) => canvas.Path(path);
}
