using FlowSim.Plots.Network.Flows;
using FlowSim.Plots.Network.Layout;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Network;

/// <summary>Draws the Sankey diagram: each step between two bars, one as high as all who come, one as high as all who go on.</summary>
internal sealed class SankeyPicture
{
    /// <summary>Width of a bar [pt].</summary>
    public const double Bar = 3;

    /// <summary>Between a bar and the letters [pt].</summary>
    public const double Padding = 2;

    private const double LeastVisible = 0.3;
    private const double Outline = 0.5;

    private readonly Drawing drawing;
    private readonly SankeyPlan plan;
    private readonly double top;
    private readonly IReadOnlyList<PlacedNode> nodes;
    private readonly IReadOnlyList<Route> routes;

    public SankeyPicture(Drawing drawing, SankeyPlan plan, double left, double top)
    {
        this.drawing = drawing;
        this.plan = plan;
        this.top = top;
        nodes = [.. plan.Layout.Nodes.Select(node => node with { Left = node.Left + left, Top = node.Top + top })];
        routes = [.. plan.Layout.Routes.Select(route => new Route(route.Course, [.. route.Points.Select(point => (point.X + left, point.Y + top))]))];
    }

    /// <summary>Of the part of a bar that is cut or left out.</summary>
    public static Shade Cut => RibbonShades.Back;

    public static Shade Small => new(Palette.White, Hatch.Rising);

    public void Draw()
    {
        var ribbons = Enumerable.Range(0, routes.Count).OrderByDescending(plan.PerDay).ThenBy(ribbon => ribbon).ToList();
        foreach (var ribbon in ribbons)
        {
            DrawRibbon(ribbon);
        }

        for (var node = 0; node < nodes.Count; node++)
        {
            DrawStep(node);
        }

        var taken = nodes.Select(node => new Area(node.Left, node.Top, node.Right, node.Bottom))
            .Append(new Area(double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, top))
            .Append(new Area(double.NegativeInfinity, top + plan.Layout.Height, double.PositiveInfinity, double.PositiveInfinity));
        var labels = new FlowLabels(drawing, taken, ribbons.SelectMany(ribbon => RibbonAreas.Of(routes[ribbon], Thickness(ribbon)).Select(area => (ribbon, area))));
        foreach (var ribbon in ribbons)
        {
            labels.Add(ribbon, routes[ribbon], Thickness(ribbon), StepBox.PerDay(plan.PerDay(ribbon)));
        }
    }

    private double Thickness(int ribbon) => plan.Graph.Edges[ribbon].Thickness;

    private void DrawRibbon(int ribbon)
    {
        var edge = plan.Graph.Edges[ribbon];
        var thickness = Thickness(ribbon);
        var path = RibbonPath.Forward(routes[ribbon].Points);
        var words = $"{plan.Steps[edge.From].Label} to {plan.Steps[edge.To].Label}: {StepBox.PerDay(plan.PerDay(ribbon))} a day";
        drawing.Path(path, "", Palette.White, thickness + 0.4);
        drawing.Path(path, "", RibbonShades.Forward(thickness), Math.Max(LeastVisible, thickness - 0.4), whole: words);
    }

    private void DrawStep(int node)
    {
        var at = nodes[node];
        var step = plan.Steps[node];
        var on = step.Kind == StepKind.Stage ? Palette.White : Palette.PaleGrey;
        drawing.Rectangle(at.Left, at.Top, at.Width, at.Height, on, MarkKind.Node, step.Kind == StepKind.Stage ? Palette.MidGrey : "", Outline);
        DrawBar(at, at.Left, plan.Entering[node]);
        DrawBar(at, at.Right - Bar, plan.Leaving[node]);
        var label = plan.Labels[node];
        var baseline = at.Middle - ((label.Lines.Count + 1) * StepBox.LineHeight / 2) + (StepBox.TextSize * 0.95);
        foreach (var line in label.Lines.Append(label.Figures))
        {
            drawing.Text((at.Left + at.Right) / 2, baseline, line, new TextStyle(StepBox.TextSize, On: on), Anchor.Middle, line == label.Lines[0] ? string.Join(", ", step.Names.Select(Step.Spaced)) : "");
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
