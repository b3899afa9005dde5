using System.Text;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading;

/// <summary>What a user sees of problems: causes once, paths that open, the line with carets.</summary>
public sealed class ProblemTellingTests
{
    private const string System = """
        system: s
        dimensions: { site: [north, south] }
        run: { starts: Mon 00:00, lasts: 10 d }
        pools:
          bed: { each: site, kind: beds, capacity: { table: beds } }
        streams:
          a: { each: site, to: ward, rate: { table: rates } }
        stages:
          ward: { each: site, place: bed@site, time: 2 d, then: leave }

        """;

    private const string Beds = "site,beds\nnorth,3\nsouth,4\n";
    private const string Rates = "site,rate\nnorth,1 per d\nsouth,2 per d\n";

    [Test]
    public void A_sound_system_has_no_problem() => Assert.That(Told(System, Beds, Rates), Is.Empty);

    [Test]
    public void One_misspelt_name_is_one_problem_that_says_how_often_and_where_it_is_used()
    {
        var told = Told(System.Replace("dimensions: { site:", "dimensions: { ste:", StringComparison.Ordinal), Beds, Rates);
        Assert.That(told, Has.Count.EqualTo(1), Printed(told));
        Assert.That(told[0].First.Received, Is.EqualTo("site"));
        Assert.That(told[0].First.Hint, Is.EqualTo("Did you mean \"ste\"?"));
        Assert.That(told[0].Also.Select(where => where.Line), Is.EqualTo(new[] { 7, 9 }));
        Assert.That(Printed(told), Does.Contain("The same at lines 7, 9 (3 times in all)."));
    }

    /// <summary>Of a value that may be written in several forms the one that is meant is told, or all of them, and never the name of a type.</summary>
    [TestCase("capacity: { table: beds }", "capacity: { rooster: beds }", "pools.bed.capacity.rooster", "Did you mean \"roster\"?")]
    [TestCase("capacity: { table: beds }", "capacity: { tabel: beds }", "pools.bed.capacity.tabel", "Did you mean \"table\"?")]
    [TestCase("capacity: { table: beds }", "capacity: {}", "pools.bed.capacity", "expected a number, unlimited, ")]
    [TestCase("capacity: { table: beds }", "capacity: [3]", "pools.bed.capacity", "{ calendar: …, inside: …, outside: … }; found a list.")]
    [TestCase("capacity: { table: beds }", "capacity:", "pools.bed.capacity", "found nothing.")]
    [TestCase("capacity: { table: beds }", "capacity: 3, note: { a: b }", "pools.bed.note", "expected a text; found a map.")]
    [TestCase("time: 2 d", "time: { share: 20 % }", "stages.ward.time",
        "expected a length of time, { table: NAME } or a list of { share, time }; found a map.")]
    [TestCase("time: 2 d", "time: 2 d, priority: { rank: 1 }", "stages.ward.priority", "expected a rank from 1 to 63")]
    [TestCase("rate: { table: rates }", "rate: { tabel: rates }", "streams.a.rate.tabel", "Did you mean \"table\"?")]
    [TestCase("lasts: 10 d", "lasts: 10 d, patient_limit: 5000000000", "run.patient_limit", "expected a whole number from 1 to 2147483647")]
    [TestCase("system: s", "system: s\nscenarios: [ x ]", "scenarios", "expected a map of scenarios, such as { more-beds: [ { add: pools.bed.capacity, by: 4, reason: opened } ] }; found a list.")]
    [TestCase("system: s", "system: s\ntables: [ x ]", "tables", "expected a map of tables; found a list.")]
    [TestCase("system: s", "system: s\nscenarios: { x: { title: [a] } }", "scenarios.x.title", "expected a text; found a list.")]
    public void One_slip_is_one_problem_in_the_words_of_its_key(string sound, string slip, string path, string words)
    {
        var edited = System.Replace(sound, slip, StringComparison.Ordinal);
        Assert.That(edited, Is.Not.EqualTo(System), "the edit changes nothing");
        var told = Told(edited, Beds, Rates).Where(group => group.First.Severity == Severity.Error).ToList();
        Assert.That(told.Select(group => group.First.Path), Is.EqualTo(new[] { path }), Printed(told));
        Assert.That(Printed(told), Does.Contain(words));
    }

    [Test]
    public void One_misspelt_instance_is_one_problem_in_all_files()
    {
        var told = Told(System.Replace("[north,", "[norh,", StringComparison.Ordinal), Beds, Rates);
        Assert.That(told, Has.Count.EqualTo(1), Printed(told));
        Assert.That(told[0].Places, Is.EqualTo(2));
        Assert.That(told[0].Also[0].File, Is.EqualTo("tables/rates.csv"));
    }

    [Test]
    public void Two_faults_are_two_problems()
    {
        var told = Told(System.Replace("bed@site", "bde@site", StringComparison.Ordinal).Replace("to: ward", "to: wrd", StringComparison.Ordinal), Beds, Rates);
        Assert.That(told.Select(cause => cause.First.Received), Is.EqualTo(new[] { "wrd", "bde" }), Printed(told));
    }

    [Test]
    public void A_file_that_cannot_be_read_brings_no_problems_of_what_it_would_have_held()
    {
        Assert.That(Told(System, "site;beds\nnorth;3\nsouth;4\n", Rates), Has.Count.EqualTo(1));
        using var system = Written(System, Beds, Rates);
        system.Write("more.yaml", Encoding.UTF8.GetBytes("pools: { x: [\n"));
        Assert.That(Check(system).Told, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_fault_of_a_whole_column_is_one_problem_and_few_cells_are_told_one_by_one()
    {
        Assert.That(Told(System, "site,beds\nnorth,\"3,0\"\nsouth,\"4,0\"\n", Rates), Has.Count.EqualTo(2));
        var many = "site,hour,rate\n"
            + string.Concat(Enumerable.Range(0, 48).Select(row => $"{(row < 24 ? "north" : "south")},{row % 24},\"{row},5 per d\"\n"));
        var told = Told(System, Beds, many);
        Assert.That(told, Has.Count.EqualTo(1), Printed(told));
        Assert.That(told[0].Places, Is.EqualTo(48));
        Assert.That(told[0].First.Hint, Is.EqualTo(Advice.Commas));
    }

    [Test]
    public void A_problem_of_a_scenario_names_it_and_one_of_the_baseline_is_not_told_again()
    {
        var scenario = System + "scenarios: { fewer: [ { set: stages.ward.time, to: 2 x } ], more: [ { scale: streams.a.rate, by: 2 } ] }\n";
        var told = Told(scenario, Beds, Rates);
        Assert.That(told.Select(cause => cause.First.Scenario).Distinct(), Is.EqualTo(new[] { "fewer" }), Printed(told));
        told = Told(scenario.Replace("time: 2 d", "time: 2 x", StringComparison.Ordinal), Beds, Rates);
        Assert.That(told.Select(cause => cause.First.Scenario).Distinct(), Is.EqualTo(new[] { "" }), Printed(told));
    }

    [Test]
    public void The_file_is_named_as_it_can_be_opened_from_the_current_folder()
    {
        using var system = Written(System.Replace("2 d", "2 x", StringComparison.Ordinal), Beds, Rates);
        var printed = ProblemText.Render(Check(system).Told.Single(), system.Problems.Sources, 80);
        Assert.That(File.Exists(printed[0][..printed[0].IndexOf(":9:", StringComparison.Ordinal)]), printed[0]);
        var here = Path.GetRelativePath(Directory.GetCurrentDirectory(), system.Folder);
        Assert.That(SourceFiles.OfFolder(here).NameOf("system.yaml"), Does.EndWith("system.yaml"));
        Assert.That(SourceFiles.OfLibrary("two-wards").NameOf("system.yaml"), Is.EqualTo("two-wards/system.yaml (of the library)"));
    }

    [TestCase("  time: 6.2", 9, "6.2", "    4 | time: 6.2\n      |       ^^^")]
    [TestCase("\ttime:\t6.2", 8, "6.2", "    4 | time: 6.2\n      |       ^^^")]
    [TestCase("name: 病院 x", 10, "x", "    4 | name: 病院 x\n      |            ^")]
    [TestCase("a: e\u0301 x", 7, "x", "    4 | a: e\u0301 x\n      |      ^")]
    [TestCase("a: \u001b[31m x", 0, "", "    4 | a: <ESC>[31m x")]
    [TestCase("place: 2 of nrse@site", 8, "nrse", "    4 | place: 2 of nrse@site\n      |             ^^^^")]
    public void The_line_is_shown_with_carets_under_the_place(string line, int column, string found, string shown)
    {
        var problem = new Problem(Severity.Error, new SourceLocation("system.yaml", 4, column), "x", "y", found, "");
        Assert.That(string.Join('\n', SourceExcerpt.Of(problem, line, null, 80)), Is.EqualTo(shown));
    }

    [Test]
    public void A_long_line_is_cut_around_the_caret([Values(20, 40, 80, 200)] int width, [Values(1, 300, 595)] int column)
    {
        var line = string.Concat(Enumerable.Repeat("0123456789", 60));
        var problem = new Problem(Severity.Error, new SourceLocation("system.yaml", 4, column), "x", "y", line.Substring(column - 1, 4), "");
        var lines = SourceExcerpt.Of(problem, line, null, width);
        Assert.That(lines[0], Has.Length.LessThanOrEqualTo(Math.Max(width, 29)));
        Assert.That(lines[0].Substring(lines[1].IndexOf('^', StringComparison.Ordinal), 4), Is.EqualTo(problem.Received[..4]));
    }

    [Test]
    public void The_caret_of_a_cell_is_in_its_column_although_the_same_text_stands_before()
    {
        var problem = new Problem(Severity.Error, new SourceLocation("tables/t.csv", 2, 0), "tables.t.to", "y", "x", "");
        Assert.That(SourceExcerpt.Of(problem, "x,\"x, y\", x", "from,\"via\",to", 80)[1], Is.EqualTo("      |           ^"));
    }

    [Test]
    public void A_name_of_a_hundred_thousand_letters_is_told_in_a_line()
    {
        var name = new string('b', 100_000);
        var problem = new Problem(Severity.Error, new SourceLocation("a.yaml", 1, 1), name, name, name, name);
        Assert.That(ProblemText.Render(problem), Has.Length.LessThan(3_000));
        Assert.That(Nearest.To(name, [name[1..], "b"]), Is.Null);
    }

    [Test]
    public void All_that_is_wrong_with_a_scenario_is_told_at_once()
    {
        const string Scenarios = """
            scenarios:
              less:
                - { set: pools.bed.capcity, to: 3 }
                - { set: pools.cot.capacity, to: 3 }
                - { sett: pools.bed.capacity, to: 3 }
              more: { set: pools.bed.capacity, to: 9 }

            """;
        var told = Told(System + Scenarios, Beds, Rates);
        string[] received = ["capcity", "\"cot\" in \"pools.cot.capacity\"", "sett", "a change by itself (\"set\")"];
        Assert.That(told.Select(cause => cause.First.Received), Is.EqualTo(received), Printed(told));
        Assert.That(told[^1].First.Hint, Does.Contain("as a list"));
    }

    private static IReadOnlyList<ProblemGroup> Told(string yaml, string beds, string rates)
    {
        using var system = Written(yaml, beds, rates);
        return Check(system).Told;
    }

    private static TemporarySystem Written(string yaml, string beds, string rates) =>
        TemporarySystem.With(("system.yaml", yaml), ("tables/beds.csv", beds), ("tables/rates.csv", rates));

    private static ProblemList Check(TemporarySystem system)
    {
        if (system.Read() is { } files && new TimelineBuilder(files, RunOverrides.None, system.Problems) is var builder && builder.Baseline() is { } baseline)
        {
            foreach (var scenario in files.Scenarios.Keys)
            {
                builder.Scenario(scenario, baseline.First.Run);
            }
        }

        return system.Problems;
    }

    private static string Printed(IReadOnlyList<ProblemGroup> told) =>
        string.Join('\n', told.SelectMany(cause => ProblemText.Render(cause, SourceFiles.None, 80)));
}
