using FlowSim.Scenarios.Description;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Numbers;
using FlowSim.Tests.Loading;

namespace FlowSim.Tests.Numbers;

public sealed class SystemNumbersTests
{
    private const string Clinic = """
        system: clinic
        run: { starts: 2016-04-01, lasts: 30 d }
        population: { value: 1000, status: cited, source: a register }
        dimensions: { site: [north, south] }
        attributes: { age: [65-84, 85-plus], urgency: ["1", "2"], patience: duration }
        calendars:
          office: { open: Mon-Fri 09:00-17:00 }
          round: { at: daily 10:00, status: assumed, range: daily }
        pools:
          bed: { each: site, kind: beds, capacity: { table: beds, column: beds }, takes: office }
          nurse: { kind: staff, capacity: { roster: nurses } }
        streams:
          old: { each: site, to: stay, rate: { value: 3 per d, status: measured, note: counted }, attributes: { age: 65-84, urgency: "1", patience: 3 h } }
        stages:
          stay:
            each: site
            place: bed@site
            staff: nurse
            clock: { ed: within 15 min }
            priority: [urgency, 1 after 2 h]
            time: until next round
            divert: { out: { share: { value: 4 %, status: assumed, range: 1 % to 8 % }, if: "urgency = 2", to: leave } }
            gives_up: [ { after: patience, to: leave }, { after: 21 d, to: leave } ]
            then: leave
        scenarios:
          more: { scenario: more, changes: [ { scale: streams.old.rate, by: { value: 1.1, status: assumed, range: 1 to 1.3 }, reason: growth, source: a guess } ] }
        """;

    private const string Beds = "site,beds,status,source\nnorth,10,measured,a return\nsouth,8,assumed,\n";
    private const string Nurses = "days,from,to,capacity\ndaily,00:00,24:00,3\n";

    private static readonly (string File, string Text)[] Files = [("system.yaml", Clinic), ("tables/beds.csv", Beds), ("rosters/nurses.csv", Nurses)];

    [Test]
    public void A_number_is_a_value_of_the_YAML_or_a_row_of_a_table()
    {
        Assert.That(Of("baseline").Select(number => (number.Path, number.Value, number.Status)), Is.EquivalentTo(new[]
        {
            ("population", "1000", "cited"),
            ("calendars.office", "Mon-Fri 09:00-17:00", ""),
            ("calendars.round", "daily 10:00", "assumed"),
            ("streams.old.rate", "3 per d", "measured"),
            ("streams.old.attributes.patience", "3 h", ""),
            ("stages.stay.priority[2]", "1 after 2 h", ""),
            ("stages.stay.divert.out.share", "4 %", "assumed"),
            ("stages.stay.gives_up[2].after", "21 d", ""),
            ("tables.beds[site=north]", "10", "measured"),
            ("tables.beds[site=south]", "8", "assumed"),
            ("rosters.nurses[days=daily, from=00:00, to=24:00]", "3", ""),
        }));
    }

    [TestCase("tables.beds[site=north]", "pools bed capacity")]
    [TestCase("rosters.nurses[days=daily, from=00:00, to=24:00]", "pools nurse capacity")]
    [TestCase("calendars.office", "pools bed takes")]
    [TestCase("calendars.round", "stages stay time")]
    [TestCase("streams.old.rate", "streams old rate")]
    [TestCase("stages.stay.divert.out.share", "stages stay divert")]
    public void A_number_says_what_it_acts_on(string path, string expected)
    {
        var number = Of("baseline").Single(one => one.Path == path);
        Assert.That(number.UsedBy.Select(use => $"{use.Section} {use.Id} {use.Key}"), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void A_number_says_where_it_stands_and_where_it_is_from()
    {
        var row = Of("baseline").Single(one => one.Path == "tables.beds[site=north]");
        Assert.That(row.Where.ToString(), Is.EqualTo("tables/beds.csv:2"));
        Assert.That((row.Source, row.HasOrigin), Is.EqualTo(("a return", true)));
        Assert.That(Of("baseline").Single(one => one.Path == "streams.old.rate").Note, Is.EqualTo("counted"));
    }

    [Test]
    public void A_table_that_nothing_reads_acts_on_nothing()
    {
        using var system = TemporarySystem.With([.. Files, ("tables/idle.csv", "site,beds\nnorth,1\n")]);
        Assert.That(SystemNumbers.Of(system.Read()!, "baseline", system.Problems)!.Single(one => one.Path == "tables.idle[site=north]").UsedBy, Is.Empty);
    }

    [Test]
    public void The_numbers_of_a_scenario_are_those_it_leaves_and_those_of_its_changes()
    {
        var numbers = Of("more");
        Assert.That(numbers.Single(one => one.Path == "streams.old.rate").Value, Is.EqualTo("3.3 per d"));
        var change = numbers.Single(one => one.Path == "scenarios.more.changes[1]");
        Assert.That((change.Value, change.Status, change.Range, change.Source),
            Is.EqualTo(("scale streams.old.rate by 1.1", "assumed", "1 to 1.3", "a guess")));
        Assert.That(change.UsedBy.Single(), Is.EqualTo(new NumberUse("streams", "old", "rate")));
    }

    /// <summary>The other route: what the reader of the description has noted.</summary>
    [TestCaseSource(typeof(SystemLibrary), nameof(SystemLibrary.Ids))]
    public void Every_number_with_an_origin_in_a_library_system_is_there_once(string system)
    {
        var files = SystemReader.Read(system, new ProblemList())!;
        var description = SystemBinding.Bind(files, new ProblemList());
        var numbers = SystemNumbers.Of(files, "baseline", new ProblemList())!;
        var expected = description.Assumptions.Where(one => one.Status.Length + one.Range.Length + one.Source.Length + one.Note.Length > 0)
            .Select(one => (one.Where, one.Status, one.Source));
        Assert.That(numbers.Where(number => number.HasOrigin).Select(number => (number.Where, number.Status, number.Source)), Is.EquivalentTo(expected));
        Assert.That(numbers.Select(number => (number.Path, number.Where)), Is.Unique);
    }

    private static IReadOnlyList<DescribedNumber> Of(string scenario)
    {
        using var system = TemporarySystem.With(Files);
        var numbers = SystemNumbers.Of(system.Read()!, scenario, system.Problems);
        Assert.That(system.Printed, Does.Not.Contain("error"));
        return numbers!;
    }
}
