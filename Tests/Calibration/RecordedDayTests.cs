using System.Globalization;
using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Calibration;

/// <summary>
/// Days of a series beside the baseline's. From 08:00 of every other day to 08:00 of the next one patient is in the one bed of ten that is ever used, so
/// that at midnight the beds in use are 1, 0, 1, 0, whatever chance says.
/// </summary>
public sealed class RecordedDayTests
{
    private const string Head = "series,place,day,observed,status,source\n";

    [Test]
    public void What_days_have_together_is_set_beside_what_was_recorded()
    {
        using var clinic = new Clinic();
        var days = Enumerable.Range(1, 28).Select(day => Day(day, day % 2 == 0 ? 5 : 3)).ToList();
        var typed = clinic.Calibrate(Head + string.Concat(days));
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var rows = clinic.Rows("calibration.csv").Where(row => row["measure"].Contains("_days_", StringComparison.Ordinal)).ToDictionary(row => row["measure"]);
        Assert.That(rows["in_use_days_mean"]["period"], Is.EqualTo("2017-02"));
        Assert.That((Number(rows["in_use_days_mean"], "observed"), Number(rows["in_use_days_mean"], "modelled")), Is.EqualTo((4.0, 0.5)));

        // Half of 28 days lie 1 above their mean and half below: the standard deviation with n - 1; the model's lie half as far.
        var spread = Math.Sqrt(28.0 / 27);
        Assert.That(Number(rows["in_use_days_spread"], "observed"), Is.EqualTo(spread).Within(1e-9));
        Assert.That(Number(rows["in_use_days_spread"], "modelled"), Is.EqualTo(spread / 2).Within(1e-9));
        Assert.That(Number(rows["in_use_days_persistence"], "observed"), Is.EqualTo(-1).Within(1e-9));
        Assert.That(Number(rows["in_use_days_persistence"], "modelled"), Is.EqualTo(-1).Within(1e-9));
        Assert.That(rows.Values.Select(row => row["verdict"]), Is.All.EqualTo("not judged"));
    }

    [Test]
    public void Each_day_is_written_and_drawn()
    {
        using var clinic = new Clinic();
        clinic.Calibrate(Head + Day(3, 2) + Day(4, 2.5));
        var rows = clinic.Rows("calibration-days.csv");
        Assert.That(rows.Select(row => (row["day"], row["observed"], row["unit"])), Is.EqualTo(new[] { ("2017-02-03", "2", "beds"), ("2017-02-04", "2.5", "beds") }));
        Assert.That(rows.Select(row => Number(row, "mean")).Order(), Is.EqualTo(new[] { 0.0, 1 }));
        Assert.That(rows.Select(row => (row["p05"], row["p95"])), Is.EqualTo(rows.Select(row => (row["mean"], row["mean"]))));
        var drawing = File.ReadAllText(Path.Combine(clinic.Results, "charts", "recorded-days-in_use.svg"));
        Assert.That(drawing, Does.Contain("recorded 2.2").Or.Contain("recorded 2.3").Or.Contain("recorded 2"));
    }

    [Test]
    public void A_day_of_an_earlier_year_is_measured_too()
    {
        using var clinic = new Clinic("2012-04-01");
        clinic.Calibrate(Head + "in_use,system,2015-12-03,2,measured,a return\n");
        Assert.That(clinic.Rows("calibration-days.csv").Single()["mean"], Is.AnyOf("0", "1"));
    }

    [TestCase("2017-02-03", "2017-13-03")]
    [TestCase("2017-02-03", "")]
    [TestCase("2017-02-03", "0001-01-01")]
    public void A_damaged_day_is_told_and_not_drawn(string old, string now)
    {
        using var clinic = new Clinic();
        clinic.Calibrate(Head + Day(3, 2) + Day(4, 2.5));
        var file = Path.Combine(clinic.Results, "calibration-days.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace(old, now, StringComparison.Ordinal));
        var typed = TypedCommand.Run("plot", clinic.Results, "--chart", "recorded-days");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput), typed.Error);
        Assert.That(typed.Error, Does.Contain("calibration-days.csv:2").And.Contain("a date such as 2016-12-31"));
    }

    [Test]
    public void Few_neighbouring_days_say_nothing_of_how_alike_they_are()
    {
        using var clinic = new Clinic();
        clinic.Calibrate(Head + Day(3, 2) + Day(4, 2.5) + Day(8, 1));
        Assert.That(clinic.Rows("calibration.csv").Single(row => row["measure"] == "in_use_days_persistence")["observed"], Is.Empty);
    }

    [TestCase("in_us,system,2017-02-03,2,measured,a return", "a daily series that the system declares")]
    [TestCase("in_use,north,2017-02-03,2,measured,a return", "a place of in_use: system")]
    [TestCase("in_use,system,03/02/2017,2,measured,a return", "a date such as 2016-12-31")]
    [TestCase("in_use,system,2019-02-03,2,measured,a return", "a day in a period of the run")]
    [TestCase("in_use,system,2017-02-03,,measured,a return", "Leave out the row of a day")]
    [TestCase("in_use,system,2017-02-03,2,assumed,a return", "one of measured, cited, derived")]
    [TestCase("in_use,system,2017-02-03,2,measured,", "where the figure was read")]
    [TestCase("in_use,system,2017-02-03,2,measured,a return\nin_use,system,2017-02-03,3,measured,a return", "each series, place and day once")]
    public void What_is_wrong_is_told_by_check_and_by_calibrate(string rows, string expected)
    {
        using var clinic = new Clinic();
        var typed = clinic.Calibrate(Head + rows + "\n");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.Contain(expected).And.Match("observed-days.csv:[23]"));
        var check = TypedCommand.Run("check", clinic.Folder);
        Assert.That((check.Exit, (check.Out + check.Error).Contains(expected, StringComparison.Ordinal)), Is.EqualTo((ExitCode.InvalidInput, true)));
    }

    [Test]
    public void Days_alone_are_refused()
    {
        using var clinic = new Clinic();
        File.Delete(Path.Combine(clinic.Folder, "observed.csv"));
        File.WriteAllText(Path.Combine(clinic.Folder, "observed-days.csv"), Head + Day(3, 2));
        Assert.That(TypedCommand.Run("check", clinic.Folder).Exit, Is.EqualTo(ExitCode.InvalidInput));
    }

    private static string Day(int day, double value) => string.Create(CultureInfo.InvariantCulture, $"in_use,system,2017-02-{day:00},{value},measured,a return\n");

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    private sealed class Clinic(string starts = "2015-04-01") : IDisposable
    {
        private readonly TemporarySystem system = TemporarySystem.With(("system.yaml", $$"""
            system: clinic
            run: { starts: {{starts}}, branch: 2017-04-01, lasts: 1 y, begin: empty, replications: 2 }
            pools: { bed: { kind: beds, capacity: 10 } }
            streams: { door: { to: stay, schedule: { every: 2 d, first: 8 h } } }
            stages: { stay: { place: bed, clock: spell, time: 1 d, then: leave } }
            measures: { stays: { starts: spell, per: day } }
            timelines: { in_use: { pools: bed, unit: beds } }

            """));

        public string Folder => system.Folder;

        public string Results => system.Folder + "-results";

        public TypedCommand Calibrate(string days)
        {
            File.WriteAllText(Path.Combine(Folder, "observed-days.csv"), days);
            File.WriteAllText(Path.Combine(Folder, "observed.csv"), "measure,place,period,observed,status,source\nstays,system,2016/17,0.5,measured,a return\n");
            return TypedCommand.Run("calibrate", "--system", Folder, "--force", "--out", Results);
        }

        public List<Dictionary<string, string>> Rows(string file)
        {
            var lines = File.ReadAllLines(Path.Combine(Results, file)).Select(line => line.Split(',')).ToList();
            return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
        }

        public void Dispose()
        {
            system.Dispose();
            if (Directory.Exists(Results))
            {
                Directory.Delete(Results, recursive: true);
            }
        }
    }
}
