using System.Globalization;
using FlowSim.Plots.Drawings;

namespace FlowSim.Tests.Plots.Drawings;

/// <summary>Colours as they are seen without red or green cones, and in grey.</summary>
public sealed class PaletteTests
{
    // Of linear light, from Viénot, Brettel and Mollon 1999 (Color Res Appl 24: 243-252): what a dichromat sees of red, green and blue.
    private static readonly double[,] Deuteranopia = { { 0.29275, 0.70725, 0 }, { 0.29275, 0.70725, 0 }, { -0.02234, 0.02234, 1 } };
    private static readonly double[,] Protanopia = { { 0.11238, 0.88762, 0 }, { 0.11238, 0.88762, 0 }, { 0.00401, -0.00401, 1 } };

    // A difference of about 2 can just be seen between large areas side by side (CIE 1976).
    private const double Clear = 10;

    private static IEnumerable<TestCaseData> Sights =>
        [new TestCaseData(Deuteranopia).SetArgDisplayNames("without green"), new TestCaseData(Protanopia).SetArgDisplayNames("without red")];

    [TestCaseSource(nameof(Sights))]
    public void Neighbours_in_a_stack_differ_in_colour_or_hatch(double[,] sight)
    {
        var shades = Palette.Categories;
        for (var i = 1; i < shades.Count; i++)
        {
            var (one, other) = (shades[i - 1], shades[i]);
            Assert.That(Distance(Seen(one.Colour, sight), Seen(other.Colour, sight)) > Clear || one.Hatch != other.Hatch, $"{one} beside {other}");
        }
    }

    [TestCaseSource(nameof(Sights))]
    public void Fills_without_a_hatch_are_told_apart_anywhere(double[,] sight)
    {
        foreach (var group in Palette.Categories.GroupBy(shade => shade.Hatch))
        {
            var alike = group.ToList();
            for (var i = 0; i < alike.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    Assert.That(Distance(Seen(alike[i].Colour, sight), Seen(alike[j].Colour, sight)), Is.GreaterThan(Clear), $"{alike[j]} and {alike[i]}");
                }
            }
        }
    }

    [TestCaseSource(nameof(Sights))]
    public void The_two_colours_of_points_are_told_apart(double[,] sight) =>
        Assert.That(Distance(Seen(Palette.Blue, sight), Seen(Palette.Vermilion, sight)), Is.GreaterThan(2 * Clear));

    [Test]
    public void Shades_of_a_map_become_darker_all_the_way()
    {
        var lightness = Enumerable.Range(0, 25).Select(step => Palette.Luminance(Palette.Sequential(step / 24.0))).ToList();
        Assert.That(lightness, Is.Ordered.Descending.And.Unique);
    }

    private static double[] Seen(string colour, double[,] sight)
    {
        var light = Enumerable.Range(0,
            3).Select(channel => Linear(int.Parse(colour.AsSpan(1 + (2 * channel), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0))
            .ToArray();
        return [.. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(column => sight[row, column] * light[column]), 0, 1))];
    }

    private static double Linear(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    /// <summary>Distance in CIE L*a*b* with the white of sRGB.</summary>
    private static double Distance(double[] one, double[] other) => Math.Sqrt(Lab(one).Zip(Lab(other), (a, b) => (a - b) * (a - b)).Sum());

    private static double[] Lab(double[] light)
    {
        var x = Root(((0.4124 * light[0]) + (0.3576 * light[1]) + (0.1805 * light[2])) / 0.9505);
        var y = Root((0.2126 * light[0]) + (0.7152 * light[1]) + (0.0722 * light[2]));
        var z = Root(((0.0193 * light[0]) + (0.1192 * light[1]) + (0.9505 * light[2])) / 1.089);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Root(double value) => value > 0.008856 ? Math.Cbrt(value) : (7.787 * value) + (16.0 / 116);
}
