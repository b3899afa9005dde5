using FlowSim.Plots.Network.Flows;
using FlowSim.Plots.Network.Layout;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Network;

/// <summary>Draws a plan: ribbons under boxes, narrow ribbons over wide ones, each with a white rim so that crossings can be followed.</summary>
internal sealed class NetworkPicture
{
    private const double Rim = 0.5;
    private const double Outline = 0.6;
    private const double Hidden = 4;
    private const double ArrowLength = 5;
    private const double LoopRadius = 3.2;

    private readonly Drawing drawing;
    private readonly NetworkPlan plan;
    private readonly double top;
    private readonly IReadOnlyList<PlacedNode> nodes;
    private readonly IReadOnlyList<Route> routes;

    public NetworkPicture(Drawing drawing, NetworkPlan plan, double left, double top)
    {
        this.drawing = drawing;
        this.plan = plan;
        this.top = top;
        nodes = [.. plan.Layout.Nodes.Select(node => node with { Left = node.Left + left, Top = node.Top + top })];
        routes = [.. plan.Layout.Routes.Select(route => new Route(route.Course, [.. route.Points.Select(point => (point.X + left, point.Y + top))]))];
    }

    public void Draw()
    {
        var forward = Ribbons(Course.Forward).ToList();
        foreach (var ribbon in forward)
        {
            DrawForward(ribbon);
        }

        foreach (var ribbon in Ribbons(Course.Back))
        {
            DrawBack(ribbon);
        }

        for (var i = 0; i < nodes.Count; i++)
        {
            DrawBox(plan.Boxes[i], nodes[i]);
        }

        DrawLoops();
        DrawFigures(forward);
    }

    private void DrawFigures(List<int> forward)
    {
        var back = Ribbons(Course.Back).ToList();
        var taken = nodes.Select(node => new Area(node.Left, node.Top, node.Right, node.Bottom))
            .Concat(back.SelectMany(ribbon => RibbonAreas.Of(routes[ribbon], Thickness(ribbon) + 1)))
            .Append(new Area(double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, top))
            .Append(new Area(double.NegativeInfinity, top + plan.Layout.Height, double.PositiveInfinity, double.PositiveInfinity));
        var labels = new FlowLabels(drawing, taken, forward.SelectMany(ribbon => RibbonAreas.Of(routes[ribbon], Thickness(ribbon)).Select(area => (ribbon, area))));
        foreach (var ribbon in back)
        {
            labels.AddBack(routes[ribbon], Thickness(ribbon), routes[ribbon].Points[2].Y < routes[ribbon].Points[1].Y, StepBox.PerDay(plan.PerDay(ribbon)));
        }

        foreach (var ribbon in forward)
        {
            labels.Add(ribbon, routes[ribbon], Thickness(ribbon), StepBox.PerDay(plan.PerDay(ribbon)));
        }
    }

    /// <summary>The widest first.</summary>
    private IEnumerable<int> Ribbons(Course course) =>
        Enumerable.Range(0, routes.Count).Where(ribbon => routes[ribbon].Course == course).OrderByDescending(plan.PerDay).ThenBy(ribbon => ribbon);

    private double Thickness(int ribbon) => plan.Graph.Edges[ribbon].Thickness;

    private string Words(int ribbon)
    {
        var edge = plan.Graph.Edges[ribbon];
        return $"{plan.Boxes[edge.From].Step.Label} to {plan.Boxes[edge.To].Step.Label}: {StepBox.PerDay(plan.PerDay(ribbon))} a day";
    }

    private void DrawForward(int ribbon)
    {
        // It begins and ends a little inside the boxes, which are drawn over it.
        var points = routes[ribbon].Points.ToList();
        points[0] = (points[0].X - Hidden, points[0].Y);
        points[^1] = (points[^1].X + Hidden, points[^1].Y);
        var path = RibbonPath.Forward(points);
        var thickness = Thickness(ribbon);
        drawing.Path(path, "", Palette.White, thickness + Rim);
        drawing.Path(path, "", RibbonShades.Forward(thickness), Math.Max(0.4, thickness - Rim), whole: Words(ribbon));
    }

    private void DrawBack(int ribbon)
    {
        var corners = routes[ribbon].Points.ToList();
        var thickness = Thickness(ribbon);
        var (tip, half) = (corners[^1], (thickness / 2) + 1.6);
        corners[0] = (corners[0].X - Hidden, corners[0].Y);
        corners[^1] = (tip.X - ArrowLength, tip.Y);
        var path = RibbonPath.Round(corners, thickness);
        var colour = RibbonShades.Backward(thickness);
        drawing.Path(path, "", Palette.White, thickness + (3 * Rim));
        drawing.Path(path, "", colour, thickness, whole: Words(ribbon));
        drawing.Path($"M{Drawing.N(tip.X)} {Drawing.N(tip.Y)}l{Drawing.N(-ArrowLength)} {Drawing.N(-half)}v{Drawing.N(2 * half)}z", colour);
    }

    private void DrawBox(StepBox box, PlacedNode at)
    {
        var fill = box.Step.Kind switch { StepKind.Stage => UseShades.Of(box.Rate), StepKind.Stream => Palette.Grid, _ => Palette.PaleGrey };
        var tip = box.Step.Kind == StepKind.Stage ? 0 : StepBox.Tip;
        drawing.Rectangle(at.Left, at.Top, at.Width - tip, at.Height, fill, MarkKind.Node, box.Step.Kind == StepKind.Stage ? Palette.DarkGrey : "", Outline);
        if (tip > 0)
        {
            drawing.Path($"M{Drawing.N(at.Left)} {Drawing.N(at.Top)}H{Drawing.N(at.Right - tip)}L{Drawing.N(at.Right)} {Drawing.N(at.Middle)}L{Drawing.N(at.Right - tip)} {Drawing.N(at.Bottom)}H{Drawing.N(at.Left)}Z", fill, Palette.MidGrey, Outline);
        }

        var style = new TextStyle(StepBox.TextSize, Palette.InkOn(fill), On: fill);
        var middle = at.Left + ((at.Width - tip) / 2);
        var baseline = at.Middle - ((box.Lines.Count + 1) * StepBox.LineHeight / 2) + (StepBox.TextSize * 0.95);
        var whole = string.Join(", ", box.Step.Names.Select(Step.Spaced));
        foreach (var line in box.Lines)
        {
            drawing.Text(middle, baseline, line, style, Anchor.Middle, box.Lines.Count == 1 && line == whole ? "" : whole);
            baseline += StepBox.LineHeight;
        }

        drawing.Text(middle, baseline, box.Figures, style with { Bold = false }, Anchor.Middle);
    }

    /// <summary>A small round arrow on the corner of each box that patients go through again at once.</summary>
    private void DrawLoops()
    {
        foreach (var flow in plan.Simpler.Graph.Again)
        {
            var box = plan.Boxes.Select((one, i) => (one, i)).FirstOrDefault(pair => pair.one.Step == plan.Simpler.Graph.Steps[flow.From]);
            if (box.one is not null)
            {
                var (x, y) = (nodes[box.i].Right - (2 * LoopRadius) - 2, nodes[box.i].Top);
                var r = Drawing.N(LoopRadius);
                drawing.Path($"M{Drawing.N(x - LoopRadius)} {Drawing.N(y)}A{r} {r} 0 1 1 {Drawing.N(x + LoopRadius)} {Drawing.N(y - 1)}", "", RibbonShades.Back, 1, whole: $"{box.one.Step.Label} again: {StepBox.PerDay(flow.PerDay)} a day");
                drawing.Path($"M{Drawing.N(x + LoopRadius)} {Drawing.N(y)}l-2 -3h4z", RibbonShades.Back);
            }
        }
    }
}
