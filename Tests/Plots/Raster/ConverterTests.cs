using System.Text;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Raster;
using FlowSim.Scenarios.Results.Reading;
using FlowSim.Tests.Results;
using FlowSim.Tests.Results.Reading;

namespace FlowSim.Tests.Plots.Raster;

/// <summary>
/// Real conversions by real programs. Where a program is not installed its cases are left out; in CI, which installs all (FLOWSIM_CI=1), they fail instead.
/// </summary>
[Platform(Exclude = "Win")]
public sealed class ConverterTests
{
    private const string Ci = "FLOWSIM_CI";
    private const byte Full = 255;

    private readonly TemporaryFolder folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("rsvg-convert")]
    [TestCase("chromium")]
    public void A_PNG_has_the_pixels_of_its_size_and_resolution_and_says_so(string program)
    {
        var bytes = Find(program).Convert(TestDrawing.Picture, PictureFormat.Png, dpi: 254);
        var image = PngImage.Decode(bytes)!;

        // 60 × 20 mm at ten dots a millimetre.
        Assert.That((image.Width, image.Height, PngResolution.Of(bytes)), Is.EqualTo((600, 200, 254)));
        Assert.That(image[150, 50][..3].ToArray(), Is.EqualTo(new byte[] { Full, 0, 0 }), "the red half");
        Assert.That(image[298, 98][..3].ToArray(), Is.EqualTo(new byte[] { Full, 0, 0 }), "the corner of the red half");
        Assert.That(image[302, 102][..3].ToArray(), Is.EqualTo(new byte[] { Full, Full, Full }), "beside the red half");
        Assert.That(image[599, 199][..3].ToArray(), Is.EqualTo(new byte[] { Full, Full, Full }), "the last pixel");
    }

    [TestCase("rsvg-convert")]
    [TestCase("chromium")]
    public void A_PDF_has_one_page_of_the_drawings_size_with_its_text_as_letters(string program)
    {
        var pdf = PdfFile.Read(Find(program).Convert(TestDrawing.Picture, PictureFormat.Pdf));
        Assert.That((pdf.Pages, pdf.HasFonts), Is.EqualTo((1, true)));
        Assert.That(pdf.Width, Is.EqualTo(60 / 25.4 * 72).Within(0.5));
        Assert.That(pdf.Height, Is.EqualTo(20 / 25.4 * 72).Within(0.5));
    }

    [TestCase("rsvg-convert")]
    [TestCase("chromium")]
    public void A_chart_of_results_is_converted_with_every_text_in_its_place(string program)
    {
        using var written = new WrittenResults();
        var drawing = ChartList.General[0].Draw(new ChartRequest { Results = ResultReader.Read(written.Path) }).All[0];
        var path = Out("chart.png");
        Find(program).Convert(drawing, path, PictureFormat.Png, dpi: 150);
        Assert.That(drawing.Texts, Is.Not.Empty);
        Assert.That(Directory.EnumerateFiles(folder.Path, "*.part"), Is.Empty);
        Assert.That(PngImage.Decode(File.ReadAllBytes(path))!.Width, Is.EqualTo((int)Math.Round(drawing.WidthMillimetres / 25.4 * 150)));
    }

    [TestCase("rsvg-convert")]
    [TestCase("chromium")]
    public void A_program_without_fonts_is_found_out(string program)
    {
        var real = Find(program).Program;
        var fonts = Path.Combine(folder.Path, "fonts.conf");
        File.WriteAllText(fonts,
            $"<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{folder.Path}/none</dir><cachedir>{folder.Path}/cache</cachedir></fontconfig>");
        var blind = FakeProgram.Write(folder.Path, $"blind-{program}", $"FONTCONFIG_FILE='{fonts}' exec '{real}' \"$@\"");
        Demand(Converter.Find(blind), "draws no text, because it finds no fonts");
    }

    [Test]
    public void A_program_that_drops_text_is_found_out()
    {
        var mute = FakeProgram.Write(folder.Path, "mute-rsvg", Dropping("true"));
        Demand(Converter.Find(mute), "draws no text");
    }

    [Test]
    public void A_program_that_drops_the_text_of_one_drawing_is_found_out()
    {
        // The first call, for the letters that are drawn to see whether text is, goes well.
        var seen = Out("seen");
        var mute = FakeProgram.Write(folder.Path, "later-mute-rsvg", Dropping($"[ -e '{seen}' ]") + $"\ntouch '{seen}'");
        Demand(Converter.Find(mute), "did not draw the text \"Beds 0123\"");
    }

    [Test]
    public void A_picture_of_another_size_is_found_out()
    {
        var real = Find("rsvg-convert").Program;
        var small = FakeProgram.Write(folder.Path, "small-rsvg", $"exec '{real}' --format png --width 64 --height 16 --output \"$8\" \"$9\"");
        Demand(Converter.Find(small), "wrote a picture of 64 × 16 pixels where 256 × 64 were asked for");
    }

    [TestCase("echo cannot open display >&2; exit 7", "failed with exit code 7: cannot open display")]
    [TestCase("exit 0", "ended without an error and without a file")]
    [TestCase("echo no picture > \"$8\"", "wrote a file that is no PNG")]
    public void A_program_that_fails_is_told_with_its_words(string script, string expected) =>
        Demand(Converter.Find(FakeProgram.Write(folder.Path, "failing-rsvg", script)), expected);

    [Test]
    public void A_program_that_cannot_be_started_is_told()
    {
        var path = Out("not-executable-rsvg");
        File.WriteAllText(path, "no program");
        Demand(Converter.Find(path), "cannot be started");
    }

    [Test]
    public void A_program_that_hangs_is_stopped_with_what_it_has_started()
    {
        var alive = Out("alive");
        var hanging = FakeProgram.Write(folder.Path, "hanging", $"(sleep 2; touch '{alive}') & wait");
        var failure = Assert.Throws<ConverterException>(() => ChildProgram.Run(hanging, [], TimeSpan.FromSeconds(0.5)));
        Assert.That(failure!.Message, Does.Contain("did not end within").And.EndWith("and was stopped"));
        Thread.Sleep(TimeSpan.FromSeconds(2.5));
        Assert.That(File.Exists(alive), Is.False, "its child went on");
    }

    [Test]
    public void A_program_is_stopped_when_the_user_interrupts()
    {
        using var interrupt = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
        var alive = Out("alive-after-interruption");
        var slow = FakeProgram.Write(folder.Path, "slow-rsvg", $"(sleep 2; touch '{alive}') & wait");
        Assert.Throws<OperationCanceledException>(() => Converter.Find(slow, interrupt.Token).Convert(TestDrawing.Picture, PictureFormat.Png));
        Thread.Sleep(TimeSpan.FromSeconds(2.5));
        Assert.That(File.Exists(alive), Is.False, "its child went on");
        Assert.Throws<OperationCanceledException>(() => Converter.Find(slow, interrupt.Token).Convert(TestDrawing.Picture, PictureFormat.Png),
            "and is not begun");
    }

    [TestCase(10)]
    [TestCase(100_000)]
    public void A_resolution_that_gives_no_sensible_picture_is_refused(int dpi)
    {
        var failure = Assert.Throws<ConverterException>(() => Find("rsvg-convert").Convert(TestDrawing.Picture, PictureFormat.Png, dpi));
        Assert.That(failure!.Message, Does.Contain($"a resolution of {dpi} dots an inch"));
    }

    [Test]
    public void A_page_is_printed_with_as_many_pages_as_it_has()
    {
        var page = Out("page.html");
        File.WriteAllText(page,
            "<!DOCTYPE html><meta charset=utf-8><style>@page{size:A4}section{break-after:page}</style><section>One</section><section>Two</section><p id=last></p><script>document.getElementById('last').textContent='Three'</script>", Encoding.UTF8);
        var pages = Find("chromium").Print(page, Out("page.pdf"));
        var pdf = PdfFile.Read(File.ReadAllBytes(Out("page.pdf")));
        Assert.That((pages, pdf.Pages), Is.EqualTo((3, 3)));
        Assert.That(pdf.Width, Is.EqualTo(210 / 25.4 * 72).Within(1));
    }

    [Test]
    public void A_page_that_cannot_be_printed_by_the_program_named_says_what_can()
    {
        var rsvg = Find("rsvg-convert").Program;
        Assert.That(Assert.Throws<ConverterException>(() => Converter.FindForPages(rsvg))!.Message,
            Does.Contain("converts drawings, not pages. Install a browser"));
    }

    [Test]
    public void Nothing_is_left_behind_in_the_temporary_folder()
    {
        var before = Directory.GetDirectories(Path.GetTempPath(), "flowsim-*").ToHashSet();
        var temporary = Directory.CreateDirectory(Out("tmp")).FullName;
        var script =
            FakeProgram.Write(folder.Path, "noting-rsvg", $"ls -d \"$(dirname \"$9\")\" > '{temporary}/work'; exec '{Find("rsvg-convert").Program}' \"$@\"");
        Converter.Find(script).Convert(TestDrawing.Picture, PictureFormat.Png, dpi: 96);
        var work = File.ReadAllText(Path.Combine(temporary, "work")).Trim();
        Assert.That(work, Does.Contain("flowsim-"));
        Assert.That(Directory.Exists(work), Is.False);
        Assert.That(before, Does.Not.Contain(work));
    }

    private static Converter Find(string program)
    {
        try
        {
            return Converter.Find(program);
        }
        catch (ConverterException) when (Environment.GetEnvironmentVariable(Ci) != "1")
        {
            Assert.Ignore($"{program} is not installed on this machine");
            throw;
        }
    }

    private static void Demand(Converter converter, string expected)
    {
        var failure = Assert.Throws<ConverterException>(() => converter.Convert(TestDrawing.Picture, PictureFormat.Png, dpi: 96));
        Assert.That(failure!.Message, Does.StartWith(converter.Program).And.Contain(expected));
    }

    /// <summary>Takes the texts out of the drawing, when a condition holds, before it is converted.</summary>
    private static string Dropping(string condition) =>
        $$"""if {{condition}}; then sed 's/<text[^>]*>[^<]*<\/text>//g' "$9" > "$9.mute.svg"; else cp "$9" "$9.mute.svg"; fi; '{{Find("rsvg-convert").Program}}' $1 $2 $3 $4 $5 $6 $7 "$8" "$9.mute.svg" """;

    private string Out(string name) => Path.Combine(folder.Path, name);
}
