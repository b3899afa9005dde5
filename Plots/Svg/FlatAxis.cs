namespace FlowSim.Plots.Svg;

/// <summary>A level axis: a line, marks, their text below, and a title.</summary>
internal static class FlatAxis
{
    public const double Height = 13;
    public const double TitleHeight = 11;

    private const double Gap = 4;

    /// <summary>Draws the line and the marks; a text that would touch the one before it or leave the drawing is left out.</summary>
    /// <param name="drawing">Where to draw.</param>
    /// <param name="marks">Position [pt] and text of each, from left to right.</param>
    /// <param name="left">Where the line begins [pt].</param>
    /// <param name="right">Where it ends [pt].</param>
    /// <param name="top">Its height [pt].</param>
    public static void Draw(Drawing drawing, IEnumerable<(double At, string Text)> marks, double left, double right, double top)
    {
        var style = TextStyle.Axis;
        var end = 0.0;
        drawing.Rule(left, top, right, top, Palette.DarkGrey, 0.7);
        foreach (var (at, text) in marks)
        {
            drawing.Rule(at, top, at, top + 2.5, Palette.DarkGrey, 0.7);
            var half = TextMeasure.Width(text, style.Size) / 2;
            if (at - half >= end && at + half <= drawing.Width)
            {
                drawing.Text(at, top + 3 + (style.Size * TextMeasure.Ascent), text, style, Anchor.Middle);
                end = at + half + Gap;
            }
        }
    }

    /// <summary>Writes what the axis counts, below its middle.</summary>
    public static void Title(Drawing drawing, string title, double left, double right, double top)
    {
        var style = TextStyle.Axis;
        var middle = (left + right) / 2;
        var room = 2 * Math.Min(middle, drawing.Width - middle);
        drawing.Text(middle, top + (style.Size * TextMeasure.Ascent), TextMeasure.Cut(title, style.Size, room), style, Anchor.Middle, title);
    }
}
