using FlowSim.Scenarios.Changes;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Loading.Changes;

/// <summary>One more place, and rows and columns of tables, put there by a scenario.</summary>
public sealed class NewPlaceTests
{
    private const string Stays = "site,age,time,status,source\nnorth,*,exponential mean 3 h,measured,a count\nsouth,young,exponential mean 2 h,measured,a count\n"
        + "south,old,exponential mean 5 h,measured,\n";
    private const string Nurses = "site,days,from,to,capacity\nnorth,daily,00:00,24:00,2\nsouth,daily,08:00,20:00,3\nsouth,daily,20:00,08:00,1\n";
    private const string Sent = "age,north,south\nyoung,30 %,70 %\nold,60 %,40 %\n";

    private const string Two = """
        system: two
        run: { starts: 2015-04-01, lasts: 60 d, begin: empty, replications: 2 }
        dimensions: { site: [north, south] }
        attributes: { age: [young, old] }
        partners: [one, other]
        calendars: { open-hours@north: { open: daily 06:00-22:00 }, open-hours@south: { open: daily 08:00-20:00 } }
        pools:
          nurse: { each: site, kind: staff, owner: { north: one, south: other }, capacity: { roster: nurses }, at_close: empty }
          bed: { each: site, kind: beds, owner: one, capacity: { table: beds } }
        streams:
          walk-in: { each: site, to: door, rate: { table: comers, column: comers }, attributes: { age: { young: 50 %, old: rest } } }
          called: { to: send, rate: 20 per d, attributes: { age: { young: 50 %, old: rest } } }
        stages:
          send: { place: none, sets: { site: { table: sent } }, then: door }
          door: { each: site, place: none, time: until open-hours@site opens, then: seen }
          seen: { each: site, place: none, staff: nurse@site, time: { table: stays }, gives_up: [ { after: 6 h, to: leave } ], then: { ward: 20 %, leave: rest } }
          ward: { each: site, place: bed@site, time: exponential mean 2 d, then: leave }
        tables:
          beds: { keys: site, rows: { north: 5, south: 9 } }
          comers: { keys: site, rows: { north: { comers: 12 per d }, south: { comers: 15 per d } } }
        measures:
          came: { total: { entries: seen }, by: site }
          in_use: { average: { occupied: bed }, by: site }
        """;

    private const string LikeSouth = """
        title: A third
        changes:
          - { add: dimensions.site, to: west, like: south }
          - { add: tables.sent.west, to: 0 % }
          - { set: "tables.sent[age=old].north", to: 35 % }
          - { set: "tables.sent[age=old].west", to: 25 % }
          - { set: streams.walk-in@west.rate, to: 7 per d }
          - { set: "tables.beds[site=west].value", to: 4 }
        """;

    private const string RowByRow = """
        title: A third
        changes:
          - { add: dimensions.site, to: west }
          - { add: calendars.open-hours@west, to: { open: daily 08:00-20:00 } }
          - { add: pools.nurse.owner.west, to: other }
          - { add: tables.sent.west, to: 0 % }
          - { set: "tables.sent[age=old].north", to: 35 % }
          - { set: "tables.sent[age=old].west", to: 25 % }
          - { add: "tables.comers[site=west]", to: { comers: 7 per d } }
          - { add: "tables.beds[site=west]", to: { value: 4 } }
          - { add: "tables.stays[site=west]", to: [ { age: young, time: exponential mean 2 h }, { age: old, time: exponential mean 5 h } ] }
          - { add: "rosters.nurses[site=west]", to: [ { days: daily, from: "08:00", to: "20:00", capacity: 3 }, { days: daily, from: "20:00", to: "08:00", capacity: 1 } ] }
        """;

    [TestCase(LikeSouth)]
    [TestCase(RowByRow)]
    public void It_gives_what_the_place_gives_where_it_was_always_written(string scenario)
    {
        using var added = System(Two, Stays, Nurses, Sent, ("scenarios/third.yaml", scenario));
        using var written = System(
            Two.Replace("site: [north, south]", "site: [north, south, west]", StringComparison.Ordinal)
                .Replace("open-hours@south:", "open-hours@west: { open: daily 08:00-20:00 }, open-hours@south:", StringComparison.Ordinal)
                .Replace("south: other", "south: other, west: other", StringComparison.Ordinal)
                .Replace("south: 9", "south: 9, west: 4", StringComparison.Ordinal)
                .Replace("south: { comers: 15 per d }", "south: { comers: 15 per d }, west: { comers: 7 per d }", StringComparison.Ordinal),
            Stays + "west,young,exponential mean 2 h,,\nwest,old,exponential mean 5 h,,\n",
            Nurses + "west,daily,08:00,20:00,3\nwest,daily,20:00,08:00,1\n",
            "age,north,south,west\nyoung,30 %,70 %,0 %\nold,35 %,40 %,25 %\n");
        var rows = Rows(added, "third");
        Assert.That(rows, Is.EqualTo(Rows(written, "baseline")));
        Assert.That(rows.Count(row => row.Contains(",west,", StringComparison.Ordinal)), Is.GreaterThan(4));
    }

    [Test]
    public void Nobody_comes_and_nobody_is_sent_until_it_is_said_who()
    {
        using var system = System(Two, Stays, Nurses, Sent, ("scenarios/third.yaml", "changes: [ { add: dimensions.site, to: west, like: south } ]\n"));
        var rows = Rows(system, "third");
        Assert.That(rows.Where(IsOfTheOthers), Is.EqualTo(Rows(system, "baseline").Where(IsOfTheOthers)).And.Not.Empty);
        Assert.That(rows.Where(row => row.Contains("came,west,", StringComparison.Ordinal)).Select(row => row.Split(',')[^1]), Is.All.EqualTo("0"));
    }

    [Test]
    public void What_was_measured_at_the_other_is_assumed_at_the_new_one()
    {
        using var system = System(Two, Stays, Nurses, Sent, ("scenarios/third.yaml", LikeSouth));
        var stays = ScenarioApplier.Apply(system.Read()!, "third", system.Problems)!.Files.Tables["stays"];
        Assert.That(stays.Rows.Select(row => string.Join(';', row.Cells)).Skip(3), Is.EqualTo(
            (string[])["west;young;exponential mean 2 h;assumed;as at south: a count", "west;old;exponential mean 5 h;assumed;as at south"]));
    }

    [TestCase("add: dimensions.site, to: west, like: sout", "one of north, south, under \"like\"", "sout")]
    [TestCase("add: dimensions.site, to: west, like: west", "one of north, south, under \"like\"", "west")]
    [TestCase("add: stages.hub, to: { place: none, then: leave }, like: south", "\"like\" beside a new place alone", "stages.hub")]
    [TestCase("add: \"tables.beds[site=north]\", to: 3", "the cells of a row, such as { medical: 40 }", "3")]
    [TestCase("add: \"tables.beds[site=north]\", to: { beds: 3 }", "columns of tables.beds: site, value", "beds")]
    [TestCase("add: \"tables.beds[sit=north]\", to: { value: 3 }", "columns of tables.beds: site, value", "sit")]
    [TestCase("add: \"tables.beds[site=north]\", to: { site: south, value: 3 }", "\"site\" once", "both in brackets and among the cells")]
    [TestCase("add: tables.sent.south, to: 0 %", "the name of a new column", "south")]
    [TestCase("add: \"tables.sent[age=old].west\", to: 0 %", "one value for all rows", "0 %")]
    [TestCase("add: tables.beds, to: { keys: site, rows: { north: 3 } }", "the name of a new table, or rows of one that there is", "tables.beds")]
    [TestCase("add: \"tables.beds[site=north]\", to: { value: 3 }", "one row that matches best", "two equally exact rows for site north")]
    [TestCase("add: dimensions.site, to: west", "rows for site west, or with *, in 3 tables: beds, comers, stays, and hours in 1 roster: nurses", "none")]
    public void What_is_wrong_is_told(string change, string expected, string received)
    {
        using var system = System(Two, Stays, Nurses, Sent, ("scenarios/third.yaml", $"changes: [ {{ {change} }} ]\n"));
        var typed = TypedCommand.Run("check", "--system", system.Folder);
        var said = string.Join(' ', (typed.Out + typed.Error).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.That(said, Does.Contain(expected).And.Contain(received));
        Assert.That(typed.Exit, Is.EqualTo(3));
    }

    private static bool IsOfTheOthers(string row) => row.Contains(",north,", StringComparison.Ordinal) || row.Contains(",south,", StringComparison.Ordinal);

    private static TemporarySystem System(string text, string stays, string nurses, string sent, params (string File, string Text)[] more) =>
        TemporarySystem.With([("system.yaml", text), ("tables/stays.csv", stays), ("rosters/nurses.csv", nurses), ("tables/sent.csv", sent), .. more]);

    /// <summary>What a scenario gives, without its name.</summary>
    private static List<string> Rows(TemporarySystem system, string scenario)
    {
        var results = Path.Combine(system.Folder, "results-" + scenario);
        var typed = TypedCommand.Run("run", scenario, "--system", system.Folder, "--out", results, "--quiet");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        return [.. File.ReadLines(Path.Combine(results, "replications.csv")).Skip(1).Select(row => row[(row.IndexOf(',', StringComparison.Ordinal) + 1)..])];
    }
}
