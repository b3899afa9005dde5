using FlowSim.Plots.Network.Layout;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Network;

/// <summary>
/// Boxes and ribbons of a plan where they stand on the drawing. Draws what runs forward, each with a white rim so that crossings can be followed, and
/// figures.
/// </summary>
internal sealed class Ribbons
{
    public const double Rim = 0.5;

    /// <summary>It begins and ends a little inside the boxes, which are drawn over it.</summary>
    public const double Hidden = 4;

    public const string PatientsADay = "patients a day";

    private const double Thinnest = 0.4;

    private readonly Drawing drawing;
    private readonly IFlowPlan plan;
    private readonly double top;

    public Ribbons(Drawing drawing, IFlowPlan plan, double left, double top)
    {
        this.drawing = drawing;
        this.plan = plan;
        this.top = top;
        Nodes = [.. plan.Layout.Nodes.Select(node => node with { Left = node.Left + left, Top = node.Top + top })];
        Routes = [.. plan.Layout.Routes.Select(route => new Route(route.Course, [.. route.Points.Select(point => (point.X + left, point.Y + top))]))];
    }

    public IReadOnlyList<PlacedNode> Nodes { get; }

    public IReadOnlyList<Route> Routes { get; }

    /// <summary>The widest first.</summary>
    public IEnumerable<int> Of(Course course) =>
        Enumerable.Range(0, Routes.Count).Where(ribbon => Routes[ribbon].Course == course).OrderByDescending(plan.PerDay).ThenBy(ribbon => ribbon);

    public double Thickness(int ribbon) => plan.Graph.Edges[ribbon].Thickness;

    public string Figure(int ribbon) => StepBox.PerDay(plan.PerDay(ribbon));

    public string Words(int ribbon)
    {
        var edge = plan.Graph.Edges[ribbon];
        return $"{plan.StepOf(edge.From).Label} to {plan.StepOf(edge.To).Label}: {Figure(ribbon)} a day";
    }

    /// <summary>Says how many go along a ribbon, at its middle.</summary>
    public void Tell(int ribbon)
    {
        var (edge, points) = (plan.Graph.Edges[ribbon], Routes[ribbon].Points);
        var (from, to) = (points[(points.Count - 1) / 2], points[points.Count / 2]);
        drawing.Number((from.X + to.X) / 2, (from.Y + to.Y) / 2,
            new DrawnNumber("flows", plan.StepOf(edge.From).Label, plan.StepOf(edge.To).Label, plan.PerDay(ribbon), double.NaN, double.NaN, PatientsADay));
    }

    /// <param name="ribbon">Which.</param>
    /// <param name="outcome">Colour of where it leads; empty: the further, the darker it is.</param>
    public void DrawForward(int ribbon, string outcome = "")
    {
        Tell(ribbon);
        var points = Routes[ribbon].Points.ToList();
        points[0] = (points[0].X - Hidden, points[0].Y);
        points[^1] = (points[^1].X + Hidden, points[^1].Y);
        var thickness = Thickness(ribbon);
        var colour = outcome.Length > 0 ? outcome : RibbonShades.Forward(thickness);
        if (RibbonPath.IsWide(points, thickness))
        {
            drawing.Path(RibbonPath.Area(points, thickness), colour, Palette.White, Rim, whole: Words(ribbon));
            return;
        }

        var path = RibbonPath.Forward(points);
        drawing.Path(path, "", Palette.White, thickness + Rim);
        drawing.Path(path, "", colour, Math.Max(Thinnest, thickness - Rim), whole: Words(ribbon));
    }

    /// <summary>Figures keep off the boxes and some other areas, and inside the picture.</summary>
    public FlowLabels Labels(IEnumerable<Area> others) =>
        new(drawing, Nodes.Select(node => new Area(node.Left, node.Top, node.Right, node.Bottom)).Concat(others)
            .Append(new Area(double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, top))
            .Append(new Area(double.NegativeInfinity, top + plan.Layout.Height, double.PositiveInfinity, double.PositiveInfinity)),
            Of(Course.Forward).SelectMany(ribbon => RibbonAreas.Of(Routes[ribbon], Thickness(ribbon)).Select(area => (ribbon, area))));

    /// <param name="labels">Where they go.</param>
    /// <param name="outcomeOf">The colour that a ribbon was drawn with.</param>
    public void AddForward(FlowLabels labels, Func<int, string>? outcomeOf = null)
    {
        foreach (var ribbon in Of(Course.Forward))
        {
            labels.Add(ribbon, Routes[ribbon], Thickness(ribbon), Figure(ribbon),
                outcomeOf?.Invoke(ribbon) is { Length: > 0 } outcome ? outcome : RibbonShades.Forward(Thickness(ribbon)));
        }
    }
}
