using System.Text;
using FlowSim.Plots.Drawings;
using FlowSim.Tests.Plots.Charts;
using UglyToad.PdfPig;

namespace FlowSim.Tests.Plots.Drawings;

/// <summary>What a PDF of a chart holds, read by another library.</summary>
public sealed class PdfPictureTests
{
    [TestCaseSource(typeof(DrawnChart), nameof(DrawnChart.Ids))]
    public void It_has_one_page_of_the_drawings_size_with_every_text_as_text_and_no_pixels(string chart)
    {
        foreach (var drawing in AwkwardResults.Names.SelectMany(results => DrawnChart.Of(chart, results, 170)))
        {
            using var pdf = PdfDocument.Open(PdfPicture.Of(drawing));
            Assert.That(pdf.NumberOfPages, Is.EqualTo(1));
            var page = pdf.GetPage(1);
            Assert.That((page.Width, page.Height), Is.EqualTo((drawing.Width, drawing.Height)).Within(0.01));
            Assert.That(page.GetImages(), Is.Empty);

            // All letters in the order of drawing; a reader of PDF finds blanks by distance.
            Assert.That(Unspaced(string.Concat(page.Letters.Select(letter => letter.Value))),
                Is.EqualTo(Unspaced(string.Concat(drawing.Texts.Select(text => text.Text)))), drawing.Name);
            Assert.That(page.Letters.Select(letter => letter.FontName).Distinct(), Has.All.Contains("Inter"));
        }
    }

    [Test]
    public void It_says_what_it_shows_and_holds_no_date()
    {
        var drawing = DrawnChart.Of("four-hour", "long titles", 170)[0];
        var bytes = PdfPicture.Of(drawing);
        using var pdf = PdfDocument.Open(bytes);
        Assert.That((pdf.Information.Title, pdf.Information.Subject, pdf.Information.Creator), Is.EqualTo((drawing.Title, drawing.Description, "FlowSim")));
        Assert.That(Encoding.Latin1.GetString(bytes), Does.Not.Contain("CreationDate").And.Not.Contain("ModDate").And.Contain("/Title"));
    }

    [TestCaseSource(typeof(DrawnChart), nameof(DrawnChart.Ids))]
    public void A_chart_gives_the_same_bytes_each_time_and_on_several_threads_at_once(string chart)
    {
        var drawing = DrawnChart.Of(chart, "ordinary", 80)[0];
        var alone = PdfPicture.Of(drawing);
        var together = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() => PdfPicture.Of(drawing), TaskCreationOptions.LongRunning)).ToList();
        together.ForEach(task => Assert.That(task.Result, Is.EqualTo(alone)));
        Assert.That(PdfPicture.Of(DrawnChart.Of(chart, "huge", 80)[0]), Is.Not.EqualTo(alone), "the test's own assumption");
    }

    private static string Unspaced(string text) => new([.. text.Where(letter => !char.IsWhiteSpace(letter))]);
}
