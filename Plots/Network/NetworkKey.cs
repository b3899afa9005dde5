using FlowSim.Plots.Charts;
using FlowSim.Plots.Network.Flows;
using FlowSim.Plots.Network.Layout;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Network;

/// <summary>What widths and shades of the picture mean.</summary>
internal static class NetworkKey
{
    private const double SwatchHeight = 8;

    public static void Draw(Sheet sheet, NetworkPlan plan)
    {
        var key = new Key(sheet);
        AddWidth(key, plan.Thickness);
        if (plan.Boxes.Any(box => !double.IsNaN(box.Rate)))
        {
            foreach (var (_, label, colour) in UseShades.Steps)
            {
                key.Add(ReferenceEquals(label, UseShades.Steps[0].Label) ? $"in use: {label}" : label, colour);
            }
        }

        if (plan.Boxes.Any(box => box.Step.Kind == StepKind.Stream))
        {
            key.Add("way in", (drawing, x, y) => Tag(drawing, x, y, Palette.Grid));
        }

        if (plan.Boxes.Any(box => box.Step.Kind == StepKind.Exit))
        {
            key.Add("way out", (drawing, x, y) => Tag(drawing, x, y, Palette.PaleGrey));
        }

        if (plan.Layout.Routes.Any(route => route.Course == Course.Back) || plan.Simpler.Graph.Again.Any())
        {
            key.Add("goes back to an earlier step", (drawing, x, y) => drawing.Rectangle(x, y - 0.8, Key.SwatchWidth, 1.6, RibbonShades.Back));
        }

        key.Draw();
    }

    /// <summary>Adds one or two widths in round numbers of patients.</summary>
    public static void AddWidth(Key key, Func<double, double> thickness)
    {
        const double Large = 1e6;
        const double LeastShown = 0.65;
        var wide = HumanBelow(SwatchHeight / thickness(Large) * Large);
        foreach (var value in new[] { wide, wide / 10 }.Where(value => thickness(value) >= LeastShown))
        {
            key.Add($"{NumberText.Short(value, value switch { >= 1 => 0, >= 0.1 => 1, _ => 2 })} {(value == 1 ? "patient" : "patients")} a day",
                (drawing, x, y) => drawing.Rectangle(x, y - (thickness(value) / 2), Key.SwatchWidth, thickness(value), RibbonShades.Forward(thickness(value))));
        }
    }

    private static void Tag(Drawing drawing, double x, double y, string fill) =>
        drawing.Path($"M{Drawing.N(x)} {Drawing.N(y - 4)}h{Drawing.N(Key.SwatchWidth - 4)}l4 4l-4 4h{Drawing.N(4 - Key.SwatchWidth)}z", fill,
            Palette.MidGrey, 0.4);

    /// <summary>The largest of 1, 2, 5 × 10ᵏ that is not above.</summary>
    private static double HumanBelow(double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
    }
}
