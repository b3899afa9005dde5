using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;

namespace FlowSim.Tests.Loading.Compilation;

[TestFixture]
internal sealed class BadSystemTests
{
    private const string Sound = """
        system: small
        run: { starts: Mon 00:00, lasts: 10 d }
        pools:
          bed: { kind: beds, capacity: 3 }
          nurse: { kind: staff, capacity: 2 }
        streams:
          patients: { to: door, rate: 2 per d }
        stages:
          door:
            staff: nurse
            time: 10 min
            then: { ward: 30 %, leave: rest }
          ward:
            place: bed
            time: exponential mean 2 d
            then: home
          home:
            place: none
            time: 1 d
            then: leave
        """;

    [TestCase("bed + bed")]
    [TestCase("bed@site + bed@north")]
    public void A_request_names_each_pool_once(string place)
    {
        var text = Sound
            .Replace("pools:", "dimensions: { site: [north, south] }\npools:", StringComparison.Ordinal)
            .Replace("bed: {", "bed: { each: site,", StringComparison.Ordinal)
            .Replace("patients: {", "patients: { each: site,", StringComparison.Ordinal)
            .Replace("place: bed", $"each: site\n    place: {place}", StringComparison.Ordinal);
        Assert.That(Compiled.Problems(text), Has.Some.Contains($"expected each pool once; found \"{place}\""));
    }

    [TestCase(32)]
    [TestCase(33)]
    public void A_list_has_at_most_thirty_two_alternatives(int count)
    {
        var pools = string.Concat(Enumerable.Range(1, count).Select(index => $"  bed-{index}: {{ kind: beds, capacity: 1 }}\n"));
        var text = Sound.Replace("streams:", $"{pools}streams:", StringComparison.Ordinal)
            .Replace("place: bed", $"place: [{string.Join(", ", Enumerable.Range(1, count).Select(index => $"bed-{index}"))}]", StringComparison.Ordinal);
        Assert.That(Compiled.Problems(text).Count(problem => problem.Contains("at most 32 alternatives; found \"bed-33\"", StringComparison.Ordinal)),
            Is.EqualTo(count - 32));
    }

    [Test]
    public void The_sound_system_has_no_problems() => Assert.That(Compiled.Problems(Sound), Is.Empty);

    [TestCase("time: 10 min", "tmie: 10 min", "system.yaml:11: stages.door.tmie: ", "Did you mean \"time\"?")]
    [TestCase("time: 10 min", "time: 10", "system.yaml:11: stages.door.time: ", "Write the unit")]
    [TestCase("time: 10 min", "time: NaN", "system.yaml:11: stages.door.time: ", "NaN")]
    [TestCase("leave: rest }", "leave: 60 % }", "system.yaml:12: stages.door.then: ", "90 %")]
    [TestCase("leave: rest }", "leave: 0.7 }", "system.yaml:12: stages.door.then.leave: ", "Write the % sign.")]
    [TestCase("then: { ward: 30 %, leave: rest }", "then: leave", "system.yaml:13: stages.ward: ", "nobody can reach")]
    [TestCase("ward: 30 %", "wrad: 30 %", "system.yaml:12: stages.door.then.wrad: ", "Did you mean \"ward\"?")]
    [TestCase("place: none", "", "system.yaml:17: stages.home.place: ", "bed may be held (from ward)")]
    [TestCase("capacity: 3", "capacity: -3", "system.yaml:4: pools.bed.capacity: ", "at least 0")]
    [TestCase("capacity: 3", "capacity: 60.5", "system.yaml:4: pools.bed.capacity: ", "Write 60 or 61")]
    [TestCase("to: door, rate: 2 per d }", "to: door, rate: 2 per d }\n  flu: { rate: 1 per d, closes: { pool: bed, amount: 1.5, time: 2 d } }",
        "system.yaml:8: streams.flu.closes.amount: ", "a whole number of units")]
    [TestCase("capacity: 3", "capacity: NaN", "system.yaml:4: pools.bed.capacity: ", "NaN")]
    [TestCase("kind: staff", "kind: stuff", "system.yaml:5: pools.nurse.kind: ", "Did you mean \"staff\"?")]
    [TestCase("kind: staff, ", "", "system.yaml:5: pools.nurse.kind: ", "beds, spaces, crews")]
    [TestCase("staff: nurse", "staff: 40000 of nurse", "system.yaml:10: stages.door.staff: ", "at most 32767 of each")]
    [TestCase("staff: nurse", "staff: nurs", "system.yaml:10: stages.door.staff: ", "Did you mean \"nurse\"?")]
    [TestCase("staff: nurse", "staff: nurse@north", "system.yaml:10: stages.door.staff: ", "without an instance")]
    [TestCase("rate: 2 per d", "rate: 2", "system.yaml:7: streams.patients.rate: ", "2 per d")]
    [TestCase("rate: 2 per d", "rate: 99999999 per d", "system.yaml:7: streams.patients.rate: ", "at most 10000 per h")]
    [TestCase(", rate: 2 per d", "", "system.yaml:7: streams.patients: ", "exactly one of rate, schedule and observed")]
    [TestCase("rate: 2 per d", "schedule: { at: daily 08:00, every: 1 h }", "system.yaml:7: streams.patients.schedule: ", "at and every")]
    [TestCase("capacity: 3", "capacity: 99999999999", "system.yaml:4: pools.bed.capacity: ", "at most 1000000")]
    [TestCase("kind: beds", "kind: beds, renewed: daily 08:00", "system.yaml:4: pools.bed.renewed: ", "slots only")]
    [TestCase("kind: beds", "kind: beds, takes: offfice", "system.yaml:4: pools.bed.takes: ", "opening hours")]
    [TestCase("kind: beds", "kind: beds, surge: { adds: 2, opens: \"age = old\", closes: free(bed) > 2, checked: daily 08:00 }",
        "system.yaml:4: pools.bed.surge.opens: ", "an attribute")]
    [TestCase("kind: beds", "kind: beds, surge: { adds: 2, opens: \"visits(ward) > 2\", closes: free(bed) > 2, checked: daily 08:00 }",
        "system.yaml:4: pools.bed.surge.opens: ", "There is no patient here")]
    [TestCase("to: door", "to: dor", "system.yaml:7: streams.patients.to: ", "Did you mean \"door\"?")]
    [TestCase("lasts: 10 d", "lasts: 10", "system.yaml:2: run.lasts: ", "Write the unit")]
    [TestCase("starts: Mon 00:00", "starts: Monday", "system.yaml:2: run.starts: ", "Mon 06:00")]
    [TestCase("time: 1 d", "time: { table: stays }", "system.yaml:19: stages.home.time.table: ", "the name of a table")]
    [TestCase("time: 1 d", "time: 1 d\n    delayed: { reason: C, attribution: both }", "system.yaml:20: stages.home.delayed.attribution: ", "reason C")]
    [TestCase("time: 1 d", "time: 1 d\n    gives_up: [ { after: 2 h of ed, to: leave } ]", "system.yaml:20: stages.home.gives_up[1].after: ",
        "a clock or a calendar")]
    [TestCase("time: 1 d", "time: 1 d\n    priority: [ 2, 1 ]", "system.yaml:20: stages.home.priority[2]: ", "1 after 3 h")]
    [TestCase("time: 1 d", "time: 1 d\n    priority: 64", "system.yaml:20: stages.home.priority: ", "63")]
    [TestCase("then: home", "then: [ { if: \"hour > 8\", to: home } ]", "system.yaml:16: stages.ward.then: ", "without \"if\"")]
    [TestCase("then: home", "then: [ { if: \"waiting(bde) > 8\", to: home }, { to: leave } ]", "system.yaml:16: stages.ward.then[1].if: ",
        "Did you mean \"bed\"?")]
    public void A_bad_input_is_one_clear_problem_at_its_line(string found, string replacement, string where, string says)
    {
        Assert.That(Sound.Contains(found, StringComparison.Ordinal), Is.True, found);
        var problems = Compiled.Problems(Sound.Replace(found, replacement, StringComparison.Ordinal));
        Assert.That(problems, Has.Count.EqualTo(1), string.Join("\n", problems));
        Assert.That(problems[0], Does.StartWith(where));
        Assert.That(problems[0], Does.Contain(says));
    }

    [Test]
    public void A_loop_without_time_is_refused_and_its_stages_named()
    {
        var looping = Sound.Replace("time: 1 d", "time: until office opens", StringComparison.Ordinal)
            .Replace("then: leave", "then: { back: 50 %, leave: rest }", StringComparison.Ordinal)
            + "\n  back: { place: none, then: home }\ncalendars: { office: { open: Mon-Fri 09:00-17:00 } }\n";
        var problems = Compiled.Problems(looping);
        Assert.That(problems, Has.Count.EqualTo(1), string.Join("\n", problems));
        Assert.That(problems[0], Does.StartWith("system.yaml:17: stages.home: ").And.Contain("home → back → home"));
    }

    [Test]
    public void A_loop_of_exponential_times_is_allowed()
    {
        var looping = Sound.Replace("time: 1 d", "time: exponential mean 4 h", StringComparison.Ordinal)
            .Replace("then: leave", "then: { ward: 50 %, leave: rest }", StringComparison.Ordinal);
        Assert.That(Compiled.Problems(looping), Is.Empty);
    }

    [Test]
    public void Giving_up_on_a_long_queue_into_the_same_queue_is_a_loop_without_time()
    {
        var looping = Sound.Replace("time: 10 min", "gives_up: [ { queue: 3, to: again } ]\n    time: 10 min", StringComparison.Ordinal)
            + "\n  again: { then: door }\n";
        Assert.That(Compiled.Problems(looping), Has.One.Contains("again → door").Or.One.Contains("door → again"));
    }

    [Test]
    public void A_table_without_the_column_named_says_which_columns_it_has()
    {
        var problems = Compiled.Problems(
            Sound.Replace("capacity: 3", "capacity: { table: beds, column: acute }", StringComparison.Ordinal),
            ("tables/beds.csv", "site,beds,status,source\nnorth,3,assumed,\n"));
        Assert.That(problems, Has.Count.EqualTo(1));
        Assert.That(problems[0], Does.StartWith("tables/beds.csv:1: tables.beds: ").And.Contain("acute").And.Contain("site, beds"));
    }

    [Test]
    public void A_roster_without_a_column_names_it()
    {
        var problems = Compiled.Problems(
            Sound.Replace("kind: staff, capacity: 2", "kind: staff, capacity: { roster: nurses }", StringComparison.Ordinal),
            ("rosters/nurses.csv", "days,from,capacity\ndaily,08:00,2\n"));
        Assert.That(problems, Has.Count.EqualTo(1));
        Assert.That(problems[0], Does.StartWith("rosters/nurses.csv:1: rosters.nurses: ").And.Contain("a column \"to\""));
    }

    [Test]
    public void A_capacity_below_0_in_a_roster_is_refused_at_its_row()
    {
        var problems = Compiled.Problems(
            Sound.Replace("kind: staff, capacity: 2", "kind: staff, capacity: { roster: nurses }", StringComparison.Ordinal),
            ("rosters/nurses.csv", "days,from,to,capacity\nMon-Fri,08:00,20:00,2\nSat|Sun,08:00,20:00,-1\n"));
        Assert.That(problems, Has.Count.EqualTo(1));
        Assert.That(problems[0], Does.StartWith("rosters/nurses.csv:3: rosters.nurses.capacity: "));
    }

    [Test]
    public void A_broken_capacity_in_a_roster_is_refused_at_its_row()
    {
        var problems = Compiled.Problems(
            Sound.Replace("kind: staff, capacity: 2", "kind: staff, capacity: { roster: nurses }", StringComparison.Ordinal),
            ("rosters/nurses.csv", "days,from,to,capacity\nMon-Fri,08:00,20:00,2\nSat|Sun,08:00,20:00,1.5\n"));
        Assert.That(problems, Has.Count.EqualTo(1));
        Assert.That(problems[0], Does.StartWith("rosters/nurses.csv:3: rosters.nurses.capacity: ").And.Contain("Write 1 or 2"));
    }

    [TestCase("pools.bed.capacity", 0.85, 3)]
    [TestCase("pools.bed.capacity", 0.8, 2)]
    [TestCase("pools.bed.capacity", 1.5, 5)]
    public void A_capacity_that_a_scenario_scales_is_rounded_to_the_nearest_whole_number(string path, double by, double beds)
    {
        var scenario = FormattableString.Invariant($"\nscenarios: {{ s: [ {{ scale: {path}, by: {by} }} ] }}\n");
        using var system = TemporarySystem.With(("system.yaml", Sound + scenario));
        var changed = ScenarioApplier.Apply(system.Read()!, "s", system.Problems)!;
        Assert.That(SystemCompiler.Compile(changed.Files, RunOverrides.None, system.Problems)!.Model.Pools.Single(pool => pool.Name == "bed").Capacity.At(0),
            Is.EqualTo(beds), system.Printed);
    }

    [Test]
    public void All_problems_are_reported_at_once()
    {
        var bad = Sound.Replace("time: 10 min", "time: 10", StringComparison.Ordinal)
            .Replace("capacity: 3", "capacity: -3", StringComparison.Ordinal)
            .Replace("leave: rest }", "leave: 60 % }", StringComparison.Ordinal)
            .Replace("rate: 2 per d", "rate: 2", StringComparison.Ordinal)
            .Replace("place: none", "plaice: none", StringComparison.Ordinal)
            .Replace("lasts: 10 d", "lasts: soon", StringComparison.Ordinal);
        var problems = Compiled.Problems(bad);
        int[] lines = [.. problems.Select(problem => int.Parse(problem.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.That(lines, Is.SupersetOf(new[] { 2, 4, 7, 11, 12, 18 }).And.Ordered);
    }

    [Test]
    public void A_pool_for_each_site_needs_its_instance_and_the_hint_says_how()
    {
        var problems = Compiled.Problems(EachSite.Replace("bed@site", "bed", StringComparison.Ordinal));
        Assert.That(problems, Has.Count.EqualTo(1), string.Join("\n", problems));
        Assert.That(problems[0], Does.Contain("Write \"bed@site\"."));
    }

    [Test]
    public void An_instance_named_like_an_attribute_is_refused()
    {
        var problems = Compiled.Problems(EachSite.Replace("[north, south]", "[north, age]", StringComparison.Ordinal));
        Assert.That(problems, Has.Some.Contains("also a dimension or attribute"));
    }

    [Test]
    public void An_attribute_that_nothing_sets_before_it_is_needed_is_refused()
    {
        var problems = Compiled.Problems(EachSite.Replace("attributes: { age: { young: 40 %, old: rest } }", "", StringComparison.Ordinal));
        Assert.That(problems, Has.One.Contains("the attribute age set before it is needed"));
    }

    [Test]
    public void An_attribute_whose_shares_are_wrong_is_one_problem_and_not_also_said_to_be_unset()
    {
        var problems = Compiled.Problems(EachSite.Replace("old: rest }", "old: 50 % }", StringComparison.Ordinal));
        Assert.That(problems, Has.Count.EqualTo(1), string.Join("\n", problems));
        Assert.That(problems[0], Does.Contain("streams.patients.attributes.age").And.Contain("a sum of 90 %"));
    }

    [Test]
    public void A_case_without_a_row_is_named()
    {
        var problems = Compiled.Problems(EachSite.Replace("\"south *\": 3 d", "south old: 3 d", StringComparison.Ordinal));
        Assert.That(problems, Has.Count.EqualTo(1), string.Join("\n", problems));
        Assert.That(problems[0], Does.Contain("none for site south, age young"));
    }

    [Test]
    public void Two_rows_that_match_equally_well_are_refused()
    {
        var problems = Compiled.Problems(
            EachSite.Replace("north old: 5 d", "north old: 5 d\n      \"* old\": 6 d\n      \"south *\": 7 d", StringComparison.Ordinal)
            .Replace("      \"south *\": 3 d\n", "", StringComparison.Ordinal));
        Assert.That(problems, Has.One.Contains("two equally exact rows for site south, age old"));
    }

    private const string EachSite = """
        system: sites
        run: { starts: Mon 00:00, lasts: 10 d }
        dimensions: { site: [north, south] }
        attributes: { age: [young, old] }
        pools:
          bed: { each: site, kind: beds, capacity: 3 }
        tables:
          stay:
            keys: [site, age]
            rows:
              north young: 2 d
              north old: 5 d
              "south *": 3 d
        streams:
          patients: { each: site, to: ward, rate: 2 per d, attributes: { age: { young: 40 %, old: rest } } }
        stages:
          ward: { each: site, place: bed@site, time: { table: stay }, then: leave }
        """;
}
