using System.Text;

namespace FlowSim.Plots.Svg;

/// <summary>Curves and bands as SVG path data, to a tenth of a point and without points that change nothing: a series of years stays small.</summary>
internal static class PathText
{
    /// <summary>A line through points; broken where a value is NaN.</summary>
    public static string Curve(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach (var run in Runs(points))
        {
            Append(path, run);
        }

        return path.ToString();
    }

    /// <summary>The area between two curves; broken where a value is NaN.</summary>
    public static string Band(IReadOnlyList<(double X, double Low, double High)> points)
    {
        var path = new StringBuilder();
        for (var from = 0; from < points.Count; from++)
        {
            var to = from;
            while (to < points.Count && !double.IsNaN(points[to].Low) && !double.IsNaN(points[to].High))
            {
                to++;
            }

            if (to > from)
            {
                var run = points.Skip(from).Take(to - from).ToList();
                var upper = Thinned([.. run.Select(point => (point.X, point.High))]);
                var lower = Thinned([.. run.Select(point => (point.X, point.Low))]);
                lower.Reverse();
                Append(path, [.. upper, .. lower]);
                path.Append('Z');
                from = to;
            }
        }

        return path.ToString();
    }

    private static IEnumerable<List<(double X, double Y)>> Runs(IEnumerable<(double X, double Y)> points)
    {
        var run = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            if (!double.IsNaN(point.Y))
            {
                run.Add(point);
            }
            else if (run.Count > 0)
            {
                yield return Thinned(run);
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return Thinned(run);
        }
    }

    // Of a stretch at one height only its ends matter.
    private static List<(double X, double Y)> Thinned(List<(double X, double Y)> run)
    {
        var rounded = run.ConvertAll(point => (X: Math.Round(point.X, 1), Y: Math.Round(point.Y, 1)));
        return [.. rounded.Where((point, i) => i == 0 || i == rounded.Count - 1 || point.Y != rounded[i - 1].Y || point.Y != rounded[i + 1].Y)];
    }

    private static void Append(StringBuilder path, List<(double X, double Y)> run)
    {
        for (var i = 0; i < run.Count; i++)
        {
            path.Append(i == 0 ? 'M' : 'L').Append(Drawing.N(run[i].X)).Append(' ').Append(Drawing.N(run[i].Y));
        }

        // One point alone: a line of no length would not be drawn.
        if (run.Count == 1)
        {
            path.Append('h').Append("0.01");
        }
    }
}
