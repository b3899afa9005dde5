using System.Globalization;
using SkiaSharp;

namespace FlowSim.Plots.Drawings;

/// <summary>Puts a drawing on a canvas of Skia, as an SVG viewer would.</summary>
/// <param name="canvas">Whose unit is a point.</param>
/// <param name="fonts">With them letters are drawn as text, which a reader of PDF can search and copy; null: as outlines, for pixels.</param>
internal sealed class SkiaCanvas(SKCanvas canvas, PdfFonts? fonts = null) : ICanvas
{
    // Beyond what any drawing says: SVG's own default.
    private const float MitreLimit = 4;

    public void Text(TextElement text)
    {
        var style = text.Style;
        var visible = PictureText.Of(text.Text, style);
        var face = Face.Of(style);
        var width = face.Width(visible, style.Size);
        var left = text.X - (text.Anchor switch { Anchor.Middle => width / 2, Anchor.End => width, _ => 0 });
        using var outline = fonts is null || style.Halo ? face.Outline(visible, style.Size, left, text.Y) : null;
        if (style.Halo)
        {
            Draw(outline!, new Stroke(style.On, TextStyle.HaloWidth, Round: true));
        }

        using var ink = Filling(style.Colour);
        if (fonts is null)
        {
            canvas.DrawPath(outline, ink);
            return;
        }

        using var font = fonts.Of(style);
        canvas.DrawText(visible, (float)left, (float)text.Y, SKTextAlign.Left, font, ink);
    }

    public void Line(LineElement line)
    {
        using var paint = Stroking(line.Stroke);
        canvas.DrawLine((float)line.X1, (float)line.Y1, (float)line.X2, (float)line.Y2, paint);
    }

    public void Rectangle(RectangleElement rectangle)
    {
        var area = SKRect.Create((float)rectangle.X, (float)rectangle.Y, (float)rectangle.Width, (float)rectangle.Height);
        using (var paint = Filling(rectangle.Fill.Colour))
        {
            canvas.DrawRect(area, paint);
        }

        if (rectangle.Fill.Hatch != Hatch.None)
        {
            DrawHatch(area, HatchTile.Of(rectangle.Fill));
        }

        if (rectangle.Outline is { } stroke)
        {
            using var paint = Stroking(stroke);
            canvas.DrawRect(area, paint);
        }
    }

    public void Circle(CircleElement circle)
    {
        using var paint = Filling(circle.Fill);
        using var rim = Stroking(circle.Outline);
        canvas.DrawCircle((float)circle.X, (float)circle.Y, (float)circle.Radius, paint);
        canvas.DrawCircle((float)circle.X, (float)circle.Y, (float)circle.Radius, rim);
    }

    public void Path(PathElement path)
    {
        using var outline = Parsed(path.Data);
        if (path.Fill.Length > 0)
        {
            using var paint = Filling(path.Fill, path.Opacity);
            canvas.DrawPath(outline, paint);
        }

        if (path.Outline is { } stroke)
        {
            Draw(outline, stroke);
        }
    }

    /// <summary>The tiles that touch an area, cut off at its sides. Drawn as lines: a pattern would become pixels in a PDF.</summary>
    private void DrawHatch(SKRect area, HatchTile tile)
    {
        using var one = Parsed(tile.Lines);
        foreach (var (x, y) in tile.Dots)
        {
            one.AddCircle((float)x, (float)y, (float)HatchTile.DotRadius);
        }

        using var whole = new SKPath();
        for (var x = First(area.Left); x < area.Right; x += (float)HatchTile.Side)
        {
            for (var y = First(area.Top); y < area.Bottom; y += (float)HatchTile.Side)
            {
                whole.AddPath(one, x, y);
            }
        }

        using var paint = tile.Dots.Count > 0 ? Filling(tile.Ink) : Stroking(new Stroke(tile.Ink, HatchTile.LineWidth));
        canvas.Save();
        canvas.ClipRect(area, SKClipOperation.Intersect, antialias: true);
        canvas.DrawPath(whole, paint);
        canvas.Restore();
    }

    private static float First(float side) => (float)(Math.Floor(side / HatchTile.Side) * HatchTile.Side);

    private void Draw(SKPath outline, Stroke stroke)
    {
        using var paint = Stroking(stroke);
        canvas.DrawPath(outline, paint);
    }

    private static SKPath Parsed(string data) => SKPath.ParseSvgPathData(data) ?? throw new FormatException($"not the data of a path: {data}");

    private static SKPaint Filling(string colour, double opacity = 1) =>
        new() { Style = SKPaintStyle.Fill, Color = Colour(colour).WithAlpha((byte)Math.Round(255 * opacity)), IsAntialias = true };

    private static SKPaint Stroking(Stroke stroke) => new()
    {
        Style = SKPaintStyle.Stroke,
        Color = Colour(stroke.Colour),
        StrokeWidth = (float)stroke.Width,
        StrokeMiter = MitreLimit,
        StrokeJoin = stroke.Round ? SKStrokeJoin.Round : SKStrokeJoin.Miter,
        PathEffect = stroke.Dashes.Length == 0 ? null : SKPathEffect.CreateDash([.. stroke.Dashes.Split(' ').Select(Length)], 0),
        IsAntialias = true,
    };

    private static float Length(string text) => float.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static SKColor Colour(string colour) => SKColor.Parse(colour);
}
