namespace FlowSim.Plots.Drawings;

/// <summary>A part of a drawing, in the order of drawing. All positions and lengths are in points of 1/72 inch.</summary>
internal interface IElement
{
    void DrawOn(ICanvas canvas);
}

/// <summary>How a line looks.</summary>
/// <param name="Colour">As <c>#RRGGBB</c>.</param>
/// <param name="Width">[pt].</param>
/// <param name="Dashes">Lengths of dash and gap [pt] with a blank between; empty: unbroken.</param>
/// <param name="Round">True: corners are rounded.</param>
internal sealed record Stroke(string Colour, double Width, string Dashes = "", bool Round = false);

/// <summary>One line of text.</summary>
/// <param name="X">Where its anchor stands.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="Text">What it says.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Anchor">Which side of it stands at <paramref name="X"/>.</param>
/// <param name="Whole">What it says in full, for a reader who points at it; empty where it does.</param>
internal sealed record TextElement(double X, double Y, string Text, TextStyle Style, Anchor Anchor, string Whole) : IElement
{
    public void DrawOn(ICanvas canvas) => canvas.Text(this);
}

/// <summary>A straight line.</summary>
internal sealed record LineElement(double X1, double Y1, double X2, double Y2, Stroke Stroke) : IElement
{
    public void DrawOn(ICanvas canvas) => canvas.Line(this);
}

/// <summary>A rectangle, perhaps hatched; <paramref name="Class"/> says what it shows and may be empty.</summary>
internal sealed record RectangleElement(double X, double Y, double Width, double Height, Shade Fill, Stroke? Outline, string Class) : IElement
{
    public void DrawOn(ICanvas canvas) => canvas.Rectangle(this);
}

/// <summary>A circle; <paramref name="Class"/> says what it shows and may be empty.</summary>
internal sealed record CircleElement(double X, double Y, double Radius, string Fill, Stroke Outline, string Class) : IElement
{
    public void DrawOn(ICanvas canvas) => canvas.Circle(this);
}

/// <summary>Any outline.</summary>
/// <param name="Data">SVG path data.</param>
/// <param name="Fill">Colour; empty: not filled.</param>
/// <param name="Outline">Null: without.</param>
/// <param name="Class">What it shows; may be empty.</param>
/// <param name="Opacity">Of the fill, from 0 to 1.</param>
/// <param name="Whole">What it is in words, for a reader who points at it; may be empty.</param>
internal sealed record PathElement(string Data, string Fill, Stroke? Outline, string Class = "", double Opacity = 1, string Whole = "") : IElement
{
    public void DrawOn(ICanvas canvas) => canvas.Path(this);
}

/// <summary>What a drawing can be put on. A new kind of element is a method here, so that no canvas can leave it out.</summary>
internal interface ICanvas
{
    void Text(TextElement text);

    void Line(LineElement line);

    void Rectangle(RectangleElement rectangle);

    void Circle(CircleElement circle);

    void Path(PathElement path);
}
