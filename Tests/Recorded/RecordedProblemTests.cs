using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Recorded;

/// <summary>What is wrong with a file of what was recorded is said with its line.</summary>
public sealed class RecordedProblemTests
{
    [TestCase("2016-04,north,1,900|2016-04,north,1,901", "arrivals.csv:3", "each month, place and type in one row")]
    [TestCase("2016-04,north,all,900|2016-04,north,1,800", "arrivals.csv:3", "of which north, all gives a part or all")]
    [TestCase("2016-04,both,1,900|2016-04,south,1,800", "arrivals.csv:3", "or of a trust, stands in place of rows of its parts")]
    [TestCase("2016-04,north,1,900|2016-06,north,1,900", "arrivals.csv:3", "no 2016-05 of north, type-1")]
    [TestCase("2016-04,nort,1,900", "arrivals.csv:2", "Did you mean \"north\"?")]
    [TestCase("2016-04,north,type-2,900", "arrivals.csv:2", "a type: type-1, 1, type-3, other, all")]
    [TestCase("2016-04,south,other,900", "arrivals.csv:2", "a place with other: unit")]
    [TestCase("2016-04,north,1,-5", "arrivals.csv:2", "a number of at least 0")]
    [TestCase("2016-04,north,1,many", "arrivals.csv:2", "or nothing where it was not recorded")]
    [TestCase("2016-04,north,1,\"9,000\"", "arrivals.csv:2", "or nothing where it was not recorded")]
    [TestCase("2016-04-01,north,1,900", "arrivals.csv:2", "Write 2016-04.")]
    [TestCase("April 2016,north,1,900", "arrivals.csv:2", "a month, such as 2017-04")]
    [TestCase("2016-13,north,1,900", "arrivals.csv:2", "a month, such as 2017-04")]
    [TestCase("2011-04,north,1,900", "arrivals.csv:1", "a recorded month from 2013-04 to 2017-03")]
    [TestCase("", "arrivals.csv:1", "a row for each month and place")]
    [TestCase("2016-04,north,1,25", "arrivals.csv:2", "Give the attendances of the whole month, not of a day")]
    [TestCase("2016-04,north,1,90000", "arrivals.csv:2", "at most 10 times those described")]
    public void A_file_of_attendances_that_is_wrong_is_refused(string rows, string where, string says)
    {
        using var system = new TwoTowns();
        Refuses(system, "--arrivals", system.Arrivals(rows.Split('|', StringSplitOptions.RemoveEmptyEntries)), where, says);
    }

    [TestCase("month,site,type,attendances", "2016-04,north,1,900", "a column place")]
    [TestCase("month,place,type,attendances,extra", "2016-04,north,1,900,1", "extra")]
    [TestCase("time,place,type", "2016-04-02T10:00,north,1", "arrivals of whole months")]
    [TestCase("time,place,type", "2016-04-01T10:00,north,1", "arrivals of whole months")]
    [TestCase("time,place,type", "soon,north,1", "a moment, such as 2017-04-01T13:45")]
    public void Columns_and_lists_that_are_wrong_are_refused(string header, string row, string says)
    {
        using var system = new TwoTowns();
        Refuses(system, "--arrivals", system.Outside("arrivals.csv", header, row), "arrivals.csv:", says);
    }

    [TestCase("2016-04,unit,40", "a place with beds of ward: north, south")]
    [TestCase("2016-04,north,5", "at least 10 open beds, which the other pools of ward have")]
    [TestCase("2016-04,north,few", "a number")]
    public void A_file_of_beds_that_is_wrong_is_refused(string row, string says)
    {
        using var system = new TwoTowns();
        Refuses(system, "--beds", system.OpenBeds(row), "open.csv:2", says);
    }

    [Test]
    public void A_file_that_is_not_there_is_named()
    {
        using var system = new TwoTowns();
        Refuses(system, "--beds", "no-such.csv", "no-such.csv", "no file of that name");
    }

    [Test]
    public void A_file_given_twice_is_a_wrong_command_line()
    {
        using var system = new TwoTowns();
        var file = system.Arrivals("2016-04,north,1,900");
        var typed = system.Run("run", "baseline", "--arrivals", file, "--arrivals", file);
        Assert.That((typed.Exit, typed.Error.Contains("--arrivals", StringComparison.Ordinal)), Is.EqualTo((ExitCode.Usage, true)), typed.Error);
    }

    [Test]
    public void A_system_that_says_nothing_of_records_takes_none()
    {
        using var system = new TwoTowns(recorded: "");
        Refuses(system, "--arrivals", system.Arrivals("2016-04,north,1,900"), "arrivals.csv:1", "Say it under recorded: arrivals:");
    }

    [TestCase("walk-ins]", "walkins]", "the name of a stream")]
    [TestCase("[walk-ins]", "[closures]", "a stream of patients who come one by one at a rate")]
    [TestCase("[walk-ins]", "[to-unit]", "a stream that takes the difference of one type only")]
    [TestCase("[walk-ins]", "[calls]", "a stream written each: site")]
    [TestCase("measure: attendances", "measure: attendance", "a measure that the system declares")]
    [TestCase("measure: attendances", "measure: yearly", "a measure of patients per time with monthly: true")]
    [TestCase("measure: attendances", "measure: open_beds", "a measure of patients per time with monthly: true")]
    [TestCase("[other]", "[\"1\"]", "each word for a type once")]
    [TestCase("[other]", "[all]", "a word other than all")]
    [TestCase("open: ward", "open: wards", "a group of pools")]
    [TestCase("taken_by: ward-bed", "taken_by: ward-beds", "a pool of the group ward")]
    [TestCase("both: [north, south]", "both: [north, east]", "an instance of a dimension")]
    [TestCase("both: [north, south]", "both: [north, north]", "each instance once")]
    [TestCase("both: [north, south]", "south: [north, unit]", "south among the places of the trust of that name")]
    [TestCase("taken_by", "take_by", "Did you mean \"taken_by\"?")]
    public void What_a_system_says_of_records_is_checked(string from, string to, string says)
    {
        using var system = new TwoTowns(TwoTowns.RecordedSection.Replace(from, to, StringComparison.Ordinal));
        var typed = TypedCommand.Run("check", system.Path);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput), typed.Out);
        Assert.That(Unbroken(typed.Out), Does.Contain(says).And.Contain("system.yaml:"));
    }

    [TestCase("side-bed: { each: site, kind: beds, group: ward, capacity: 10 }", "side-bed@north")]
    [TestCase("first-bed: { each: site, kind: beds, group: ward, capacity: 10 }", "first-bed@north")]
    public void Beds_without_a_number_take_no_difference(string pool, string named)
    {
        using var system = new TwoTowns();
        var file = Path.Combine(system.Path, "system.yaml");
        var described = File.ReadAllText(file).Replace("  side-bed: { each: site, kind: beds, group: ward, capacity: 10 }\n", "", StringComparison.Ordinal)
            .Replace("side-bed", pool.Split(':')[0], StringComparison.Ordinal);
        var line = $"  {pool.Replace("10", "unlimited", StringComparison.Ordinal)}\n";
        File.WriteAllText(file, pool.StartsWith("first", StringComparison.Ordinal)
            ? described.Replace("pools:\n", "pools:\n" + line, StringComparison.Ordinal)
            : described.Replace("streams:\n", line + "streams:\n", StringComparison.Ordinal));
        var typed = TypedCommand.Run("check", system.Path);
        Assert.That(Unbroken(typed.Out), Does.Contain("a group of pools with a number of units each").And.Contain(named));
    }

    private static void Refuses(TwoTowns system, string option, string file, string where, string says)
    {
        var typed = system.Run("run", "baseline", option, file, "--quiet");
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput), typed.Error);
        Assert.That(Unbroken(typed.Error), Does.Contain(where).And.Contain(says));
        Assert.That(Directory.Exists(system.Results), Is.False);
    }

    private static string Unbroken(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
