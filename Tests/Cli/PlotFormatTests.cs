using System.Xml.Linq;
using FlowSim.Cli;
using FlowSim.Cli.Running;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Report.Printing;
using FlowSim.Tests.Plots.Drawings;
using FlowSim.Tests.Results.Reading;

namespace FlowSim.Tests.Cli;

/// <summary><c>flowsim plot --format png|pdf</c>.</summary>
public sealed class PlotFormatTests
{
    [Test]
    public void A_chart_is_written_as_PNG_beside_the_results_and_listed_with_them()
    {
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
        using var written = new WrittenResults();
        var typed =
            TypedCommand.Run("plot", written.Path, "--chart", "occupancy-fan", "--scenario", "hub", "--format", "pdf", "--out", written.PathOf("figures"));
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(PdfFile.Read(File.ReadAllBytes(typed.Out.Trim())).Width, Is.EqualTo(170 / 25.4 * 72).Within(1));
    }

    [Test]
    public void A_letter_that_the_font_does_not_have_is_told_and_nothing_is_written()
    {
        using var written = new WrittenResults();
        written.Change("manifest.json", "\"system\": \"made-up\"", "\"system\": \"急诊\"");
        var typed = TypedCommand.Run("plot", written.Path, "--chart", "occupancy-fan", "--format", "pdf", "--out", written.PathOf("figures"));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.Contain("no '急' (U+6025)").And.Contain("--format svg"));
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

    [Test]
    public void Neither_fonts_nor_programs_of_the_machine_take_part()
    {
        using var written = new WrittenResults();
        written.Put("fonts.conf", "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>/none</dir></fontconfig>");
        var bare = new Dictionary<string, string> { ["FONTCONFIG_FILE"] = written.PathOf("fonts.conf"), ["PATH"] = "", ["HOME"] = written.Path };
        foreach (var format in new[] { "png", "pdf" })
        {
            var typed = TypedCommand.Run("plot", written.Path, "--chart", "occupancy-fan", "--format", format, "--out", written.PathOf("here"));
            using var child = ChildProcess.Start(bare, "plot", written.Path, "--chart", "occupancy-fan", "--format", format, "--out", written.PathOf("there"));
            Assert.That((typed.Exit, child.End().Exit), Is.EqualTo((0, 0)));
            foreach (var file in Directory.GetFiles(written.PathOf("here"), $"*.{format}"))
            {
                Assert.That(File.ReadAllBytes(Path.Combine(written.PathOf("there"), Path.GetFileName(file))), Is.EqualTo(File.ReadAllBytes(file)), file);
            }
        }

        Assert.That(Directory.GetFiles(written.PathOf("here")), Has.Length.EqualTo(Directory.GetFiles(written.PathOf("there")).Length).And.Not.Empty);
    }

    [Test]
    public void A_chart_takes_the_title_and_subtitle_that_are_given_and_leaves_its_notes_out()
    {
        using var written = new WrittenResults();
        string[] chart = ["plot", written.Path, "--chart", "occupancy-fan", "--scenario", "hub"];
        var own = Texts(TypedCommand.Run([.. chart, "--out", written.PathOf("own")]));
        var given = Texts(TypedCommand.Run([.. chart, "--title", "Beds & hubs", "--subtitle", "A draft", "--notes", "none", "--out", written.PathOf("given")]));
        Assert.That(own, Has.Some.Contains("Band: ").And.Some.StartsWith("Source:"));
        Assert.That(given, Has.None.Contains("Band: ").And.Some.StartsWith("Source:").And.Some.EqualTo("A draft"));
        Assert.That(given[0], Is.EqualTo("Beds & hubs"), "the title for those who cannot see it");
        Assert.That(given.Count(text => text == "Beds & hubs"), Is.EqualTo(2), "there, and on the drawing");
        var bare = Texts(TypedCommand.Run([.. chart, "--subtitle", "", "--out", written.PathOf("bare")]));
        Assert.That(own, Is.SupersetOf(bare.Skip(2)).And.Count.GreaterThan(bare.Count));
    }

    [TestCase("--title", "--title would stand over 3 drawings: occupancy-fan-baseline, occupancy-fan-more-beds, occupancy-fan-hub.")]
    [TestCase("--subtitle", "--subtitle would stand over 3 drawings: occupancy-fan-baseline, occupancy-fan-more-beds, occupancy-fan-hub.")]
    public void One_title_is_not_put_over_several_drawings(string option, string expected)
    {
        using var written = new WrittenResults();
        var typed = TypedCommand.Run("plot", written.Path, "--chart", "occupancy-fan", option, "Beds", "--out", written.PathOf("figures"));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain(expected));
        Assert.That(Directory.Exists(written.PathOf("figures")), Is.False);
    }

    [Test]
    public void Where_each_scenario_has_a_drawing_its_title_goes_into_the_title()
    {
        using var written = new WrittenResults();
        string[] plot = ["plot", written.Path, "--chart", "occupancy-fan", "--scenario", "baseline", "--scenario", "hub", "--out", written.PathOf("figures")];
        var typed = TypedCommand.Run([.. plot, "--title", "Beds: {scenario}"]);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(2));
        Assert.That(File.ReadAllText(written.PathOf("figures/occupancy-fan-baseline.svg")), Does.Contain("<title>Beds: Baseline</title>").Or.Contain(">Beds: Baseline<"));
        Assert.That(File.ReadAllText(written.PathOf("figures/occupancy-fan-hub.svg")), Does.Not.Contain("Beds: Baseline").And.Contain("Beds: "));
    }

    [Test]
    public void A_drawing_of_several_scenarios_takes_a_title_and_no_placeholder()
    {
        using var written = new WrittenResults();
        string[] plot = ["plot", written.Path, "--chart", "differences", "--measure", "occupancy_rate", "--scenario", "more-beds", "--scenario", "hub", "--out", written.PathOf("figures")];
        var typed = TypedCommand.Run([.. plot, "--title", "Two ways"]);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(File.ReadAllText(typed.Out.Trim()), Does.Contain("Two ways"));
        Assert.That(Assert.Throws<CommandFailure>(() => TitledPlots.DemandApart([new Drawing("occupancy", 80), new Drawing("occupancy", 80)]))!.Message,
            Does.Contain("occupancy shows several: leave {scenario} out"));
    }

    [Test]
    public void An_empty_title_is_refused() =>
        Assert.That(TypedCommand.Run("plot", "results", "--title", " ").Error, Does.Contain("--title: expected a text, received nothing"));

    [Test]
    public void Interrupted_nothing_is_written()
    {
        using var written = new WrittenResults();
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var typed = TypedCommand.Run(Terminal.DefaultWidth, interrupt.Token, "plot", written.Path, "--format", "png", "--out", written.PathOf("figures"));
        Assert.That((typed.Exit, typed.Error), Is.EqualTo((ExitCode.Interrupted, "flowsim: interrupted\n")));
        Assert.That(Directory.Exists(written.PathOf("figures")), Is.False);
    }

    [TestCase("--dpi is for --format png", "--dpi", "300")]
    [TestCase("--dpi is for --format png", "--format", "pdf", "--dpi", "300")]
    public void A_resolution_that_has_no_use_or_is_out_of_reach_is_refused(string expected, params string[] options)
    {
        var typed = TypedCommand.Run(["plot", "results", .. options]);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain(expected));
    }

    private static List<string> Texts(TypedCommand typed)
    {
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        return [.. XDocument.Load(typed.Out.Trim()).Descendants().Where(element => !element.HasElements && element.Value.Length > 0)
            .Select(element => element.Value)];
    }
}
