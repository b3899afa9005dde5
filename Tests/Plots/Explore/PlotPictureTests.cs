using FlowSim.Plots.Drawings;
using FlowSim.Plots.Explore;
using FlowSim.Tests.Plots.Drawings;
using ScottPlot;

namespace FlowSim.Tests.Plots.Explore;

public sealed class PlotPictureTests
{
    [TestCase(900, 600)]
    [TestCase(1800, 1200)]
    [TestCase(431, 377)]
    public void A_PNG_has_the_size_that_is_asked_for_and_is_not_blank(int width, int height)
    {
        var image = Image(Histogram("Baseline"), width, height);
        Assert.That((image.Width, image.Height), Is.EqualTo((width, height)));
        Assert.That(Dark(image, 0, 0, width, height), Is.GreaterThan(width));
    }

    [Test]
    public void The_title_is_drawn_in_the_font_that_comes_along()
    {
        // The same plot with a white title has nothing dark above the frame.
        const int AboveFrame = 55;
        var (plot, bare) = (Histogram("Baseline"), Histogram("Baseline"));
        bare.Axes.Title.Label.ForeColor = Colors.White;
        Assert.That(Dark(Image(bare, 900, 600), 0, 0, 900, AboveFrame), Is.Zero);
        Assert.That(Dark(Image(plot, 900, 600), 0, 0, 900, AboveFrame), Is.GreaterThan(500));
        Assert.That(Fonts.GetTypeface(plot.Axes.Title.Label.FontName, bold: false, italic: false).FamilyName, Is.EqualTo("Inter"));
        Assert.That(Fonts.GetTypeface(plot.Axes.Title.Label.FontName, bold: true, italic: false).IsBold, Is.True);
    }

    [Test]
    public void Every_text_asks_for_that_font()
    {
        var plot = Histogram("Baseline");
        var used = plot.Axes.GetAxes().SelectMany(axis => new[] { axis.Label.FontName, axis.TickLabelStyle.FontName })
            .Append(plot.Axes.Title.Label.FontName).Append(plot.Legend.FontName).Distinct();
        Assert.That(used, Is.EqualTo(new[] { plot.Axes.Title.Label.FontName }));
    }

    [Test]
    public void A_letter_that_the_font_does_not_have_is_told_and_not_drawn_as_a_box() =>
        Assert.That(() => PlotPicture.Png(Histogram("急诊")), Throws.TypeOf<MissingLetterException>().With.Message.Contains("U+6025"));

    [Test]
    public void Nor_is_one_in_the_name_of_a_row()
    {
        var (baseline, hub) = (ExplorePlotsTests.Measure("baseline", [1, 2]), ExplorePlotsTests.Measure("hub", [2, 4]) with { ScenarioName = "急诊" });
        Assert.That(() => PlotPicture.Png(ExplorePlots.Differences(baseline, [hub])), Throws.TypeOf<MissingLetterException>());
    }

    [Test]
    public void An_SVG_holds_lines_and_text() => Assert.That(PlotPicture.Svg(Histogram("Baseline")), Does.Contain("<svg").And.Contain("<text"));

    private static Plot Histogram(string scenario) =>
        ExplorePlots.Histogram(ExplorePlotsTests.Measure("baseline", [1, 2, 2, 5]) with { ScenarioName = scenario });

    private static PngImage Image(Plot plot, int width, int height) => PngImage.Decode(PlotPicture.Png(plot, width, height))!;

    private static int Dark(PngImage image, int left, int top, int right, int bottom) => Enumerable.Range(top, bottom - top)
        .Sum(y => Enumerable.Range(left, right - left).Count(x => image[x, y][0] < 100 && image[x, y][1] < 100 && image[x, y][2] < 100));
}
