using System.Globalization;
using System.Text.RegularExpressions;
using FlowSim.Plots.Drawings;

namespace FlowSim.Tests.Plots.Drawings;

/// <summary>Paths as they stand on a page, read by code of its own.</summary>
public sealed partial class SmallPathsTests
{
    [TestCase("M0 0L10 5L10 8.26L4 8.26Z", "M0 0l10 5v3.3h-6z")]
    [TestCase("M1.25 2L0.94 1.5", "M1.2 2l-.3-.5")]
    [TestCase("M3 4h0.01", "M3 4h0.01")]
    [TestCase("M10.123 4C1 2.456 3 4 5.57 6", "M10.1 4C1 2.5 3 4 5.6 6")]
    public void A_path_is_written_from_point_to_point(string path, string expected) => Assert.That(PathText.Shortened(path), Is.EqualTo(expected));

    [Test]
    public void However_long_a_path_is_none_of_its_points_is_off_by_more_than_half_a_tenth()
    {
        var points = Enumerable.Range(0, 2000).Select(at => (X: at * 0.137, Y: 50 + (40 * Math.Sin(at * 0.61)))).ToList();
        var path = string.Concat(points.Select((point, at) => string.Create(CultureInfo.InvariantCulture, $"{(at == 0 ? 'M' : 'L')}{point.X} {point.Y}")));
        var read = Points(PathText.Shortened(path));
        Assert.That(read, Has.Count.EqualTo(points.Count));
        var off = read.Zip(points).Max(pair => Math.Max(Math.Abs(pair.First.X - pair.Second.X), Math.Abs(pair.First.Y - pair.Second.Y)));
        Assert.That(off, Is.LessThan(0.0501));
    }

    private static List<(double X, double Y)> Points(string path)
    {
        var points = new List<(double X, double Y)>();
        foreach (Match step in Step().Matches(path))
        {
            var numbers = Number().Matches(step.Value).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture)).ToArray();
            var (x, y) = points.Count == 0 ? (0, 0) : points[^1];
            points.Add(step.Value[0] switch
            {
                'M' => (numbers[0], numbers[1]),
                'h' => (x + numbers[0], y),
                'v' => (x, y + numbers[0]),
                _ => (x + numbers[0], y + numbers[1]),
            });
        }

        return points;
    }

    [GeneratedRegex("[Mhvl][^Mhvlz]+")]
    private static partial Regex Step();

    [GeneratedRegex(@"-?\d*\.?\d+")]
    private static partial Regex Number();
}
