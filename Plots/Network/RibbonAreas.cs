using FlowSim.Plots.Network.Layout;

namespace FlowSim.Plots.Network;

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
