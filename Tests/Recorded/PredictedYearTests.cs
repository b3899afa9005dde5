using System.Globalization;
using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Recorded;

/// <summary>A year that is predicted, and what is known of every level from then on.</summary>
public sealed class PredictedYearTests
{
    private const string Header = "measure,place,group,period,observed,observed_lower95,observed_upper95,status,tolerance,source,note";

    [Test]
    public void What_was_predicted_is_written_with_the_nearest_other_year()
    {
        using var system = Predicted();
        var rows = Rows(system);
        Assert.That(rows.Select(row => (row["place"], row["persistence"], row["persistence_period"])),
            Is.EqualTo(new[] { ("north", "24", "2016-04"), ("south", "", "") }));
        Assert.That(Number(rows[0]["observed"]), Is.EqualTo(30));
        Assert.That(Number(rows[0]["modelled"]), Is.EqualTo(system.Mean("2015-04", "attendances", "north")).Within(1e-6));
    }

    [Test]
    public void The_terminal_says_what_the_model_and_the_other_year_are_off_by()
    {
        using var system = new TwoTowns();
        var typed = Predict(system);
        Assert.That(Unwrapped(typed.Out), Does.Contain("How far off (root mean square over the places):").And.Match(@"Attendances \(North, South\): off by [0-9.]+ %")
            .And.Contain("The model's own error of a level is 2 root mean squares of these errors either way."));
    }

    [Test]
    public void Beside_the_system_it_gives_every_yearly_level_its_error()
    {
        using var system = Predicted();
        var errors = Rows(system).Select(row => 1 - (Number(row["observed"]) / Number(row["modelled"]))).ToArray();
        File.Copy(Path.Combine(system.Results, "predicted.csv"), Path.Combine(system.Path, "predicted.csv"));
        Directory.Delete(system.Results, recursive: true);
        var typed = system.Run("compare", "more-calls", "--quick", "--all");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var share = 2 * Math.Sqrt(errors.Average(error => error * error));
        foreach (var scenario in new[] { "baseline", "more-calls" })
        {
            Assert.That(Number(system.Row("2016/17", "attendances", "north", scenario)[^1]),
                Is.EqualTo(share * system.Mean("2016/17", "attendances", "north", scenario)).Within(1e-6));
            Assert.That(system.Row("2016-05", "attendances", "north", scenario)[^1], Is.Empty);
        }

        Assert.That(Unwrapped(typed.Error), Does.Contain("levels have an error of the model's own").And.Contain("of other measures it has not been measured"));
        Assert.That(system.ResultFile("report.html"), Does.Contain("How far off may a level be?").And.Contain("<small>± "));
        Assert.That(system.ResultFile("predicted.csv"), Is.EqualTo(File.ReadAllText(Path.Combine(system.Path, "predicted.csv"))));
    }

    [Test]
    public void Without_it_the_page_says_that_nothing_has_been_measured()
    {
        using var system = new TwoTowns();
        system.Run("run", "baseline");
        Assert.That(system.ResultFile("report.html"), Does.Contain("The model's own error has not been measured").And.Not.Contain("<small>± "));
        Assert.That(system.Row("2016/17", "attendances", "north")[^1], Is.Empty);
    }

    [Test]
    public void What_is_put_into_the_run_or_only_recalled_is_no_prediction()
    {
        using var system = new TwoTowns();
        var observed = system.Outside("other.csv", Header, "open_beds,north,,2015-04,42,,,given,,a return,", "attendances,north,,2015-04,30,,,assumed,,,",
            "attendances,north,,2015-05,30,,,later-year,,a return,", "attendances,south,,2015-04,30,,,measured,,a return,");
        system.Run("calibrate", "--observed", observed, "--beds", system.OpenBeds("2015-04,north,42"));
        Assert.That(Rows(system).Select(row => row["place"]), Is.EqualTo(new[] { "south" }));
    }

    [Test]
    public void A_figure_that_the_system_may_have_been_fitted_to_is_no_prediction()
    {
        using var system = new TwoTowns();
        system.Write("observed.csv", Header + "\nattendances,north,,2016-04,24,,,measured,,a return,\n");
        system.Run("calibrate", "--observed",
            system.Outside("other.csv", Header, "attendances,north,,2016-04,24,,,measured,,a return,", "attendances,north,,2015-04,24,,,measured,,a return,"));
        Assert.That(Rows(system).Select(row => row["period"]), Is.EqualTo(new[] { "2015-04" }));
    }

    [Test]
    public void Nothing_observed_is_an_error_that_has_a_size_only_where_the_model_gives_something()
    {
        using var system = new TwoTowns();
        var typed = system.Run("calibrate", "--observed", system.Outside("other.csv", Header, "attendances,north,,2015-04,0,,,measured,,a return,"));
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(Unwrapped(typed.Out), Does.Contain("Attendances (North): off by 100 %."));
    }

    [Test]
    public void While_a_year_is_predicted_anew_its_own_errors_stand_beside_the_levels()
    {
        using var system = Predicted();
        var text = File.ReadAllText(Path.Combine(system.Results, "predicted.csv"));
        system.Write("predicted.csv", text.Replace(",30,", ",3,", StringComparison.Ordinal));
        Predict(system);
        var errors = Rows(system).Select(row => 1 - (Number(row["observed"]) / Number(row["modelled"]))).ToArray();
        Assert.That(Number(system.Row("2016/17", "attendances", "north")[^1]),
            Is.EqualTo(2 * Math.Sqrt(errors.Average(error => error * error)) * system.Mean("2016/17", "attendances", "north")).Within(1e-6));
    }

    [Test]
    public void A_given_figure_is_not_judged()
    {
        using var system = new TwoTowns();
        var typed = system.Run("calibrate", "--observed", system.Outside("other.csv", Header, "open_beds,north,,2015-04,42,,,given,2,a return,"));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Error, Does.Contain("nothing for a given figure"));
    }

    [TestCase("attendances,", "atendances,", "a measure that the system declares")]
    [TestCase(",per day,", ",per week,", "per day, the unit of attendances")]
    [TestCase(",2015-04,", ",April,", "a year such as 2016/17")]
    [TestCase(",30,", ",many,", "a number in the unit of the measure")]
    [TestCase("observed,", "seen,", "the columns measure, place")]
    [TestCase(",south,", ",north,", "each measure, place, group and period once")]
    [TestCase(",south,", ",sout,", "a place of attendances")]
    public void A_file_that_is_none_of_this_system_is_refused(string old, string now, string expected)
    {
        using var system = Predicted();
        var text = File.ReadAllText(Path.Combine(system.Results, "predicted.csv"));
        Assert.That(text, Does.Contain(old));
        system.Write("predicted.csv", text.Replace(old, now, StringComparison.Ordinal));
        foreach (var typed in new[] { TypedCommand.Run("check", system.Path), system.Run("run", "baseline") })
        {
            Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
            Assert.That(typed.Out + typed.Error, Does.Contain(expected).And.Match("predicted.csv:[123]"));
        }
    }

    private static TwoTowns Predicted()
    {
        var system = new TwoTowns();
        var typed = Predict(system);
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        return system;
    }

    private static TypedCommand Predict(TwoTowns system)
    {
        system.Write("observed.csv", Header + "\nattendances,north,,2016-04,24,,,measured,,a return,\nattendances,south,,2017-02,24,,,measured,,a return,\n");
        return system.Run("calibrate", "--observed",
            system.Outside("other.csv", Header, "attendances,north,,2015-04,30,,,measured,3,a return,", "attendances,south,,2015-04,30,,,measured,3,a return,"));
    }

    private static List<Dictionary<string, string>> Rows(TwoTowns system)
    {
        var lines = system.ResultFile("predicted.csv").Trim().Split('\n').Select(line => line.Split(',')).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
