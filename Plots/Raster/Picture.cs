using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Raster;

/// <summary>A drawing to convert.</summary>
/// <param name="Svg">The drawing as an SVG document with a viewBox.</param>
/// <param name="Width">Printed width [mm].</param>
/// <param name="Height">Printed height [mm].</param>
/// <param name="Texts">Where texts stand.</param>
internal sealed record Picture(string Svg, double Width, double Height, IReadOnlyList<TextArea> Texts)
{
    private const double MillimetresPerInch = 25.4;
    private const double PointsPerInch = 72;

    /// <summary>Width and height at a resolution [pixels].</summary>
    public (int Width, int Height) Pixels(int dpi) => (Pixels(Width, dpi), Pixels(Height, dpi));

    /// <summary>Width and height [points of 1/72 inch].</summary>
    public (double Width, double Height) Points => (Width / MillimetresPerInch * PointsPerInch, Height / MillimetresPerInch * PointsPerInch);

    public static Picture Of(Drawing drawing) =>
        new(drawing.ToString(), drawing.WidthMillimetres, drawing.HeightMillimetres, [.. drawing.Texts.Select(Area)]);

    private static TextArea Area(TextBox text) =>
        new(text.Text, text.Left / Drawing.PointsPerMillimetre, text.Top / Drawing.PointsPerMillimetre, text.Right / Drawing.PointsPerMillimetre,
            text.Bottom / Drawing.PointsPerMillimetre);

    private static int Pixels(double millimetres, int dpi) => Math.Max(1, (int)Math.Round(millimetres / MillimetresPerInch * dpi));
}

/// <summary>Where a text stands on a drawing [mm from its top left].</summary>
internal readonly record struct TextArea(string Text, double Left, double Top, double Right, double Bottom);
