using System.Text.Json;
using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Calibration;

public sealed class CalibrateCommandTests
{
    private static readonly string[] Rows =
    [
        "within_4h,north,,2016/17,75,,,measured,5,a return,", "within_4h,south,,2016/17,60,,,later-year,5,a return,",
        "visits,north,,2016-04,4,,,assumed,,recalled,", "median,south,,2016/17,,,,,,,nobody has counted it",
    ];

    [Test]
    public void What_was_observed_stands_beside_what_is_modelled_with_verdict_and_sum()
    {
        using var system = new TwoClinics(Rows);
        var typed = Run(system);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out, Does.Contain("Share seen within four hours (%)").And.Contain("within").And.Contain("outside").And.Contain("no observation"));
        Assert.That(typed.Out, Does.Contain("60.00*").And.Contain("* observed in a later year").And.Contain("4.00~").And.Contain("~ recalled"));
        Assert.That(Unbroken(typed.Out), Does.Contain(
            "1 of 2 judged figures is within its tolerance, 1 outside. Furthest off: Share seen within four hours, South, 50.00 for 60.00 ± 5 %."));
    }

    [TestCase(80)]
    [TestCase(120)]
    public void The_table_fits_the_terminal(int width)
    {
        using var system = new TwoClinics([.. Rows, "within_4h,north+south,,2016-12..2017-02,60,59,61,later-year,5,a return,"]);
        var typed = TypedCommand.Run(width, CancellationToken.None, "calibrate", "--system", system.Path, "--force", "--out", system.Results, "--quiet");
        Assert.That(typed.Out.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(width));
    }

    [Test]
    public void The_file_has_its_columns_and_stands_beside_the_usual_ones()
    {
        using var system = new TwoClinics(Rows);
        Run(system);
        var lines = File.ReadAllLines(Path.Combine(system.Results, "calibration.csv"));
        Assert.That(lines[0], Is.EqualTo(
            "measure,place,group,period,unit,observed,observed_lower95,observed_upper95,status,modelled,lower95,upper95,tolerance,verdict,source"));
        Assert.That(lines[2], Is.EqualTo("within_4h,south,,2016/17,%,60,,,later-year,50,50,50,5,outside,a return"));
        Assert.That(lines, Has.Length.EqualTo(1 + Rows.Length));
        Assert.That(Directory.GetFiles(system.Results).Select(Path.GetFileName), Is.SupersetOf(new[] { "manifest.json", "summary.csv", "report.html" }));
    }

    [Test]
    public void An_ordinary_run_leaves_no_calibration_behind()
    {
        using var system = new TwoClinics(Rows);
        Run(system);
        TypedCommand.Run("run", "baseline", "--system", system.Path, "--out", system.Results, "--force", "--quiet");
        Assert.That(Path.Combine(system.Results, "calibration.csv"), Does.Not.Exist);
    }

    [Test]
    public void Json_holds_the_rows_of_the_file()
    {
        using var system = new TwoClinics(Rows);
        using var document = JsonDocument.Parse(Run(system, "--json").Out);
        var row = document.RootElement.GetProperty("calibration")[1];
        Assert.That((row.GetProperty("modelled").GetDouble(), row.GetProperty("verdict").GetString()), Is.EqualTo((50.0, "outside")));
        Assert.That(string.Join(',', row.EnumerateObject().Select(property => property.Name)),
            Is.EqualTo(File.ReadLines(Path.Combine(system.Results, "calibration.csv")).First()));
    }

    [TestCase("within_4h,north,,2016/17,75,,,measured,5,a return,", 1)]
    [TestCase("within_4h,north,,2017/18,75,,,measured,5,a return,", 365)]
    public void The_run_ends_with_the_branch_unless_something_was_observed_after_it(string row, double days)
    {
        using var system = new TwoClinics(row);
        Run(system);
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(system.Results, "manifest.json")));
        Assert.That(manifest.RootElement.GetProperty("days").GetDouble(), Is.EqualTo(days));
    }

    [Test]
    public void The_same_command_gives_the_same_bytes_for_any_number_of_threads()
    {
        using var system = new TwoClinics(Rows);
        Run(system, "--threads", "1");
        var first = File.ReadAllBytes(Path.Combine(system.Results, "calibration.csv"));
        Run(system, "--threads", "2");
        Assert.That(File.ReadAllBytes(Path.Combine(system.Results, "calibration.csv")), Is.EqualTo(first));
    }

    [Test]
    public void What_is_wrong_with_an_observation_is_told_and_nothing_runs()
    {
        using var system = new TwoClinics("visit,north,,2016/17,4,,,measured,,,");
        var typed = Run(system);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.Contain("observed.csv:2: observed.measure: expected a measure that the system declares; found \"visit\"."));
        Assert.That(Directory.Exists(system.Results), Is.False);
    }

    [Test]
    public void A_system_without_observations_is_told_where_they_go()
    {
        using var system = new TwoClinics(null);
        var typed = Run(system);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain("has no observations").And.Contain("observed.csv"));
    }

    [Test]
    public void An_ordinary_run_does_not_ask_whether_observations_are_right()
    {
        using var system = new TwoClinics("visit,north,,2016/17,4,,,measured,,,");
        Assert.That(TypedCommand.Run("run", "baseline", "--system", system.Path, "--force", "--out", system.Results, "--quiet").Exit, Is.Zero);
    }

    [Test]
    public void The_observations_are_among_the_inputs_that_the_manifest_names()
    {
        using var system = new TwoClinics(Rows);
        Run(system);
        Assert.That(File.ReadAllText(Path.Combine(system.Results, "manifest.json")), Does.Contain("observed.csv"));
    }

    private static TypedCommand Run(TwoClinics system, params string[] more) =>
        TypedCommand.Run(["calibrate", "--system", system.Path, "--force", "--out", system.Results, "--quiet", .. more]);

    private static string Unbroken(string text) => text.Replace('\n', ' ');
}
