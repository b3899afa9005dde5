using FlowSim.Plots.Drawings;
using FlowSim.Plots.Flows.Layout;

namespace FlowSim.Plots.Flows;

/// <summary>Boxes and ribbons of the network picture with their places: as much of the flows as can be read in the room there is.</summary>
internal sealed class NetworkPlan : IFlowPlan
{
    private const double ThickestBox = 40;
    private const double ShareOfHeight = 0.25;
    private const double Thinnest = 0.6;
    private const double TightColumns = 8;

    private readonly FlowSelection selection;
    private readonly PictureRoom room;
    private readonly LayoutSpace space;
    private readonly double perPatient;
    private readonly StepColumns columns;

    private NetworkPlan(FlowSelection selection, PictureRoom room, SimplerFlows simpler, LayoutSpace space, Dictionary<(Step, double), StepBox> known)
    {
        this.selection = selection;
        this.room = room;
        this.space = space with { Width = room.Width };
        Simpler = simpler;
        perPatient = Math.Min(ThickestBox / selection.Graph.Most, ShareOfHeight * room.Height / selection.Graph.Arrivals);
        columns = StepColumns.Near(simpler);
        Boxes = [.. columns.Steps.Select(step => Box(simpler.Graph.Steps[step.Step], step.PerDay, known))];
        Graph = new LayoutGraph([.. Boxes.Select(box => new LayoutNode(box.Width, box.Height))], [.. columns.Flows.Select(Edge)]);
    }

    public SimplerFlows Simpler { get; }

    /// <summary>By node of the layout.</summary>
    public IReadOnlyList<StepBox> Boxes { get; }

    public LayoutGraph Graph { get; }

    public Step StepOf(int node) => Boxes[node].Step;

    /// <summary>Set once laid out.</summary>
    public NetworkLayout Layout { get; private set; } = new([], [], 0, 0, 0);

    /// <summary>By ribbon of the layout, patients a day.</summary>
    public double PerDay(int ribbon) => columns.Flows[ribbon].PerDay;

    /// <summary>Thickness of a ribbon [pt]; very small ones are drawn a little thicker than they are, to be seen.</summary>
    public double Thickness(double perDay) => Math.Max(Thinnest, perDay * perPatient);

    /// <summary>As much as has room.</summary>
    /// <param name="selection">All flows.</param>
    /// <param name="room">On the page.</param>
    /// <param name="space">Between boxes.</param>
    /// <param name="need">What has to have room; null if it has none.</param>
    public static NetworkPlan? Of(FlowSelection selection, PictureRoom room, LayoutSpace space, FlowNeed need)
    {
        var known = new Dictionary<(Step, double), StepBox>();
        var between = need.IsTight ? space with { ColumnGap = TightColumns } : space;
        return new DetailSearch<NetworkPlan>(room.MostSteps, Detail.Faint, simpler => new NetworkPlan(selection, room, simpler, between, known),
            plan => plan.NeedsNoMore(), plan => plan.IsLaidOutInRoom()).Of(selection, need);
    }

    private bool NeedsNoMore()
    {
        var needs = LayoutNeeds.Of(Graph, space, [.. columns.Flows.Select(flow => flow.IsBack)], [.. columns.Steps.Select(step => step.Column)]);
        return needs.Width <= room.Width && needs.Height <= room.Height;
    }

    private bool IsLaidOutInRoom()
    {
        LayOut(room.Height);
        if (Layout.Height > room.Height)
        {
            // Ribbons that run back go round outside; what they need is known now.
            LayOut((2 * room.Height) - Layout.Height);
        }

        return Layout.Height <= room.Height + 0.1 && Layout.Width <= room.Width + 0.1;
    }

    private void LayOut(double height) =>
        Layout = LayeredLayout.Of(Graph, space with { Height = height }, [.. columns.Flows.Select(flow => flow.IsBack)],
            [.. columns.Steps.Select(step => step.Column)]);

    private StepBox Box(Step step, double perDay, Dictionary<(Step, double), StepBox> known) =>
        known.TryGetValue((step, perDay), out var box) ? box : known[(step, perDay)] = StepBox.Of(step, perDay, selection.Use.Of(step));

    private LayoutEdge Edge(ColumnFlow flow)
    {
        // Wide ribbons should be straight, but a thousand patients should not outweigh everything else.
        const double Straightness = 6;
        var thickness = Thickness(flow.PerDay);
        return new LayoutEdge(flow.From, flow.To, 1 + (thickness / Straightness), thickness);
    }
}

/// <summary>Draws a plan: ribbons under boxes, narrow ribbons over wide ones.</summary>
internal sealed class NetworkPicture
{
    private const double Outline = 0.6;
    private const double ArrowLength = 5;
    private const double LoopRadius = 3.2;

    private readonly Drawing drawing;
    private readonly NetworkPlan plan;
    private readonly Ribbons ribbons;

    public NetworkPicture(Drawing drawing, NetworkPlan plan, double left, double top)
    {
        this.drawing = drawing;
        this.plan = plan;
        ribbons = new Ribbons(drawing, plan, left, top);
    }

    public void Draw()
    {
        foreach (var ribbon in ribbons.Of(Course.Forward))
        {
            ribbons.DrawForward(ribbon);
        }

        foreach (var ribbon in ribbons.Of(Course.Back))
        {
            DrawBack(ribbon);
        }

        for (var i = 0; i < ribbons.Nodes.Count; i++)
        {
            DrawBox(plan.Boxes[i], ribbons.Nodes[i]);
        }

        DrawLoops();
        DrawFigures();
    }

    private void DrawFigures()
    {
        var back = ribbons.Of(Course.Back).ToList();
        var labels = ribbons.Labels(back.SelectMany(ribbon => RibbonAreas.Of(ribbons.Routes[ribbon], ribbons.Thickness(ribbon) + 1)));
        foreach (var ribbon in back)
        {
            var route = ribbons.Routes[ribbon];
            labels.AddBack(route, ribbons.Thickness(ribbon), route.Points[2].Y < route.Points[1].Y, ribbons.Figure(ribbon));
        }

        ribbons.AddForward(labels);
    }

    private void DrawBack(int ribbon)
    {
        ribbons.Tell(ribbon);
        var corners = ribbons.Routes[ribbon].Points.ToList();
        var thickness = ribbons.Thickness(ribbon);
        var (tip, half) = (corners[^1], (thickness / 2) + 1.6);
        corners[0] = (corners[0].X - Ribbons.Hidden, corners[0].Y);
        corners[^1] = (tip.X - ArrowLength, tip.Y);
        var path = RibbonPath.Round(corners, thickness);
        var colour = RibbonShades.Backward(thickness);
        drawing.Path(path, "", Palette.White, thickness + (3 * Ribbons.Rim));
        drawing.Path(path, "", colour, thickness, whole: ribbons.Words(ribbon));
        drawing.Path($"M{Drawing.N(tip.X)} {Drawing.N(tip.Y)}l{Drawing.N(-ArrowLength)} {Drawing.N(-half)}v{Drawing.N(2 * half)}z", colour);
    }

    private void DrawBox(StepBox box, PlacedNode at)
    {
        var fill = box.Step.Kind switch { StepKind.Stage => UseShades.Of(box.Rate), StepKind.Stream => Palette.Grid, _ => Palette.PaleGrey };
        var tip = box.Step.Kind == StepKind.Stage ? 0 : StepBox.Tip;
        drawing.Rectangle(at.Left, at.Top, at.Width - tip, at.Height, fill, MarkKind.Node, box.Step.Kind == StepKind.Stage ? Palette.DarkGrey : "", Outline);
        if (tip > 0)
        {
            drawing.Path(
                $"M{Drawing.N(at.Left)} {Drawing.N(at.Top)}H{Drawing.N(at.Right - tip)}L{Drawing.N(at.Right)} {Drawing.N(at.Middle)}L{Drawing.N(at.Right - tip)} {Drawing.N(at.Bottom)}H{Drawing.N(at.Left)}Z", fill, Palette.MidGrey, Outline);
        }

        if (double.IsFinite(box.Rate))
        {
            drawing.Number((at.Left + at.Right) / 2, at.Middle, new DrawnNumber("steps", "places or staff in use", box.Step.Label, box.Rate, double.NaN, double.NaN, "per cent"));
        }

        var style = new TextStyle(StepBox.TextSize, Palette.InkOn(fill), On: fill);
        var middle = at.Left + ((at.Width - tip) / 2);
        var baseline = at.Middle - ((box.Lines.Count + 1) * StepBox.LineHeight / 2) + (StepBox.TextSize * 0.95);
        var whole = string.Join(", ", box.Step.Labels);
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
                var (x, y) = (ribbons.Nodes[box.i].Right - (2 * LoopRadius) - 2, ribbons.Nodes[box.i].Top);
                var r = Drawing.N(LoopRadius);
                drawing.Path($"M{Drawing.N(x - LoopRadius)} {Drawing.N(y)}A{r} {r} 0 1 1 {Drawing.N(x + LoopRadius)} {Drawing.N(y - 1)}", "", RibbonShades.Back,
                    1, whole: $"{box.one.Step.Label} again: {StepBox.PerDay(flow.PerDay)} a day");
                drawing.Path($"M{Drawing.N(x + LoopRadius)} {Drawing.N(y)}l-2 -3h4z", RibbonShades.Back);
            }
        }
    }
}
