using FlowSim.Plots.Network.Flows;
using FlowSim.Plots.Network.Layout;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Network;

/// <summary>Draws the Sankey diagram: each step between two bars, one as high as all who come, one as high as all who go on.</summary>
internal sealed class SankeyPicture
{
    /// <summary>Width of a bar [pt].</summary>
    public const double Bar = 3;

    /// <summary>Between a bar and the letters [pt].</summary>
    public const double Padding = 2;

    private const double Outline = 0.5;

    private readonly Drawing drawing;
    private readonly SankeyPlan plan;
    private readonly Ribbons ribbons;

    public SankeyPicture(Drawing drawing, SankeyPlan plan, double left, double top)
    {
        this.drawing = drawing;
        this.plan = plan;
        ribbons = new Ribbons(drawing, plan, left, top);
    }

    /// <summary>Of the part of a bar that is cut or left out.</summary>
    public static Shade Cut => RibbonShades.Back;

    public static Shade Small => new(Palette.White, Hatch.Rising);

    public void Draw()
    {
        foreach (var ribbon in ribbons.Of(Course.Forward))
        {
            ribbons.DrawForward(ribbon);
        }

        for (var node = 0; node < ribbons.Nodes.Count; node++)
        {
            DrawStep(node);
        }

        ribbons.AddForward(ribbons.Labels([]));
    }

    private void DrawStep(int node)
    {
        var at = ribbons.Nodes[node];
        var step = plan.Steps[node];
        var on = step.Kind == StepKind.Stage ? Palette.White : Palette.PaleGrey;
        drawing.Rectangle(at.Left, at.Top, at.Width, at.Height, on, MarkKind.Node, step.Kind == StepKind.Stage ? Palette.MidGrey : "", Outline);
        DrawBar(at, at.Left, plan.Entering[node]);
        DrawBar(at, at.Right - Bar, plan.Leaving[node]);
        var label = plan.Labels[node];
        var baseline = at.Middle - ((label.Lines.Count + 1) * StepBox.LineHeight / 2) + (StepBox.TextSize * 0.95);
        foreach (var line in label.Lines.Append(label.Figures))
        {
            drawing.Text((at.Left + at.Right) / 2, baseline, line, new TextStyle(StepBox.TextSize, On: on), Anchor.Middle, line == label.Lines[0]
                ? string.Join(", ", step.Labels)
                : "");
            baseline += StepBox.LineHeight;
        }
    }

    /// <summary>From top to bottom: ribbons drawn, flows cut, flows left out.</summary>
    private void DrawBar(PlacedNode at, double left, SideSums sums)
    {
        var top = at.Middle - (plan.Thickness(sums.Total) / 2);
        foreach (var (perDay, shade) in new (double, Shade)[] { (sums.Shown, Palette.Blue), (sums.Cut, Cut), (sums.Small, Small) })
        {
            var height = plan.Thickness(perDay);
            if (height > 0.05)
            {
                drawing.Rectangle(left, top, Bar, height, shade);
            }

            top += height;
        }
    }
}
