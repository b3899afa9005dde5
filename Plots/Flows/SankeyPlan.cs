using FlowSim.Plots.Drawings;
using FlowSim.Plots.Flows.Layout;
using FlowSim.Plots.Frame;

namespace FlowSim.Plots.Flows;

/// <summary>What stands at one side of a step of the Sankey diagram [patients a day].</summary>
/// <param name="Shown">In ribbons that are drawn.</param>
/// <param name="Cut">In flows that lead back and are cut.</param>
/// <param name="Small">In flows left out because they are small.</param>
internal readonly record struct SideSums(double Shown, double Cut, double Small)
{
    public double Total => Shown + Cut + Small;
}

/// <summary>
/// Steps and ribbons of the Sankey diagram with their places. Widths add up: a step is as high as all who come to it and all who go,
/// drawn or not; flows that lead back are cut at both ends.
/// </summary>
internal sealed class SankeyPlan : IFlowPlan
{
    private const double ShareOfHeight = 0.45;
    private const double MostHeight = 200;

    /// <summary>More cannot be taken in at a glance.</summary>
    private const int MostFlows = 12;

    /// <summary>Fewer give no idea of the system.</summary>
    private const int FewestFlows = 8;

    private readonly PictureRoom room;
    private readonly LayoutSpace space;
    private readonly double perPatient;
    private readonly StepColumns columns;
    private readonly List<ColumnFlow> forward;

    private SankeyPlan(FlowSelection selection, PictureRoom room, SimplerFlows simpler, LayoutSpace space)
    {
        this.room = room;
        this.space = space with { Width = room.Width };
        Simpler = simpler;
        columns = StepColumns.Far(simpler, step => selection.Use.Of(step)?.Kind == "beds");
        perPatient = Math.Min(MostHeight, ShareOfHeight * room.Height) / selection.Graph.Arrivals;
        forward = [.. columns.Flows.Where(flow => !flow.IsBack)];
        Cut = [.. columns.Flows.Where(flow => flow.IsBack).Select(flow => new Flow(columns.Steps[flow.From].Step, columns.Steps[flow.To].Step, flow.PerDay))];
        Steps = [.. columns.Steps.Select(step => simpler.Graph.Steps[step.Step])];
        Entering = [.. Enumerable.Range(0, Steps.Count).Select(node => Sums(node, flow => flow.To, simpler.Whole.Entering))];
        Leaving = [.. Enumerable.Range(0, Steps.Count).Select(node => Sums(node, flow => flow.From, simpler.Whole.Leaving))];
        Labels = [.. Steps.Select((step, node) => StepBox.Of(step, Through(node), null))];
        Graph = new LayoutGraph([.. Enumerable.Range(0, Steps.Count).Select(Node)], [.. forward.Select(Edge)]);
    }

    public SimplerFlows Simpler { get; }

    /// <summary>By node of the layout, its column.</summary>
    public int Column(int node) => columns.Steps[node].Column;

    /// <summary>By node of the layout.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>By node, who comes.</summary>
    public IReadOnlyList<SideSums> Entering { get; }

    /// <summary>By node, who goes on.</summary>
    public IReadOnlyList<SideSums> Leaving { get; }

    /// <summary>By node, name and number.</summary>
    public IReadOnlyList<StepBox> Labels { get; }

    /// <summary>Ways out, the largest first.</summary>
    public IReadOnlyList<int> Ends =>
        [.. Enumerable.Range(0, Steps.Count).Where(node => Steps[node].Kind == StepKind.Exit).OrderByDescending(node => Entering[node].Total)];

    /// <summary>The colour of a way out; empty for a step that is none.</summary>
    public string OutcomeOf(int node) => Ends.ToList().IndexOf(node) is >= 0 and var rank ? OutcomeColours.Of(rank) : "";

    /// <summary>Who passes a node, drawn or not [patients a day].</summary>
    public double Through(int node) => Math.Max(Entering[node].Total, Leaving[node].Total);

    /// <summary>Flows that lead back, by steps of the simpler graph.</summary>
    public IReadOnlyList<Flow> Cut { get; }

    public LayoutGraph Graph { get; }

    public Step StepOf(int node) => Steps[node];

    /// <summary>Set once laid out.</summary>
    public NetworkLayout Layout { get; private set; } = new([], [], 0, 0, 0);

    /// <summary>By ribbon of the layout, patients a day.</summary>
    public double PerDay(int ribbon) => forward[ribbon].PerDay;

    /// <summary>Width of so many patients a day [pt], exactly.</summary>
    public double Thickness(double perDay) => perDay * perPatient;

    /// <summary>The flows that matter, some fewer where a page has no room for them in a row, and what must be shown beside them.</summary>
    /// <param name="selection">All flows.</param>
    /// <param name="room">On the page.</param>
    /// <param name="space">Between boxes.</param>
    /// <param name="need">Whether it must have room: null if it has none.</param>
    public static SankeyPlan? Of(FlowSelection selection, PictureRoom room, LayoutSpace space, FlowNeed need)
    {
        for (var most = MostFlows; most >= FewestFlows; most--)
        {
            var plan = new SankeyPlan(selection, room, SimplerFlows.Largest(selection.Graph, selection.Roles, most), space);
            if (plan.IsLaidOutInRoom() || !need.MustFit)
            {
                return plan;
            }
        }

        return null;
    }

    /// <summary>The flows that matter.</summary>
    public static SimplerFlows Matter(FlowSelection selection) => SimplerFlows.Largest(selection.Graph, selection.Roles, MostFlows);

    private bool IsLaidOutInRoom()
    {
        Layout = LayeredLayout.Of(Graph, space with { Height = room.Height }, new bool[forward.Count], [.. columns.Steps.Select(step => step.Column)]);
        return Layout.Height <= room.Height + 0.1 && Layout.Width <= room.Width + 0.1;
    }

    private SideSums Sums(int node, Func<ColumnFlow, int> end, Func<int, double> whole)
    {
        var shown = forward.Where(flow => end(flow) == node).Sum(flow => flow.PerDay);
        var cut = columns.Flows.Where(flow => flow.IsBack && end(flow) == node).Sum(flow => flow.PerDay);
        return new SideSums(shown, cut, Math.Max(0, whole(Simpler.IndexInWhole(Steps[node])) - shown - cut));
    }

    private LayoutNode Node(int node)
    {
        var (entering, leaving) = (Entering[node], Leaving[node]);
        return new LayoutNode(Labels[node].TextWidth + (2 * (SankeyPicture.Bar + SankeyPicture.Padding)), Labels[node].Height,
            Thickness(entering.Cut + entering.Small), Thickness(leaving.Cut + leaving.Small));
    }

    private LayoutEdge Edge(ColumnFlow flow) => new(flow.From, flow.To, 1 + (Thickness(flow.PerDay) / 6), Thickness(flow.PerDay));
}

/// <summary>Colours of where patients end up.</summary>
internal static class OutcomeColours
{
    /// <summary>Pale enough for figures on them, from light to dark and back by turns.</summary>
    private static readonly IReadOnlyList<string> Colours = ["#8FC1E3", "#F3CE86", "#8CCDB5", "#DDB6CC", "#EDE79A", "#C2B8E0", "#C9CDD1"];

    /// <summary>How many ways out have a colour of their own.</summary>
    private static int Own => Colours.Count - 1;

    /// <summary>Of a way out by its size, from 0; the last colour has all further ones.</summary>
    public static string Of(int rank) => Colours[Math.Min(rank, Own)];

    /// <summary>Which colour is which way out.</summary>
    /// <param name="key">Where they are added.</param>
    /// <param name="ends">Ways out in words, the largest first.</param>
    public static void AddTo(Key key, IReadOnlyList<string> ends)
    {
        for (var rank = 0; rank < Math.Min(ends.Count, Own); rank++)
        {
            key.Add((rank == 0 ? "to: " : "") + ends[rank], Of(rank));
        }

        if (ends.Count > Own)
        {
            key.Add("to any other way out", Of(Own));
        }
    }
}

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
            ribbons.DrawForward(ribbon, plan.OutcomeOf(plan.Graph.Edges[ribbon].To));
        }

        for (var node = 0; node < ribbons.Nodes.Count; node++)
        {
            DrawStep(node);
        }

        ribbons.AddForward(ribbons.Labels([]), ribbon => plan.OutcomeOf(plan.Graph.Edges[ribbon].To));
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
