using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Charts;

/// <summary>What the lines of a fan chart are, in one line above the panels.</summary>
internal static class FanKey
{
    private const double SwatchWidth = 22;
    private const double Gap = 6;

    public static void Draw(SvgDrawing drawing, double x, double y, double size, int replications, bool hasOpen)
    {
        var middle = y - (size * 0.35);
        drawing.Rectangle(x, middle - 5, SwatchWidth, 10, Palette.PaleBlue);
        drawing.Rule(x, middle, x + SwatchWidth, middle, Palette.Blue, FanPanelDrawing.MeanWidth);
        x = Label(drawing, x, y, size, Mean(replications));
        if (!hasOpen)
        {
            return;
        }

        drawing.Rule(x, middle, x + SwatchWidth, middle, Palette.Black, FanPanelDrawing.OpenWidth);
        x = Label(drawing, x, y, size, "open beds");
        drawing.Curve([(x, middle), (x + SwatchWidth, middle)], Palette.Vermilion, FanPanelDrawing.GuideWidth, FanPanelDrawing.GuideDashes);
        Label(drawing, x, y, size, "92 % of open beds");
    }

    private static string Mean(int replications) => replications switch
    {
        1 => "occupied beds",
        < FanDescription.LeastForQuantiles => "mean, and lowest to highest",
        _ => "mean, and 5 % to 95 %",
    };

    private static double Label(SvgDrawing drawing, double x, double y, double size, string text)
    {
        drawing.Text(x + SwatchWidth + Gap, y, text, size);
        return x + SwatchWidth + Gap + TextMeasure.Width(text, size) + (3 * Gap);
    }
}
