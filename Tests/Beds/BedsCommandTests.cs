using System.Text.Json;
using FlowSim.Cli.Running;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Beds;

/// <summary><c>flowsim beds</c>.</summary>
public sealed class BedsCommandTests
{
    private const string Days = """
        system: days
        title: Two hospitals
        run: { starts: 2016-03-22, lasts: 1 y, warm_up: 10 d, begin: empty, replications: 3 }
        dimensions: { site: [ north, south ] }
        titles: { acute: Ward beds }
        calendars: { holidays: { dates: [ 2016-12-26 ] } }
        pools:
          ward-bed:
            each: site
            kind: beds
            group: acute
            capacity: 10
            turnaround: 1 h
            surge: [ { adds: 2, opens: waiting(ward-bed@site) >= 2, closes: waiting(ward-bed@site) <= 0, checked: daily 08:00 } ]
          stroke-bed: { each: site, kind: beds, group: acute, capacity: 4 }
          office: { kind: staff, capacity: { roster: office }, holidays: holidays, at_close: empty }
          start: { kind: slots, capacity: 13, renewed: daily 06:00 }
        streams:
          admissions: { each: site, to: plan, rate: 5 per d }
          strokes: { each: site, to: stroke-ward, rate: 1 per d }
        stages:
          plan: { each: site, staff: office, time: 15 min, then: book }
          book: { each: site, place: start, time: 5 min, then: ward }
          ward: { each: site, place: [ ward-bed@site, stroke-bed@site after 6 h ], time: exponential mean 2 d, then: leave }
          stroke-ward: { each: site, place: stroke-bed@site, time: exponential mean 3 d, then: leave }
        scenarios:
          wing:
            scenario: wing
            title: A wing
            changes: [ { add: pools.ward-bed@north.capacity, by: 5, reason: "a wing opens" } ]
          thirty:
            scenario: thirty
            title: Thirty stroke beds and a wing
            include: [ wing ]
            changes: [ { set: pools.stroke-bed.capacity, to: 30, reason: "a number of its own" } ]

        """;

    private const string Roster = """
        days,from,to,capacity
        Mon-Sun,00:00,07:00,0
        Mon-Sun,07:00,19:00,3
        Mon-Sun,19:00,24:00,0
        holidays,00:00,08:00,0
        holidays,08:00,12:00,1
        holidays,12:00,24:00,0

        """;

    private TemporaryFolder folder = null!;

    private string Results => Path.Combine(folder.Path, "results");

    [SetUp]
    public void MakeSystem()
    {
        folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "days", "rosters"));
        File.WriteAllText(Path.Combine(folder.Path, "days", "system.yaml"), Days);
        File.WriteAllText(Path.Combine(folder.Path, "days", "rosters", "office.csv"), Roster);
    }

    [TearDown]
    public void RemoveSystem() => folder.Dispose();

    [Test]
    public void A_pool_has_a_table_for_each_place_with_the_year_beside_its_winter()
    {
        var typed = Run("ward-bed");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out, Does.Contain("Ward bed, North, 2016/17: beds needed").And.Contain("Ward bed, South").And.Contain("winter").And.Contain("1 in 50")
            .And.Contain("p_delay").And.Contain("p_full").And.Contain("As it is at North: 1").And.Contain("Ward bed without limit"));
        var rows = Rows();
        Assert.That(rows.Select(row => row["period"]).Distinct(), Is.EqualTo(new[] { "2016/17", "winter 2016/17" }));
        Assert.That(rows.Select(row => row["place"]).Distinct(), Is.EqualTo(new[] { "north", "south" }));
    }

    [Test]
    public void More_beds_are_needed_for_rarer_lack_and_the_demand_is_that_of_the_arrivals()
    {
        Run("ward-bed");
        var needed = Rows().Where(row => (row["kind"], row["place"], row["period"]) == ("needed", "north", "2016/17") && row["beds"].Length > 0)
            .Select(row => Number(row, "beds")).ToList();
        Assert.That(needed, Has.Count.EqualTo(6).And.Ordered);

        // 5 a day for 2 d and an hour of cleaning: 10.2; the estimate leaves out the cleaning.
        Assert.That(Number(Row("load"), "beds"), Is.EqualTo(10.2).Within(1));
        Assert.That(Number(Row("estimated-load"), "beds"), Is.EqualTo(Number(Row("load"), "beds") - 0.2).Within(0.6));
        Assert.That(Number(Row("open"), "beds"), Is.InRange(10, 12), "ten, and two more when they are short");
    }

    [Test]
    public void A_rare_lack_is_told_from_all_replications_together()
    {
        // A year each of a Poisson load of 25: of the number in bed P(N >= 43) = 0.0007 and P(N >= 42) = 0.0012, which few single years show.
        File.WriteAllText(Path.Combine(folder.Path, "days", "system.yaml"), """
            system: days
            run: { starts: Mon 00:00, lasts: 364 d, warm_up: 60 d, begin: empty, replications: 30 }
            pools: { ward-bed: { kind: beds, capacity: 30 } }
            stages: { ward: { place: ward-bed, time: exponential mean 5 d, then: leave } }
            streams: { admissions: { to: ward, rate: 5 per d } }
            """);
        var typed = Run("ward-bed");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var rare = Rows().Single(row => (row["kind"], row["one_in"]) == ("needed", "1000"));
        Assert.That(Number(rare, "beds"), Is.EqualTo(43).Within(1));
        Assert.That(Number(rare, "lower95"), Is.LessThanOrEqualTo(Number(rare, "beds")));
        Assert.That(Number(rare, "upper95"), Is.GreaterThan(Number(rare, "beds")), "thirty years leave it open");
        Assert.That(Number(rare, "found_none"), Is.LessThanOrEqualTo(0.001));
    }

    [TestCase("ward-bed@north")]
    [TestCase("ward-bed --place north")]
    public void At_one_place_the_others_stay_as_they_are(string pool)
    {
        var typed = Run(pool.Split(' '));
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(Rows().Select(row => row["place"]).Distinct(), Is.EqualTo(new[] { "north" }));
        Assert.That(typed.Out, Does.Contain("the same without limit on ward-bed at north").And.Not.Contain("South, 2016/17"));
    }

    [Test]
    public void A_group_is_counted_together()
    {
        var typed = Run("acute");
        Assert.That(typed.Out, Does.Contain("Ward beds, North, 2016/17: beds needed"), typed.Error);

        // With no limit on either kind nobody lies in the other's bed: 10.2 and 3.
        Assert.That(Number(Row("load"), "beds"), Is.EqualTo(13.2).Within(1.2));
        Assert.That(Number(Row("open"), "beds"), Is.InRange(14, 16));
    }

    [Test]
    public void Who_comes_for_want_of_another_place_is_told()
    {
        Assert.That(Run("stroke-bed").Out, Does.Match(@"Of 100 who were given one without limit at\s+North\s+[34]"));
        Assert.That(Run("acute").Out, Does.Not.Contain("Of 100"));
    }

    [Test]
    public void A_roster_with_holidays_and_closing_gives_way_to_no_limit()
    {
        var typed = Run("office");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out, Does.Contain("Office, 2016/17: staff needed").And.Contain("fewer are open at some hours"));
    }

    [Test]
    public void Slots_are_counted_by_those_taken_before()
    {
        var typed = Run("start");
        Assert.That(typed.Exit, Is.Zero, typed.Error);

        // About ten a day: the last of a day finds nine taken.
        Assert.That(Number(Row("needed"), "beds"), Is.InRange(8, 14));
        Assert.That((Row("needed")["p_full"], Row("needed")["occupancy_pct"]), Is.EqualTo(("", "")));
    }

    [Test]
    public void A_scenario_has_its_own_beds_open()
    {
        var typed = Run("ward-bed@north", "--scenario", "wing");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(Number(Row("open"), "beds"), Is.InRange(15, 17));
        Assert.That(typed.Out, Does.Contain("wing, and the same without limit"));
    }

    [Test]
    public void A_scenario_may_set_the_number_itself()
    {
        var typed = Run("stroke-bed", "--scenario", "thirty");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(Number(Row("open"), "beds"), Is.EqualTo(30));
        Assert.That(typed.Out, Does.Contain("open: enough").And.Contain("everybody finds one"));
    }

    [Test]
    public void Beds_without_limit_as_they_are_are_counted_as_they_are()
    {
        File.WriteAllText(Path.Combine(folder.Path, "days", "system.yaml"), Days.Replace("group: acute, capacity: 4", "group: acute, capacity: unlimited"));
        var typed = Run("stroke-bed");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out, Does.Contain("there is no limit on stroke-bed as it is").And.Contain("1 in 20").And.Not.Contain("open:"));
        Assert.That(Rows().Select(row => row["scenario"]).Distinct(), Is.EqualTo(new[] { "baseline" }));
    }

    [Test]
    public void What_is_too_rare_for_the_time_has_a_dash()
    {
        var typed = Run("ward-bed", "--days", "30");
        Assert.That(typed.Out, Does.Match(@"1 in 1000 +- ").And.Contain("A dash"), "about 150 come");
    }

    [TestCase("wards-bed", "Did you mean \"ward-bed\"?")]
    [TestCase("ward-bed@nroth", "Did you mean \"north\"?")]
    [TestCase("beds", "There are: acute, office, start, stroke-bed, ward-bed")]
    [TestCase("office --place north", "It is at: system")]
    [TestCase("ward-bed@north --place south", "leave one of them out")]
    [TestCase("ward-bed --scenario wign", "Did you mean \"wing\"?")]
    public void What_there_is_not_is_refused_with_what_there_is(string line, string expected)
    {
        var typed = Run(line.Split(' '));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain(expected));
        Assert.That(typed.Out, Is.Empty);
    }

    [TestCase(80)]
    [TestCase(120)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        var typed = Run(width, "acute");
        Assert.That(typed.Out.Split('\n').Where(line => line.Length > width), Is.Empty);
        Assert.That(typed.Out, Does.Match("\n1 in 5 +[0-9]"), "labels stand beside the numbers");
    }

    [Test]
    public void Json_has_the_columns_of_the_file()
    {
        var typed = Run("ward-bed", "--json", "--quiet");
        using var document = JsonDocument.Parse(typed.Out);
        var rows = document.RootElement.GetProperty("beds");
        var lines = File.ReadAllLines(Path.Combine(Results, "beds.csv"));
        Assert.That(rows.GetArrayLength(), Is.EqualTo(lines.Length - 1));
        Assert.That(string.Join(',', rows[0].EnumerateObject().Select(property => property.Name)), Is.EqualTo(lines[0]));
    }

    [Test]
    public void The_same_patients_come_with_and_without_limit()
    {
        Run("ward-bed");
        var planned = File.ReadLines(Path.Combine(Results, "replications.csv"))
            .Where(line => line.Contains(",1,2016/17,started,system,plan,", StringComparison.Ordinal)).Select(line => line.Split(',')[^1]).ToList();
        Assert.That(planned, Has.Count.EqualTo(2));
        Assert.That(planned[0], Is.EqualTo(planned[1]), "who comes to be planned in the year");
    }

    [TestCase("community-bed", "Community bed, Ely, 2017/18: beds needed")]
    [TestCase("medical-bed@cuhft", "Medical bed, Addenbrooke's, 2017/18: beds needed")]
    public void The_county_can_be_asked(string pool, string expected)
    {
        var typed = TypedCommand.Run("beds", pool, "--replications", "1", "--days", "30", "--warm-up", "1y", "--force", "--out", Results, "--quiet");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        Assert.That(typed.Out, Does.Contain(expected).And.Contain("open: 1 in"));
    }

    private static double Number(Dictionary<string, string> row, string column) =>
        double.Parse(row[column], System.Globalization.CultureInfo.InvariantCulture);

    private Dictionary<string, string> Row(string kind) => Rows().First(row => row["kind"] == kind);

    private List<Dictionary<string, string>> Rows()
    {
        var lines = File.ReadAllLines(Path.Combine(Results, "beds.csv"));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private TypedCommand Run(params string[] args) => Run(Terminal.DefaultWidth, args);

    private TypedCommand Run(int width, params string[] args) => TypedCommand.Run(width, CancellationToken.None,
        ["beds", .. args, "--system", Path.Combine(folder.Path, "days"), "--force", "--out", Results, "--threads", "1"]);
}
