using FlowSim.Plots.Pictures;
using FlowSim.Plots.Svg;
using FlowSim.Tests.Plots.Charts;

namespace FlowSim.Tests.Plots.Pictures;

public sealed class PngPictureTests
{
    private const byte Full = 255;

    [Test]
    public void It_has_the_pixels_of_its_size_and_resolution_and_says_so()
    {
        var drawing = new Drawing("test", 60) { Height = 20 * Drawing.PointsPerMillimetre };
        drawing.Rectangle(0, 0, 30 * Drawing.PointsPerMillimetre, 10 * Drawing.PointsPerMillimetre, "#FF0080");
        var image = PngImage.Decode(PngPicture.Of(drawing, dpi: 254))!;

        // 60 × 20 mm at ten dots a millimetre.
        Assert.That((image.Width, image.Height, image.DotsPerMetre), Is.EqualTo((600, 200, 10_000)));
        byte[] fill = [Full, 0, 128];
        byte[] white = [Full, Full, Full];
        Assert.That(image[150, 50].ToArray(), Is.EqualTo(fill), "the filled part");
        Assert.That(image[298, 98].ToArray(), Is.EqualTo(fill), "its corner");
        Assert.That(image[302, 102].ToArray(), Is.EqualTo(white), "beside it");
        Assert.That(image[599, 199].ToArray(), Is.EqualTo(white), "the last pixel");
    }

    [TestCase(PngPicture.LowestDpi - 1)]
    [TestCase(PngPicture.HighestDpi + 1)]
    public void A_resolution_that_gives_no_sensible_picture_is_refused(int dpi) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PngPicture.Of(new Drawing("test", 60) { Height = 20 }, dpi));

    [TestCaseSource(typeof(DrawnChart), nameof(DrawnChart.Ids))]
    public void Every_text_of_a_chart_leaves_its_trace(string chart)
    {
        foreach (var results in AwkwardResults.Names)
        {
            foreach (var drawing in DrawnChart.Of(chart, results, 170))
            {
                var image = PngImage.Decode(PngPicture.Of(drawing, dpi: 72))!;
                Assert.That(TextCheck.FirstMissing(image, drawing.Texts, drawing.Width), Is.Null, drawing.Name);
            }
        }
    }

    [TestCaseSource(typeof(DrawnChart), nameof(DrawnChart.Ids))]
    public void A_chart_gives_the_same_bytes_each_time_and_on_several_threads_at_once(string chart)
    {
        var drawing = DrawnChart.Of(chart, "ordinary", 80)[0];
        var alone = PngPicture.Of(drawing, dpi: 100);
        var together = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() => PngPicture.Of(drawing, dpi: 100), TaskCreationOptions.LongRunning))
            .ToList();
        together.ForEach(task => Assert.That(task.Result, Is.EqualTo(alone)));
        Assert.That(PngPicture.Of(DrawnChart.Of(chart, "huge", 80)[0], dpi: 100), Is.Not.EqualTo(alone), "the test's own assumption");
    }
}
