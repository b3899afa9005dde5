using FlowSim.Plots.Report.Printing;
using FlowSim.Tests.Browser;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Plots.Printing;

/// <summary>Pages printed by a real browser, and by programs that go wrong.</summary>
[Platform(Exclude = "Win")]
public sealed class PagePrinterTests
{
    private const string Page =
        "<!DOCTYPE html><meta charset=utf-8><style>@page{size:A4}section{break-after:page}</style><section>One</section><section>Two</section><p id=last></p><script>document.getElementById('last').textContent='Three'</script>";

    private readonly TemporaryFolder folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    [Category("Browser")]
    public void A_page_is_printed_with_as_many_pages_as_it_has()
    {
        var pdf = PdfFile.Read(PagePrinter.Find(InstalledBrowser.Demand().Program).Print(Page));
        Assert.That(pdf.Pages, Is.EqualTo(3));
        Assert.That(pdf.Width, Is.EqualTo(210 / 25.4 * 72).Within(1));
    }

    [Test]
    [Category("Browser")]
    public void A_browser_without_fonts_is_found_out()
    {
        var real = InstalledBrowser.Demand().Program;
        var fonts = Out("fonts.conf");
        File.WriteAllText(fonts,
            $"<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{folder.Path}/none</dir><cachedir>{folder.Path}/cache</cachedir></fontconfig>");
        Demand(FakeProgram.Write(folder.Path, "blind", $"FONTCONFIG_FILE='{fonts}' exec '{real}' \"$@\""), "draws no text, because it finds no fonts");
    }

    [TestCase("echo cannot open display >&2; exit 7", "failed with exit code 7: cannot open display")]
    [TestCase("exit 0", "ended without an error and without a file")]
    [TestCase("for a; do case $a in --print-to-pdf=*) echo no pages > \"${a#*=}\";; esac; done", "wrote a PDF without pages")]
    [TestCase("for a; do case $a in --print-to-pdf=*) echo /Type /Page > \"${a#*=}\";; esac; done", "draws no text")]
    public void A_browser_that_fails_is_told_with_its_words(string script, string expected) => Demand(FakeProgram.Write(folder.Path, "failing", script), expected);

    [Test]
    public void A_browser_that_cannot_be_started_is_told()
    {
        File.WriteAllText(Out("not-executable"), "no program");
        Demand(Out("not-executable"), "cannot be started");
    }

    [Test]
    public void A_program_that_hangs_is_stopped_with_what_it_has_started()
    {
        var alive = Out("alive");
        var hanging = FakeProgram.Write(folder.Path, "hanging", $"(sleep 2; touch '{alive}') & wait");
        var failure = Assert.Throws<PrinterException>(() => ChildProgram.Run(hanging, [], TimeSpan.FromSeconds(0.5)));
        Assert.That(failure!.Message, Does.Contain("did not end within").And.EndWith("and was stopped"));
        Thread.Sleep(TimeSpan.FromSeconds(2.5));
        Assert.That(File.Exists(alive), Is.False, "its child went on");
    }

    [Test]
    public void A_browser_is_stopped_when_the_user_interrupts()
    {
        using var interrupt = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
        var alive = Out("alive-after-interruption");
        var slow = FakeProgram.Write(folder.Path, "slow", $"(sleep 2; touch '{alive}') & wait");
        Assert.Throws<OperationCanceledException>(() => PagePrinter.Find(slow, interrupt.Token).Print(Page));
        Thread.Sleep(TimeSpan.FromSeconds(2.5));
        Assert.That(File.Exists(alive), Is.False, "its child went on");
        Assert.Throws<OperationCanceledException>(() => PagePrinter.Find(slow, interrupt.Token).Print(Page), "and is not begun");
    }

    [Test]
    public void Nothing_is_left_behind_in_the_temporary_folder()
    {
        var noting = FakeProgram.Write(folder.Path, "noting", $"for a; do case $a in --print-to-pdf=*) echo \"${{a#*=}}\" > '{Out("file")}';; esac; done");
        Demand(noting, "without a file");
        var work = Path.GetDirectoryName(File.ReadAllText(Out("file")).Trim());
        Assert.That(work, Does.Contain("flowsim-"));
        Assert.That(Directory.Exists(work), Is.False);
    }

    private static void Demand(string browser, string expected)
    {
        var failure = Assert.Throws<PrinterException>(() => PagePrinter.Find(browser).Print(Page));
        Assert.That(failure!.Message, Does.StartWith(browser).And.Contain(expected));
    }

    private string Out(string name) => Path.Combine(folder.Path, name);
}
