using System.Globalization;
using System.Text.RegularExpressions;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Report;
using FlowSim.Tests.Plots.Charts;

namespace FlowSim.Tests.Report;

/// <summary>
/// In the dark the page turns its drawings around by two filters. What becomes of a colour is reckoned here as the Filter Effects Module of the W3C defines
/// them (sections 12.5 and 12.7), from the numbers that stand in the page's style.
/// </summary>
public sealed partial class DarkDrawingsTests
{
    private const double LeastOfText = 4.5;
    private const double LeastOfLines = 3;

    [TestCase(80)]
    [TestCase(170)]
    public void Every_text_of_a_chart_can_be_read(double width)
    {
        foreach (var chart in ChartList.Of(AwkwardResults.Get("ordinary")))
        {
            var request = new ChartRequest { Results = AwkwardResults.Get("ordinary"), WidthMillimetres = width };
            var turned = chart.Draw(request).All.Where(drawing => !InlineSvg.HasTextOnColour(drawing));
            var looks = turned.SelectMany(drawing => drawing.Texts).Select(text => (text.Style.Colour, text.Style.On)).Distinct();
            foreach (var (colour, on) in looks)
            {
                Assert.That(Palette.Contrast(Dark(colour), Dark(on)), Is.GreaterThanOrEqualTo(LeastOfText), $"{chart.Id}: {colour} on {on}");
            }
        }
    }

    [Test]
    public void Where_text_stands_on_colours_the_ink_was_chosen_for_them_and_the_drawing_stays_as_it_is()
    {
        var results = AwkwardResults.Get("ordinary");
        var request = new ChartRequest { Results = results };
        var kept = ChartList.Of(results).Where(chart => chart.Draw(request).All.Any(InlineSvg.HasTextOnColour));
        Assert.That(kept.Select(chart => chart.Id), Is.EqualTo(new[] { "hour-of-week", "network", "sankey" }));
        Assert.That(Page.Of(results), Does.Contain("<div class=\"drawing as-drawn\""));
    }

    [TestCase(Palette.Blue)]
    [TestCase(Palette.Vermilion)]
    [TestCase(Palette.Black)]
    [TestCase(Palette.DarkGrey)]
    [TestCase(Palette.MidGrey)]
    public void Lines_and_points_stand_out_from_the_ground(string colour) =>
        Assert.That(Palette.Contrast(Dark(colour), Dark(Palette.White)), Is.GreaterThanOrEqualTo(LeastOfLines));

    [Test]
    public void What_was_lighter_is_darker_and_the_ground_is_nearly_that_of_the_page()
    {
        string[] colours = [Palette.White, Palette.PaleBlue, Palette.Blue, "#00446B", Palette.PureBlack];
        Assert.That(colours.Select(colour => Palette.Luminance(Dark(colour))), Is.Ordered);
        Assert.That(Palette.Contrast(Dark(Palette.White), "#14181c"), Is.LessThan(1.1));
    }

    private static string Dark(string colour)
    {
        var filter = Filter().Match(PageScript.Style);
        var (share, angle) = (Number(filter, "share"), Number(filter, "angle") * Math.PI / 180);
        var turned = Channels(colour).Select(channel => (share * (1 - channel)) + ((1 - share) * channel)).ToArray();
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        double[][] matrix =
        [
            [0.213 + (cos * 0.787) - (sin * 0.213), 0.715 - (cos * 0.715) - (sin * 0.715), 0.072 - (cos * 0.072) + (sin * 0.928)],
            [0.213 - (cos * 0.213) + (sin * 0.143), 0.715 + (cos * 0.285) + (sin * 0.140), 0.072 - (cos * 0.072) - (sin * 0.283)],
            [0.213 - (cos * 0.213) - (sin * 0.787), 0.715 - (cos * 0.715) + (sin * 0.715), 0.072 + (cos * 0.928) + (sin * 0.072)],
        ];
        var dark = matrix.Select(row => (int)Math.Round(255 * Math.Clamp(row.Zip(turned, (factor, channel) => factor * channel).Sum(), 0, 1)));
        return "#" + string.Concat(dark.Select(channel => channel.ToString("X2", CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<double> Channels(string colour) =>
        new[] { 1, 3, 5 }.Select(start => int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0);

    private static double Number(Match match, string name) => double.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"filter: invert\((?<share>[\d.]+)\) hue-rotate\((?<angle>[\d.]+)deg\)")]
    private static partial Regex Filter();
}
