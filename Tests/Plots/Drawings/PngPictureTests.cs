using FlowSim.Plots.Drawings;
using FlowSim.Tests.Plots.Charts;

namespace FlowSim.Tests.Plots.Drawings;

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

    [Test]
    public void A_text_stands_where_its_anchor_says()
    {
        // 100 mm at one pixel a point; an H leaves less than a tenth of its width free at either side.
        var (middle, width) = (100.0, Face.Of(TextStyle.Title).Width("HH", 40));
        Assert.That(Ink(middle, Anchor.Start), Is.EqualTo((middle, middle + width)).Within(5));
        Assert.That(Ink(middle, Anchor.Middle), Is.EqualTo((middle - (width / 2), middle + (width / 2))).Within(5));
        Assert.That(Ink(middle, Anchor.End), Is.EqualTo((middle - width, middle)).Within(5));
    }

    [Test]
    public void A_rim_keeps_letters_apart_from_what_runs_under_them()
    {
        Assert.That(HasWhite(halo: false), Is.False);
        Assert.That(HasWhite(halo: true), Is.True);

        static bool HasWhite(bool halo)
        {
            var drawing = new Drawing("test", 60) { Height = 40 };
            drawing.Rectangle(0, 0, drawing.Width, drawing.Height, "#808080");
            drawing.Text(20, 30, "HH", new TextStyle(20, Halo: halo));
            var image = PngImage.Decode(PngPicture.Of(drawing, dpi: 144))!;
            return Enumerable.Range(0, image.Width).Any(x => Enumerable.Range(0, image.Height).Any(y => image[x, y][0] == Full));
        }
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

    /// <summary>First and last column that is not white.</summary>
    private static (double First, double Last) Ink(double x, Anchor anchor)
    {
        var drawing = new Drawing("test", 100) { Height = 50 };
        drawing.Text(x, 45, "HH", new TextStyle(40, Bold: true), anchor);
        var image = PngImage.Decode(PngPicture.Of(drawing, dpi: 72))!;
        var inked = Enumerable.Range(0, image.Width).Where(column => Enumerable.Range(0, image.Height).Any(y => image[column, y][0] < Full)).ToList();
        return (inked[0], inked[^1] + 1);
    }
}
