using System.Text;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Flows.Layout;

namespace FlowSim.Plots.Flows;

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

/// <summary>What a ribbon covers, as small rectangles along its middle line.</summary>
internal static class RibbonAreas
{
    private const int PiecesOfCurve = 10;

    public static IEnumerable<Area> Of(Route route, double thickness)
    {
        for (var i = 1; i < route.Points.Count; i++)
        {
            var (from, to) = (route.Points[i - 1], route.Points[i]);
            var pieces = route.Course == Course.Forward && i % 2 == 0 && from.Y != to.Y ? PiecesOfCurve : 1;
            for (var piece = 0; piece < pieces; piece++)
            {
                yield return Between(OnCurve(from, to, (double)piece / pieces), OnCurve(from, to, (piece + 1.0) / pieces), thickness / 2);
            }
        }
    }

    /// <summary>A point of the curve from one level to another; exactly as it is drawn.</summary>
    public static (double X, double Y) OnCurve((double X, double Y) from, (double X, double Y) to, double t)
    {
        // Cubic Bézier with both control points halfway across, at the levels of the ends.
        var rest = 1 - t;
        var middle = (from.X + to.X) / 2;
        var x = (rest * rest * rest * from.X) + (3 * rest * t * middle) + (t * t * t * to.X);
        return (x, from.Y + ((to.Y - from.Y) * t * t * (3 - (2 * t))));
    }

    private static Area Between((double X, double Y) a, (double X, double Y) b, double half) =>
        new Area(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y)).Grown(half);
}

/// <summary>The middle line of a ribbon as SVG path data.</summary>
internal static class RibbonPath
{
    /// <summary>At least; wide ribbons turn more gently [pt].</summary>
    private const double CornerRadius = 7;

    /// <summary>Narrower strokes show no edges [pt].</summary>
    private const double WideStroke = 8;

    /// <summary>Rise ÷ run above which a ribbon is steep.</summary>
    private const double Steep = 0.75;

    /// <summary>Level pieces and curves by turns.</summary>
    public static string Forward(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder().Append('M').Append(At(points[0]));
        for (var i = 1; i < points.Count; i++)
        {
            if (i % 2 == 1)
            {
                path.Append('L').Append(At(points[i]));
                continue;
            }

            var middle = (points[i - 1].X + points[i].X) / 2;
            path.Append('C').Append(At((middle, points[i - 1].Y))).Append(' ').Append(At((middle, points[i].Y))).Append(' ').Append(At(points[i]));
        }

        return path.ToString();
    }

    /// <summary>
    /// True where a stroke along the middle line would show that it is wide: its ends would reach over the boxes, and its bends would have edges.
    /// </summary>
    public static bool IsWide(IReadOnlyList<(double X, double Y)> points, double thickness)
    {
        for (var i = 2; i < points.Count; i += 2)
        {
            var (across, along) = (points[i].X - points[i - 1].X, Math.Abs(points[i].Y - points[i - 1].Y));
            if (along > Math.Max(Steep * across, thickness))
            {
                // As an area it would be thin where it rises.
                return false;
            }
        }

        return thickness >= WideStroke;
    }

    /// <summary>What a ribbon covers, everywhere as high as it is wide.</summary>
    public static string Area(IReadOnlyList<(double X, double Y)> points, double thickness)
    {
        var half = thickness / 2;
        var lower = Forward([.. points.Reverse().Select(point => (point.X, point.Y + half))]);
        return $"{Forward([.. points.Select(point => (point.X, point.Y - half))])}L{lower[1..]}Z";
    }

    /// <summary>Level and upright pieces with round corners.</summary>
    public static string Round(IReadOnlyList<(double X, double Y)> corners, double thickness)
    {
        var path = new StringBuilder().Append('M').Append(At(corners[0]));
        for (var i = 1; i < corners.Count - 1; i++)
        {
            var radius = Math.Min(Math.Max(CornerRadius, thickness), Math.Min(Distance(corners[i - 1], corners[i]), Distance(corners[i], corners[i + 1])) / 2);
            path.Append('L').Append(At(Towards(corners[i], corners[i - 1], radius)));
            path.Append('Q').Append(At(corners[i])).Append(' ').Append(At(Towards(corners[i], corners[i + 1], radius)));
        }

        return path.Append('L').Append(At(corners[^1])).ToString();
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y);

    private static (double X, double Y) Towards((double X, double Y) from, (double X, double Y) to, double length)
    {
        var distance = Distance(from, to);
        return distance == 0 ? from : (from.X + ((to.X - from.X) * length / distance), from.Y + ((to.Y - from.Y) * length / distance));
    }

    private static string At((double X, double Y) point) => $"{Drawing.N(point.X)} {Drawing.N(point.Y)}";
}

/// <summary>
/// Colours of ribbons: greys, so that they are not taken for shares in use; thin ones darker, to be seen. What runs back is of another colour and darker
/// than any.
/// </summary>
internal static class RibbonShades
{
    /// <summary>Of lines and figures; wide ribbons are paler.</summary>
    public const string Back = Palette.Vermilion;

    private const string WideBack = "#E3A07C";

    private const double Wide = 4;
    private const double Narrow = 1.5;

    public static string Backward(double thickness) => thickness >= Wide ? WideBack : Back;

    public static string Forward(double thickness) => thickness switch
    {
        >= Wide => "#D3D6D9",
        >= Narrow => "#B9BFC4",
        _ => "#949BA1",
    };
}

/// <summary>A rectangle on the page [pt].</summary>
internal readonly record struct Area(double Left, double Top, double Right, double Bottom)
{
    public bool Overlaps(Area other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public Area Grown(double by) => new(Left - by, Top - by, Right + by, Bottom + by);
}

/// <summary>Shades for how full places and staff are: five steps from pale to dark that stay apart in grey.</summary>
internal static class UseShades
{
    /// <summary>From the first share on [%] to the next, and how dark.</summary>
    public static IReadOnlyList<(double From, string Label, string Colour)> Steps { get; } =
    [
        (0, "under 50 %", Palette.Sequential(0.08)),
        (50, "50 to 75 %", Palette.Sequential(0.3)),
        (75, "75 to 85 %", Palette.Sequential(0.5)),
        (85, "85 to 92 %", Palette.Sequential(0.75)),
        (92, "92 % and over", Palette.Sequential(1)),
    ];

    /// <summary>White where there is no share. By the share as it is written: two boxes that say 92 % look alike.</summary>
    public static string Of(double rate) =>
        double.IsNaN(rate) ? Palette.White : Steps.Last(step => Math.Round(rate, MidpointRounding.AwayFromZero) >= step.From).Colour;
}
