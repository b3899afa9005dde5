using FlowSim.Cli.Running;
using FlowSim.Plots.Report;
using FlowSim.Tests.Browser;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Report;

public sealed class ReportCommandTests
{
    private SmallSystem system = null!;

    [OneTimeSetUp]
    public void Compare()
    {
        system = new SmallSystem();
        Compare(system);
    }

    [OneTimeTearDown]
    public void RemoveSystem() => system.Dispose();

    [Test]
    public void A_run_leaves_its_report_and_lists_it() =>
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(PathOf("report.html")), Does.Contain("<h1>A clinic with two doctors</h1>").And.Contain("One doctor more"));
            Assert.That(File.ReadAllText(PathOf("manifest.json")), Does.Contain("\"report.html\""));
        });

    [Test]
    public void The_report_drawn_from_the_files_is_the_one_the_run_left()
    {
        var first = File.ReadAllText(PathOf(Page.FileName));
        var typed = TypedCommand.Run("report", system.Results, "--out", PathOf("again.html"));
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out.Trim(), Is.EqualTo(PathOf("again.html")));
        Assert.That(File.ReadAllText(PathOf("again.html")), Is.EqualTo(first));
        File.Delete(PathOf("again.html"));
    }

    [Test]
    public void Without_a_name_the_report_lies_with_the_results()
    {
        File.Delete(PathOf(Page.FileName));
        Assert.That(TypedCommand.Run("report", system.Results).Exit, Is.Zero);
        Assert.That(PathOf(Page.FileName), Does.Exist);
    }

    [Test]
    [Category("Browser")]
    public void The_report_is_printed_and_the_next_run_takes_it_away()
    {
        var browser = InstalledBrowser.Demand();
        var typed = TypedCommand.Run("report", system.Results, "--format", "pdf", "--converter", browser.Program);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out.Trim(), Is.EqualTo(PathOf("report.pdf")));
        Assert.That(File.ReadAllBytes(PathOf("report.pdf")).Take(4), Is.EqualTo("%PDF"u8.ToArray()));
        Assert.That(File.ReadAllText(PathOf("manifest.json")), Does.Contain("\"report.pdf\""));
        Compare(system);
        Assert.That(PathOf("report.pdf"), Does.Not.Exist);
    }

    [Test]
    public void A_browser_that_is_not_there_is_named_before_anything_is_read()
    {
        var typed = TypedCommand.Run("report", PathOf("nowhere"), "--format", "pdf", "--converter", PathOf("no-browser"));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(typed.Error, Does.Contain("no-browser"));
    }

    [Test]
    public void A_folder_without_results_is_refused()
    {
        var typed = TypedCommand.Run("report", PathOf("nowhere"));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(typed.Error, Does.Contain("nowhere"));
    }

    [Test]
    public void A_folder_is_no_file_to_write_to()
    {
        var typed = TypedCommand.Run("report", system.Results, "--out", system.Results);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(typed.Error, Does.Contain("is a folder; --out needs the name of a file"));
    }

    [Test]
    public void A_folder_that_is_not_there_is_named()
    {
        var typed = TypedCommand.Run("report", system.Results, "--out", Path.Combine(PathOf("nowhere"), "page.html"));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(typed.Error, Does.Contain("nowhere").And.Contain("cannot be written"));
    }

    [TestCase("--out: expected a file, received nothing", "--out", "")]
    [TestCase("--converter: expected a program, received nothing", "--format", "pdf", "--converter", " ")]
    [TestCase("--converter is for --format pdf", "--converter", "chromium")]
    public void An_option_without_a_value_or_a_use_is_a_wrong_command_line(string expected, params string[] options)
    {
        var typed = TypedCommand.Run(["report", system.Results, .. options]);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.StartWith($"flowsim: {expected}\n"));
    }

    [Test]
    public void An_empty_name_is_no_folder()
    {
        var typed = TypedCommand.Run("report", "");
        Assert.That((typed.Exit, typed.Error),
            Is.EqualTo((ExitCode.Usage, "flowsim: RESULTS: expected a folder with results, received nothing\nSee 'flowsim report --help'.\n")));
    }

    [Test]
    [Platform("Linux")]
    public void A_device_is_written_to_and_not_replaced()
    {
        // As a shell's "--out /dev/stdout" or "--out >(…)": a name under /dev for something that is open already.
        using var open = File.OpenHandle(PathOf("behind-a-device"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        var typed = TypedCommand.Run("report", system.Results, "--out", $"/dev/fd/{open.DangerousGetHandle()}");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(File.ReadAllText(PathOf("behind-a-device")), Does.StartWith("<!DOCTYPE html>"));
    }

    [Test]
    public void Interrupted_nothing_is_written()
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var typed = TypedCommand.Run(Terminal.DefaultWidth, interrupt.Token, "report", system.Results, "--out", PathOf("interrupted.html"));
        Assert.That((typed.Exit, typed.Error), Is.EqualTo((ExitCode.Interrupted, "flowsim: interrupted\n")));
        Assert.That(PathOf("interrupted.html"), Does.Not.Exist);
    }

    [Test]
    public void A_misspelt_option_is_not_taken_for_a_folder()
    {
        var typed = TypedCommand.Run("report", "--uot");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain("Did you mean \"--out\"?"));
    }

    private static void Compare(SmallSystem system) =>
        Assert.That(TypedCommand.Run("compare", "--system", system.Path, "--out", system.Results, "--force", "--replications", "3").Exit, Is.Zero);

    private string PathOf(string file) => Path.Combine(system.Results, file);
}
