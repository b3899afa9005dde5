using System.Text.Json;
using FlowSim.Cli.Running;

namespace FlowSim.Tests.Recorded;

/// <summary><c>calibrate</c> of another year than the last before the branch.</summary>
public sealed class OtherYearTests
{
    private const string Header = "measure,place,group,period,observed,observed_lower95,observed_upper95,status,tolerance,source,note";

    [Test]
    public void A_year_before_the_last_is_judged_with_what_was_recorded_of_it()
    {
        using var system = new TwoTowns();
        var observed = system.Outside("other.csv", Header, "attendances,north,,2015-04,36.67,,,measured,3,a return,", "attendances,south,,2015-04,36.67,,,measured,3,a return,");
        var typed = system.Run("calibrate", "--observed", observed, "--arrivals", system.Arrivals("2015-04,north,1,1100"), "--replications", "10", "--json");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        using var document = JsonDocument.Parse(typed.Out);
        var verdicts = document.RootElement.GetProperty("calibration").EnumerateArray().Select(row => row.GetProperty("verdict").GetString());
        Assert.That(verdicts, Is.EqualTo(new[] { "within", "outside" }));
        using var manifest = JsonDocument.Parse(system.ResultFile("manifest.json"));
        var inputs = manifest.RootElement.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("file").GetString());
        Assert.That(inputs, Is.SupersetOf(new[] { "--observed other.csv", "--arrivals arrivals.csv" }));
    }

    [Test]
    public void A_year_that_begins_less_than_two_years_after_the_run_is_refused()
    {
        using var system = new TwoTowns();
        var typed = system.Run("calibrate", "--observed", system.Outside("other.csv", Header, "attendances,north,,2014/15,30,,,measured,3,a return,"));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput), typed.Error);
        Assert.That(typed.Error, Does.Contain("other.csv:2").And.Contain("a period of the run: 2015/16, 2016/17"));
    }

    [TestCase("2", 0)]
    [TestCase("1", ExitCode.InvalidInput)]
    public void A_later_year_needs_a_longer_run(string years, int exit)
    {
        using var system = new TwoTowns();
        var typed = system.Run("calibrate", "--observed", system.Outside("other.csv", Header, "attendances,north,,2017/18,27,,,measured,3,a return,"), "--years", years);
        Assert.That(typed.Exit, Is.EqualTo(exit), typed.Error);
    }

    [Test]
    public void A_file_beside_the_system_is_found_by_its_name()
    {
        using var system = new TwoTowns();
        system.Write("observed-2015-16.csv", Header + "\nattendances,north,,2015/16,27,,,measured,3,a return,\n");
        var typed = system.Run("calibrate", "--observed", "observed-2015-16.csv");
        Assert.That((typed.Exit, typed.Error.Contains("It is not read", StringComparison.Ordinal)), Is.EqualTo((0, false)), typed.Error);
    }
}
