using System.Globalization;
using FlowSim.Cli;
using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Fitting;

/// <summary>A fit whose answer is known from theory.</summary>
public sealed class ClinicFitTests
{
    /// <summary>Limit of implausibility × standard deviation of the discrepancy, half of the tolerance [min].</summary>
    private const double Allowed = 3 * Clinic.Tolerance / 2;

    /// <summary>
    /// Three standard deviations of a mean wait over the point's two replications of 100 days: by the relaxation time of the queue some 1.5 min each, and
    /// the point is allowed as much again, because chance is part of its implausibility [min].
    /// </summary>
    private const double Chance = 2 * 3 * 1.5;

    [Test]
    public void Points_that_are_not_ruled_out_are_those_of_theory_and_the_central_one_is_the_truth()
    {
        using var clinic = Clinic.Sound();
        var typed = clinic.Calibrate();
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var runs = Rows(clinic.InFit("fit-runs.csv")).Where(row => row["wave"] is "1" or "2").ToList();
        Assert.That(runs, Has.Count.EqualTo(60));
        foreach (var run in runs)
        {
            var off = Math.Abs(Clinic.Wait(Number(run["consultation"])) - Clinic.Observed);
            Assert.That(run["ruled_out"], off < Allowed - Chance ? Is.EqualTo("false") : off > Allowed + Chance ? Is.EqualTo("true") : Is.Not.Empty);
        }

        Assert.That(runs.Count(run => run["ruled_out"] == "true"), Is.GreaterThan(15));
        var central = Rows(clinic.InFit("members.csv"))[0];
        Assert.That(central["central"], Is.EqualTo("true"));
        Assert.That(Number(central["consultation"]), Is.EqualTo(30.0 / 27).Within(0.04));
    }

    [Test]
    public void A_wave_leaves_out_what_the_wave_before_has_ruled_out()
    {
        using var clinic = Clinic.Sound();
        clinic.Calibrate();
        var left = Rows(clinic.InFit("fit-runs.csv")).Where(row => row["ruled_out"] == "false").ToLookup(row => row["wave"]);
        Assert.That(left["2"].Count(), Is.GreaterThan(2 * left["1"].Count()));
    }

    [Test]
    public void What_nothing_identifies_keeps_its_range_and_what_is_identified_loses_most_of_it()
    {
        using var clinic = Clinic.Sound();
        clinic.Calibrate();
        var members = Rows(clinic.InFit("members.csv"));
        double Spread(string input, double range) => (members.Max(row => Number(row[input])) - members.Min(row => Number(row[input]))) / range;
        Assert.That(Spread("rest", 1), Is.GreaterThan(0.8));
        Assert.That(Spread("consultation", 0.4), Is.LessThan(0.5));
    }

    [Test]
    public void A_fit_that_was_stopped_and_goes_on_comes_to_the_same_files()
    {
        using var whole = Clinic.Sound();
        whole.Calibrate();
        var rows = File.ReadAllText(whole.InFit("fit-runs.csv"));
        using var stopped = Clinic.Sound();
        foreach (var length in new[] { rows.IndexOf("\n1,9,", StringComparison.Ordinal) + 12, rows.IndexOf("\n2,45,", StringComparison.Ordinal) + 1 })
        {
            // As a process that was killed leaves it: some rows, the last perhaps in part.
            Directory.CreateDirectory(stopped.Fit);
            File.Copy(whole.InFit("fit.json"), stopped.InFit("fit.json"), overwrite: true);
            File.WriteAllText(stopped.InFit("fit-runs.csv"), rows[..length]);
            var typed = stopped.Calibrate();
            Assert.That(typed.Exit, Is.Zero, typed.Error);
            Assert.That(typed.Error, Does.Contain("points have been run before"));
            Assert.That(stopped.Files(), Is.EquivalentTo(whole.Files()));
        }
    }

    [Test]
    public void A_fit_that_was_interrupted_in_its_first_wave_goes_on()
    {
        using var whole = Clinic.Sound();
        whole.Calibrate();
        using var clinic = Clinic.Sound();
        using var interrupt = new CancellationTokenSource();
        using var error = new InterruptingWriter(interrupt, "1 wave of 30 points");
        string[] typed = ["calibrate", "--system", clinic.Path, "--fit", "--out", clinic.Fit, "--points", "30", "--waves", "1"];
        var exit = CommandLine.Run(typed, new Terminal { Out = TextWriter.Null, Error = error, Interrupt = interrupt.Token });
        Assert.That(exit, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(File.ReadLines(clinic.InFit("fit-runs.csv")).Select(row => row.Split(',')[0]), Is.EqualTo(new[] { "wave", "described" }));
        var again = clinic.Calibrate();
        Assert.That(again.Exit, Is.Zero, again.Error);
        Assert.That(clinic.Files(), Is.EquivalentTo(whole.Files()));
    }

    [Test]
    public void The_number_of_threads_changes_no_file()
    {
        using var one = Clinic.Sound();
        using var three = Clinic.Sound();
        one.Calibrate("--threads", "1");
        three.Calibrate("--threads", "3");
        Assert.That(three.Files(), Is.EquivalentTo(one.Files()));
    }

    [Test]
    public void A_third_wave_adds_to_a_fit_and_runs_nothing_again()
    {
        using var clinic = Clinic.Sound();
        clinic.Calibrate();
        var before = Waves(clinic);
        Assert.That(clinic.Calibrate("--waves", "3").Exit, Is.Zero);
        var after = Waves(clinic);
        Assert.That(after.Where(row => row.StartsWith("3,", StringComparison.Ordinal)).Count(), Is.EqualTo(30));
        Assert.That(after, Is.SupersetOf(before));
    }

    [Test]
    public void The_system_with_the_central_member_reads_as_before_but_for_the_values()
    {
        using var clinic = Clinic.Sound();
        clinic.Calibrate();
        var central = Rows(clinic.InFit("members.csv"))[0];
        var (before, after) = (File.ReadAllLines(Path.Combine(clinic.Path, "system.yaml")), File.ReadAllLines(clinic.InFit("system/system.yaml")));
        var changed = Enumerable.Range(0, before.Length).Where(line => before[line] != after[line]).ToList();
        Assert.That(changed.Select(line => before[line].Trim().Split(':')[0]), Is.EqualTo(new[] { "time", "consultation", "rest" }));
        var minutes = (27 * Number(central["consultation"])).ToString("G15", CultureInfo.InvariantCulture);
        Assert.That(after[changed[0]], Is.EqualTo($"    time: \"exponential mean {minutes} min\"   # what the doctors say"));
        var rest = (2 * Number(central["rest"])).ToString("G15", CultureInfo.InvariantCulture);
        Assert.That(File.ReadAllText(clinic.InFit("system/tables/rest.csv")), Is.EqualTo(
            $"kind,time,status,source\n# how long people say that they rest\nall,exponential mean {rest} h,assumed,\"asked, of five\"\n"));
        foreach (var file in new[] { "observed.csv", "observed-2015-16.csv", "SOURCES.md" })
        {
            Assert.That(File.ReadAllBytes(clinic.InFit("system/" + file)), Is.EqualTo(File.ReadAllBytes(Path.Combine(clinic.Path, file))), file);
        }
    }

    [Test]
    public void The_set_stands_around_the_system_that_it_comes_with()
    {
        using var clinic = Clinic.Sound();
        clinic.Calibrate();
        var set = Rows(clinic.InFit("system/calibrated-set.csv"));
        var members = Rows(clinic.InFit("members.csv"));
        const string Factor = "scale:stages.see.time";
        Assert.That((set[0]["central"], set[0][Factor]), Is.EqualTo(("true", "1")));
        Assert.That(set.Select(row => Number(row[Factor]) * Number(members[0]["consultation"])),
            Is.EqualTo(members.Select(row => Number(row["consultation"]))).Within(1e-6));
        Assert.That(TypedCommand.Run("check", clinic.InFit("system")).Exit, Is.Zero);
        var again = TypedCommand.Run("calibrate", "--system", clinic.InFit("system"), "--out", clinic.InFit("results"), "--quiet");
        Assert.That(again.Exit, Is.Zero, again.Error);
    }

    [Test]
    public void A_figure_that_is_left_out_rules_nothing_out()
    {
        using var clinic = Clinic.With(Clinic.Inputs.Replace("fit:\n", "fit:\n  leave_out: [ busy ]\n"),
            "wait,system,all,32.36,measured,4,theory\nbusy,system,all,10,measured,1,a misprint\n");
        var typed = clinic.Calibrate();
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out, Does.Not.Contain("doctors in use"));
    }

    [TestCase(80)]
    [TestCase(120)]
    public void The_report_fits_the_terminal_and_names_what_is_left_of_each_input(int width)
    {
        using var clinic = Clinic.Sound();
        var typed = TypedCommand.Run(width, CancellationToken.None,
            "calibrate", "--system", clinic.Path, "--fit", "--out", clinic.Fit, "--points", "12", "--waves", "1");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(width));
        Assert.That(string.Join(' ', typed.Out.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)),
            Does.Contain("Length of a consultation (factor) 0.8 to 1.2").And.Contain("Rest at home (factor) 0.5 to 1.5").And.Contain("--waves 2"));
        Assert.That(typed.Error, Does.Contain("2 free inputs, 1 figure to go by; 1 wave of 12 points with 2 replications each: about 24 runs"));
    }

    private static List<string> Waves(Clinic clinic) =>
        [.. File.ReadLines(clinic.InFit("fit-runs.csv")).Where(row => char.IsAsciiDigit(row[0])).Select(row => string.Join(',', row.Split(',').Take(7)))];

    private static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(file);
        return [.. lines.Skip(1).Select(line => lines[0].Split(',').Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static double Number(string cell) => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Interrupts the command that writes to it as soon as a line has some words.</summary>
    private sealed class InterruptingWriter(CancellationTokenSource interrupt, string words) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            if (value?.Contains(words, StringComparison.Ordinal) == true)
            {
                interrupt.Cancel();
            }
        }
    }
}
