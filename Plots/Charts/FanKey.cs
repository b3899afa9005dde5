using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Charts;

/// <summary>What the lines of a fan chart are, in a line above the panels.</summary>
internal static class FanKey
{
    public static void Draw(Sheet sheet, int replications, IReadOnlyList<FanPanel> panels)
    {
        var key = new Key(sheet);
        key.Add(Mean(replications), (drawing, x, y) =>
        {
            drawing.Rectangle(x, y - 3, Key.SwatchWidth, 6, Palette.PaleBlue);
            drawing.Rule(x, y, x + Key.SwatchWidth, y, Palette.Blue, FanPanelDrawing.MeanWidth);
        });
        if (panels.Any(panel => panel.Open.Count > 0))
        {
            key.Add("open beds", (drawing, x, y) => drawing.Rule(x, y, x + Key.SwatchWidth, y, Palette.Black, FanPanelDrawing.OpenWidth));
        }

        if (panels.FirstOrDefault(panel => panel.Open.Count > 0 && panel.Limit is not null)?.Limit is { } limit)
        {
            key.Add($"{limit.Name}: {NumberText.Exact(limit.Value)} % of open beds",
                (drawing, x, y) => drawing.Rule(x, y, x + Key.SwatchWidth, y, Palette.Vermilion, FanPanelDrawing.GuideWidth, FanPanelDrawing.GuideDashes));
        }

        key.Draw();
    }

    private static string Mean(int replications) => replications switch
    {
        < 2 => "occupied beds",
        < Replications.LeastForQuantiles => "occupied: mean, lowest to highest",
        _ => "occupied: mean, 5 % to 95 %",
    };
}
