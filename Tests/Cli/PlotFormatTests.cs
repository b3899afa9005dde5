using FlowSim.Cli;
using FlowSim.Plots.Raster;
using FlowSim.Tests.Plots.Raster;
using FlowSim.Tests.Results.Reading;

namespace FlowSim.Tests.Cli;

/// <summary><c>flowsim plot --format png|pdf</c>.</summary>
[Platform(Exclude = "Win")]
public sealed class PlotFormatTests
{
    [Test]
    public void A_chart_is_written_as_PNG_beside_the_results_and_listed_with_them()
    {
        DemandProgram();
        using var written = new WrittenResults();
        var typed =
            TypedCommand.Run("plot", written.Path, "--chart", "occupancy-fan", "--scenario", "hub", "--width", "80mm", "--format", "png", "--dpi", "100");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var image = PngImage.Decode(File.ReadAllBytes(typed.Out.Trim()))!;
        Assert.That(image.Width, Is.EqualTo((int)Math.Round(80 / 25.4 * 100)));
        Assert.That(typed.Out, Does.StartWith(written.PathOf("charts")).And.EndsWith(".png\n"));
        Assert.That(File.ReadAllText(written.PathOf("manifest.json")), Does.Contain($"\"charts/{Path.GetFileName(typed.Out.Trim())}\""));
    }

    [Test]
    public void A_chart_is_written_as_PDF_into_a_folder()
    {
        DemandProgram();
        using var written = new WrittenResults();
        var typed =
            TypedCommand.Run("plot", written.Path, "--chart", "occupancy-fan", "--scenario", "hub", "--format", "pdf", "--out", written.PathOf("figures"));
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(PdfFile.Read(File.ReadAllBytes(typed.Out.Trim())).Width, Is.EqualTo(170 / 25.4 * 72).Within(1));
    }

    [Test]
    public void Without_the_program_named_nothing_is_written()
    {
        using var written = new WrittenResults();
        var typed = TypedCommand.Run("plot", written.Path, "--chart", "occupancy-fan", "--format", "pdf", "--converter", "/no/such/program");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(typed.Error, Does.StartWith("flowsim: --converter names '/no/such/program', which is neither a file nor a program on the PATH."));
        Assert.That(Directory.Exists(written.PathOf("charts")), Is.False);
    }

    [Test]
    public void If_one_of_several_drawings_fails_none_is_written()
    {
        DemandProgram();
        using var written = new WrittenResults();

        // The probe and the first drawing go well.
        var fake = FakeProgram.Write(written.Path, "fails-the-third-time-rsvg",
            $"echo >> '{written.PathOf("calls")}'\n[ $(wc -l < '{written.PathOf("calls")}') -gt 2 ] && exit 9\nexec '{Converter.Find("rsvg-convert").Program}' \"$@\"");
        var typed =
            TypedCommand.Run("plot", written.Path, "--chart", "occupancy-fan", "--format", "pdf", "--converter", fake, "--out", written.PathOf("figures"));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(typed.Error, Does.Contain("failed with exit code 9"));
        Assert.That(File.ReadAllLines(written.PathOf("calls")), Has.Length.EqualTo(3));
        Assert.That(Directory.Exists(written.PathOf("figures")), Is.False);
    }

    [Test]
    public void A_file_is_no_folder_for_drawings()
    {
        using var written = new WrittenResults();
        var typed = TypedCommand.Run("plot", written.Path, "--chart", "occupancy-fan", "--out", written.PathOf("summary.csv"));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(typed.Error, Is.EqualTo($"flowsim: {written.PathOf("summary.csv")} is a file; --out needs the name of a folder\n"));
    }

    [TestCase("--dpi is for --format png", "--dpi", "300")]
    [TestCase("--converter is for --format png or pdf", "--converter", "rsvg-convert")]
    [TestCase("--dpi is for --format png", "--format", "pdf", "--dpi", "300")]
    public void An_option_that_the_format_has_no_use_for_is_refused(string expected, params string[] options)
    {
        var typed = TypedCommand.Run(["plot", "results", .. options]);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain(expected));
    }

    private static void DemandProgram()
    {
        try
        {
            Converter.Find();
        }
        catch (ConverterException) when (Environment.GetEnvironmentVariable("FLOWSIM_CI") != "1")
        {
            Assert.Ignore("no program that converts drawings is installed on this machine");
        }
    }
}
