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

    /// <summary>Pale enough for figures on them, from light to dark and back by turns.</summary>
    private static readonly IReadOnlyList<string> Outcomes = ["#8FC1E3", "#F3CE86", "#8CCDB5", "#DDB6CC", "#EDE79A", "#C2B8E0", "#C9CDD1"];

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
            ribbons.DrawForward(ribbon, OutcomeOf(plan.Graph.Edges[ribbon].To));
        }

        for (var node = 0; node < ribbons.Nodes.Count; node++)
        {
            DrawStep(node);
        }

        ribbons.AddForward(ribbons.Labels([]), ribbon => OutcomeOf(plan.Graph.Edges[ribbon].To));
    }

    /// <summary>Ways out from the largest, each with its colour; the last has that of all further ones. Empty for a step that is none.</summary>
    private string OutcomeOf(int node)
    {
        var ends = Enumerable.Range(0, plan.Steps.Count).Where(one => plan.Steps[one].Kind == StepKind.Exit)
            .OrderByDescending(one => plan.Entering[one].Total).ToList();
        return ends.IndexOf(node) is >= 0 and var rank ? Outcomes[Math.Min(rank, Outcomes.Count - 1)] : "";
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
