using System.Text;
using FlowSim.Plots.Network.Layout;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Network;

/// <summary>The middle line of a ribbon as SVG path data.</summary>
internal static class RibbonPath
{
    /// <summary>At least; wide ribbons turn more gently [pt].</summary>
    private const double CornerRadius = 7;

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
