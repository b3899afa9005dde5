using System.Text;
using FlowSim.Plots.Network.Layout;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Network;

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
