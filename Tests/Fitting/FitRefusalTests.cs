using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Fitting;

/// <summary>What is wrong with a fit is said before it is run, and what it cannot do, after.</summary>
public sealed class FitRefusalTests
{
    private const string Sound = "a: { scale: stages.see.time, range: 0.8 to 1.2 }";

    [TestCase("", "fit: expected free inputs by name", TestName = "No input")]
    [TestCase("a: { scale: stages.sea.time, range: 0.8 to 1.2 }", "Did you mean \"see\"?", TestName = "Path that matches nothing")]
    [TestCase("a: { scale: stages.see.time }", "fit.a.range: expected two ends", TestName = "No range")]
    [TestCase("a: { scale: stages.see.time, range: 0.8 }", "two factors above 0", TestName = "One end")]
    [TestCase("a: { scale: stages.see.time, range: 20 min to 30 min }", "two factors above 0", TestName = "Factor with a unit")]
    [TestCase("a: { scale: stages.see.time, range: 1.2 to 0.8 }", "the lower end first", TestName = "Ends the wrong way round")]
    [TestCase("a: { scale: stages.see.time, range: 1 to 1 }", "two different ends", TestName = "Ends that are one")]
    [TestCase("a: { set: stages.see.time.mean, range: ± 10 % }", "two ends of the value itself", TestName = "Relative range of a value that is set")]
    [TestCase("a: { remove: stages.see, range: 0.8 to 1.2 }", "fit.a.remove: expected a known key", TestName = "Verb that moves nothing")]
    [TestCase("a: { scale: stages.see.time, add: stages.see.time, range: 0.8 to 1.2 }", "exactly one of set, scale and add", TestName = "Two verbs")]
    [TestCase("a: { scale: [], range: 0.8 to 1.2 }", "fit.a.scale: expected a path", TestName = "Empty list of paths")]
    [TestCase(Sound + "\n  b: { set: stages.see.time.mean, range: 20 min to 30 min }", "a at system.yaml", TestName = "Two inputs that move one value")]
    [TestCase("a: { scale: [ stages.see.time, stages.s*.time ], range: 0.8 to 1.2 }", "values that no other input moves",
        TestName = "One input that moves a value twice")]
    [TestCase(Sound + "\n  leave_out: [ busyy ]", "a measure that is judged in observed.csv: wait", TestName = "Measure left out that is none")]
    [TestCase(Sound + "\n  leave_out: [ wait ]", "all of them are left out", TestName = "Nothing to go by")]
    [TestCase(Sound + "\n  b c: { set: stages.see.time.mean, range: 20 min to 30 min }", "fit.b c: expected a name", TestName = "Name with a blank")]
    public void What_is_wrong_with_the_section_is_told_by_check_and_by_the_fit(string inputs, string expected)
    {
        using var clinic = Clinic.With(inputs.Length == 0 ? "fit: {}\n" : $"fit:\n  {inputs}\n");
        var check = TypedCommand.Run("check", clinic.Path);
        Assert.That(check.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(Unbroken(check.Out), Does.Contain(expected).And.Contain("system.yaml:"));
        var typed = clinic.Calibrate();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(Unbroken(typed.Error), Does.Contain(expected));
        Assert.That(Directory.Exists(clinic.Fit), Is.False, "nothing was begun");
    }

    [TestCase("a: { add: pools.doctor.capacity, range: -5 to 1 }", "a range whose ends make a valid system", TestName = "End that makes no valid system")]
    [TestCase("a: { scale: streams.visits.rate, range: 0.8 to 1.2 }", "", TestName = "A rate that is written as a number can be")]
    public void Whether_the_ends_can_be_run_is_tried_first(string inputs, string expected)
    {
        using var clinic = Clinic.With($"fit:\n  {inputs}\n");
        var typed = clinic.Calibrate("--points", "4", "--waves", "1");
        Assert.That(Unbroken(typed.Error), expected.Length > 0 ? Does.Contain(expected) : Does.Not.Contain("expected"));
    }

    [Test]
    public void A_system_without_free_inputs_is_told_where_they_go()
    {
        using var clinic = Clinic.With("");
        var typed = clinic.Calibrate();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain("under fit:"));
    }

    /// <summary>Waits of half an hour and doctors of whom half are idle do not go together: 80 % are in use when the wait is so long.</summary>
    [Test]
    public void A_fit_that_rules_everything_out_says_what_is_in_conflict_and_keeps_what_was_run()
    {
        using var clinic = Clinic.With(Clinic.Inputs, "wait,system,all,32.36,measured,4,theory\nbusy,system,all,60,measured,2,a misprint\n");
        var typed = clinic.Calibrate();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(Unbroken(typed.Error), Does.Contain("rules everything out").And.Contain("none of 60 points"));
        Assert.That(Unbroken(typed.Out), Does.Contain("In conflict: Wait").And.Contain("Doctors in use")
            .And.Contain("comes nearest to all of them together misses:"));
        Assert.That(File.ReadLines(clinic.InFit("fit-runs.csv")).Count(), Is.EqualTo(1 + 1 + 60));
        Assert.That(Directory.Exists(clinic.InFit("system")), Is.False);
    }

    [Test]
    public void A_figure_that_no_point_comes_near_is_named()
    {
        using var clinic = Clinic.With(Clinic.Inputs, "wait,system,all,500,measured,4,a misprint\n");
        var typed = clinic.Calibrate();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(Unbroken(typed.Out), Does.Contain("No point comes near: Wait"));
    }

    [TestCase("--seed", "7", "seed 20170401, not 7")]
    [TestCase("--replications", "3", "2 replications of each point, not 3")]
    public void Another_fit_in_the_same_folder_is_refused(string option, string value, string expected)
    {
        using var clinic = Clinic.Sound();
        clinic.Calibrate("--points", "4", "--waves", "1");
        var typed = clinic.Calibrate("--points", "4", "--waves", "1", option, value);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(Unbroken(typed.Error), Does.Contain(expected).And.Contain("--out"));
    }

    [TestCase("system.yaml", "rate: 4.8 per h", "rate: 4.7 per h", "other files of the system")]
    [TestCase("system.yaml", "0.8 to 1.2", "0.8 to 1.3", "other free inputs or ranges")]
    public void A_fit_of_what_has_changed_since_is_refused(string file, string old, string now, string expected)
    {
        using var clinic = Clinic.Sound();
        clinic.Calibrate("--points", "4", "--waves", "1");
        clinic.Write(file, File.ReadAllText(Path.Combine(clinic.Path, file)).Replace(old, now, StringComparison.Ordinal));
        Assert.That(clinic.Calibrate("--points", "4", "--waves", "1").Error, Does.Contain(expected));
    }

    [Test]
    public void Rows_of_another_fit_are_refused()
    {
        using var clinic = Clinic.Sound();
        clinic.Calibrate("--points", "4", "--waves", "1");
        var rows = File.ReadAllText(clinic.InFit("fit-runs.csv"));
        File.WriteAllText(clinic.InFit("fit-runs.csv"), rows.Replace("\n1,2,2,", "\n1,2,2,0", StringComparison.Ordinal));
        Assert.That(clinic.Calibrate("--points", "4", "--waves", "1").Error, Does.Contain("point 2 of wave 1 at other values"));
    }

    [TestCase("")]
    [TestCase("inside")]
    public void Nothing_is_written_into_the_folder_of_the_system(string inner)
    {
        using var clinic = Clinic.Sound();
        var typed = clinic.Calibrate("--out", Path.Combine(clinic.Path, inner));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage).Or.EqualTo(ExitCode.Files));
        Assert.That(Directory.GetFileSystemEntries(clinic.Path).Select(Path.GetFileName), Is.EquivalentTo(new[] { "system.yaml", "tables", "observed.csv", "observed-2015-16.csv", "SOURCES.md" }));
    }

    [Test]
    public void A_folder_that_holds_something_else_is_refused()
    {
        using var clinic = Clinic.Sound();
        Directory.CreateDirectory(clinic.Fit);
        File.WriteAllText(clinic.InFit("letter.txt"), "dear");
        var typed = clinic.Calibrate();
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(typed.Error, Does.Contain("holds files and no fit"));
        Assert.That(Directory.GetFiles(clinic.Fit), Has.Length.EqualTo(1));
    }

    [TestCase("--hours 2", "--hours is for --fit")]
    [TestCase("--waves 2", "--waves is for --fit")]
    [TestCase("--fit --json", "--json is not for --fit")]
    [TestCase("--fit --hours 0", "--hours: expected a number of hours above 0")]
    [TestCase("--fit --points 1", "--points: expected a whole number from 2")]
    public void Options_that_do_not_go_together_are_refused(string options, string expected)
    {
        var typed = TypedCommand.Run(["calibrate", .. options.Split(' ')]);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain(expected));
    }

    [Test]
    public void An_interrupted_fit_says_that_it_can_go_on()
    {
        using var clinic = Clinic.Sound();
        using var interrupt = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));
        var typed = TypedCommand.Run(80, interrupt.Token,
            "calibrate", "--system", clinic.Path, "--fit", "--out", clinic.Fit, "--points", "5000", "--waves", "1", "--threads", "2");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Interrupted));
    }

    private static string Unbroken(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
