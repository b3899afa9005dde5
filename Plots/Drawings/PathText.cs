using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowSim.Plots.Drawings;

/// <summary>Curves and bands as SVG path data, to a tenth of a point and without points that change nothing: a series of years stays small.</summary>
internal static partial class PathText
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

    /// <summary>A position or length to a tenth of a point, or to a hundredth where it is less than one: no eye sees more on a screen.</summary>
    public static string Short(double value) => Math.Round(value, Math.Abs(value) < 1 ? 2 : 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The same path with positions to a tenth of a point; of straight lines each end is told from the one before it, which takes fewer digits.
    /// </summary>
    public static string Shortened(string path) => Straight().IsMatch(path)
        ? FromPointToPoint(path)
        : Decimals().Replace(path, number => Short(Number(number.ValueSpan)));

    private static string FromPointToPoint(string path)
    {
        var text = new StringBuilder();
        (decimal X, decimal Y) at = default;
        foreach (Match step in Step().Matches(path))
        {
            if (step.ValueSpan is "Z")
            {
                text.Append('z');
                continue;
            }

            var to = (X: Tenth(step.Groups["x"].ValueSpan), Y: Tenth(step.Groups["y"].ValueSpan));
            var (right, down) = (Digits(to.X - at.X), Digits(to.Y - at.Y));
            text.Append(step.Value[0] == 'M' ? $"M{Digits(to.X)}{Next(Digits(to.Y))}"
                : down == "0" ? $"h{right}"
                : right == "0" ? $"v{down}"
                : $"l{right}{Next(down)}");
            at = to;
        }

        return text.ToString();
    }

    private static decimal Tenth(ReadOnlySpan<char> number) => Math.Round((decimal)Number(number), 1);

    private static double Number(ReadOnlySpan<char> number) =>
        double.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value
            : throw new FormatException($"{number} is no number of a path");

    private static string Digits(decimal value)
    {
        var digits = value.ToString("0.#", CultureInfo.InvariantCulture);
        return digits.StartsWith("0.", StringComparison.Ordinal) ? digits[1..]
            : digits.StartsWith("-0.", StringComparison.Ordinal) ? "-" + digits[2..]
            : digits;
    }

    // A sign parts two numbers as well as a blank does.
    private static string Next(string number) => number[0] == '-' ? number : " " + number;

    [GeneratedRegex(@"^M([\d .\-]|[MLZ])+$")]
    private static partial Regex Straight();

    [GeneratedRegex(@"Z|[ML](?<x>-?[\d.]+) (?<y>-?[\d.]+)")]
    private static partial Regex Step();

    [GeneratedRegex(@"-?\d+\.\d{2,}")]
    private static partial Regex Decimals();

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
