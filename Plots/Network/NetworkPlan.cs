using FlowSim.Plots.Network.Flows;
using FlowSim.Plots.Network.Layout;

namespace FlowSim.Plots.Network;

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
