using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Cases;

/// <summary>What means nothing is refused or warned about, at its line.</summary>
public sealed class NonsenseTests
{
    private const string Sound = """
        system: s
        run: { starts: 2016-01-04, lasts: 20 d, begin: empty, replications: 1 }
        attributes: { acuity: ["1", "2"] }
        exits: [left]
        pools: { n: { kind: staff, capacity: 1 } }
        streams: { a: { to: w, rate: 50 per d, attributes: { acuity: { "1": 20 %, "2": rest } } } }
        stages:
          w: { place: none, clock: ed, staff: n, gives_up: [ { after: 2 h, to: left } ], time: exponential mean 20 min, then: leave }
        measures: { m: { clock: ed, mean: true, unit: min }, lost: { exits: left, per: day }, urgent: { clock: ed, mean: true, unit: min, group: acuity } }

        """;

    [Test]
    public void What_is_sound_passes_without_a_word()
    {
        using var system = new FlowFile(Sound);
        var typed = TypedCommand.Run("check", system.Path);
        Assert.That((typed.Exit, typed.Out.Trim().Split('\n')), Is.EqualTo((ExitCode.Done, new[] { $"{system.Path}: ok" })));
    }

    [TestCase("a count is no length of time", "time: exponential mean 20 min", "time: binomial 5 50 %", "flow.yaml:8", "binomial")]
    [TestCase("nor is it a patience", "after: 2 h", "after: binomial 5 50 %", "flow.yaml:8", "binomial")]
    [TestCase("a calendar says what is open in it", "capacity: 1", "capacity: { calendar: daily 08:00-18:00, outside: 1 }", "flow.yaml:5", "inside")]
    [TestCase("a closure of who is taken empties nothing", "capacity: 1", "capacity: 1, takes: daily 08:00-18:00, at_close: empty", "flow.yaml:5", "at_close")]
    [TestCase("behind a branch without a condition nothing is reached", "then: leave", "then: [ { to: leave }, { if: \"acuity = 2\", to: left }, { to: w } ]",
        "flow.yaml:8", "if")]
    [TestCase("nobody comes minus five times", "rate: 50 per d", "schedule: { at: daily 07:00, count: -5 }", "flow.yaml:6", "-5")]
    [TestCase("a table is read by what it has", "rate: 50 per d", "rate: { table: t, per: d, by: [month, moonphase] }", "flow.yaml", "moonphase", "pools: {",
        "tables: { t: { keys: [weekday], rows: { \"*\": 50 } } }\npools: {")]
    [TestCase("a range has two ends", "capacity: 1", "capacity: { value: 1, status: assumed, range: banana }", "flow.yaml:5", "banana")]
    [TestCase("a range holds its value, low end first", "capacity: 1", "capacity: { value: 1, status: assumed, range: 9 to 5 }", "flow.yaml:5", "9 to 5")]
    [TestCase("an investment has keys", "measures: {",
        "scenarios: { s: { changes: [], investment: [ { lin: x, parner: nobody, gbp_per_yaer: lots } ] } }\nmeasures: {", "flow.yaml:9", "parner")]
    public void What_means_nothing_is_told_with_its_line(string why, string sound, string nonsense, string place, string word, params string[] more)
    {
        var text = Sound.Replace(sound, nonsense, StringComparison.Ordinal);
        text = more.Length == 2 ? text.Replace(more[0], more[1], StringComparison.Ordinal) : text;
        Assert.That(text, Is.Not.EqualTo(Sound));
        using var system = new FlowFile(text);
        var typed = TypedCommand.Run("check", system.Path);
        Assert.That(typed.Exit, Is.AnyOf(ExitCode.Done, ExitCode.InvalidInput), why);
        Assert.That(typed.Out, Does.Contain(place).And.Contain(word), why);
    }

    [TestCase("1000001")]
    [TestCase("3000000000")]
    [TestCase("1e15")]
    public void A_roster_of_more_than_a_million_is_refused(string capacity)
    {
        var typed = CheckRoster(capacity);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Out, Does.Contain("r.csv:2").And.Contain(capacity));
    }

    [Test]
    public void A_roster_of_a_million_is_not() => Assert.That(CheckRoster("1000000").Exit, Is.EqualTo(ExitCode.Done));

    private static TypedCommand CheckRoster(string capacity)
    {
        using var folder = new Results.TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "rosters"));
        File.WriteAllText(Path.Combine(folder.Path, "rosters", "r.csv"), $"days,from,to,capacity\ndaily,00:00,24:00,{capacity}\n");
        File.WriteAllText(Path.Combine(folder.Path, "system.yaml"), """
            system: s
            run: { starts: 2016-01-04, lasts: 10 d, begin: empty, replications: 1 }
            pools: { n: { kind: staff, capacity: { roster: r } } }
            streams: { a: { to: w, rate: 50 per d } }
            stages: { w: { staff: n, time: 1 h, then: leave } }
            """);
        return TypedCommand.Run("check", folder.Path);
    }
}
