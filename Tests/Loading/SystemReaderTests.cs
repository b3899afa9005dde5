using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading;

public sealed class SystemReaderTests
{
    private const string Main = "system: two\nstages:\n  ward: { time: 6.2 d }\nexits: [lost]\n";

    [Test]
    public void Sections_of_several_files_are_merged()
    {
        using var system =
            TemporarySystem.With(("system.yaml", Main), ("more.yaml", "stages:\n  home: { time: 1 d }\nexits: [gone]\npools:\n  bed: { kind: beds }\n"));
        var files = system.Read()!;
        Assert.That(system.Printed, Is.Empty);
        Assert.That(((MapNode)files.Root["stages"]!).Entries.Select(entry => entry.Key), Is.EqualTo(new[] { "ward", "home" }));
        Assert.That(((ListNode)files.Root["exits"]!).Items.Select(item => item.ToString()), Is.EqualTo(new[] { "lost", "gone" }));
        Assert.That(((MapNode)files.Root["pools"]!)["bed"]!.Where, Is.EqualTo(new SourceLocation("more.yaml", 5, 8)));
    }

    [Test]
    public void A_key_given_in_two_files_is_a_problem_that_names_both()
    {
        using var system = TemporarySystem.With(("system.yaml", Main), ("more.yaml", "stages:\n  ward: { time: 1 d }\nsystem: other\n"));
        system.Read();
        Assert.That(system.Printed, Is.EqualTo(
            "more.yaml:2: stages.ward: expected each key once; found \"ward\". It is also at system.yaml:3.\n" +
            "more.yaml:3: system: expected this section in one file only; found \"system\". It is also at system.yaml:1."));
    }

    [Test]
    public void Tables_rosters_and_scenarios_are_found_by_name()
    {
        using var system = TemporarySystem.With(
            ("system.yaml", Main + "scenarios:\n  plus: [ { remove: stages.ward } ]\n"),
            ("tables/beds.csv", "site,beds\nnorth,60\n"),
            ("rosters/nurses.csv", "days,from,to,capacity\nMon-Fri,08:00,20:00,8\n"),
            ("scenarios/more.yaml", "scenario: more\nchanges: []\n"));
        var files = system.Read()!;
        Assert.That(system.Printed, Is.Empty);
        Assert.That((files.Tables.Keys.Single(), files.Rosters.Keys.Single()), Is.EqualTo(("beds", "nurses")));
        Assert.That(files.Scenarios.Keys, Is.EquivalentTo(new[] { "plus", "more" }));
        Assert.That(files.Scenarios["plus"]["changes"], Is.InstanceOf<ListNode>());
        Assert.That(files.Root.Has("scenarios"), Is.False);
    }

    [TestCase("more beds")]
    [TestCase("<c>")]
    public void A_scenario_is_named_so_that_files_can_be_named_after_it(string id)
    {
        using var system = TemporarySystem.With(("system.yaml", Main + $"scenarios:\n  {id}: [ {{ remove: stages.ward }} ]\n"));
        system.Read();
        Assert.That(system.Printed, Does.Contain($"expected a name of letters, digits and hyphens; found \"{id}\""));
    }

    [Test]
    public void A_table_that_cannot_be_read_is_one_problem_not_two()
    {
        using var system = TemporarySystem.With(
            ("system.yaml",
                "system: two\nrun: { lasts: 1 d }\npools: { bed: { kind: beds, capacity: { table: beds } } }\nstreams: { a: { to: s, rate: 1 per d } }\nstages: { s: { place: bed, time: 1 h, then: leave } }\n"),
            ("tables/beds.csv", ""));
        SystemCompiler.Compile(system.Read()!, RunOverrides.None, system.Problems);
        Assert.That(system.Printed, Is.EqualTo("tables/beds.csv:1: tables.beds: expected a header line with the names of the columns; found an empty file."));
    }

    [Test]
    public void Every_input_has_its_hash()
    {
        using var system = TemporarySystem.With(("system.yaml", "system: a\n"), ("tables/x.csv", "a,b\n"), ("notes.md", "not read"));
        var files = system.Read()!;
        Assert.That(files.Inputs.Select(input => input.File), Is.EqualTo(new[] { "system.yaml", "tables/x.csv" }));

        // printf 'a,b\n' | sha256sum
        Assert.That(files.Inputs[1].Sha256, Is.EqualTo("5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313"));
    }

    [Test]
    public void Inline_tables_hold_one_value_or_a_column_for_each_outcome()
    {
        using var system = TemporarySystem.With(("system.yaml", """
            system: a
            tables:
              stay:  { keys: [class, to], rows: { stroke rehab: lognormal mean 7.4 d sd 8.6 d, "tia *": { value: 1.8 d, status: cited, source: a paper } } }
              route: { keys: [class], status: assumed, rows: { stroke: { rehab: 24 %, other: rest }, tia: { esd: 1 %, other: rest } } }
            """));
        var files = system.Read()!;
        Assert.That(system.Printed, Is.Empty);
        Assert.That(Lines(files.Tables["stay"]),
            Is.EqualTo(new[] { "class,to,value,status,source", "stroke,rehab,lognormal mean 7.4 d sd 8.6 d,,", "tia,*,1.8 d,cited,a paper" }));
        Assert.That(Lines(files.Tables["route"]), Is.EqualTo(new[] { "class,status,rehab,other,esd", "stroke,assumed,24 %,rest,", "tia,assumed,,rest,1 %" }));
        Assert.That(files.Root.Has("tables"), Is.False);
    }

    [TestCase("{ keys: [a, b], rows: { one: 1 d } }", "2 key values")]
    [TestCase("{ keys: [a] }", "a table")]
    [TestCase("{ keys: [a], rows: { } }", "a table")]
    [TestCase("{ keys: [a], row: { x: 1 }, rows: { x: 1 } }", "a known key: keys, note, range, rows, source, status; found \"row\". Did you mean \"rows\"?")]
    [TestCase("{ keys: [a], row: { x: 1 } }", "tables.t.row: expected a known key")]
    [TestCase("{ keys: [[a]], rows: { x: 1 } }", "expected a table, such as { keys: [site], rows: { north: 6.2 d } }; found a map")]
    [TestCase("[ x ]", "expected a table, such as { keys: [site], rows: { north: 6.2 d } }; found a list")]
    [TestCase("{ keys: [a], rows: { x: [1] } }", "a value or a map")]
    [TestCase("5", "a table")]
    public void A_broken_inline_table_is_a_problem(string table, string expected)
    {
        using var system = TemporarySystem.With(("system.yaml", $"system: a\ntables:\n  t: {table}\n"));
        system.Read();
        Assert.That(system.Printed, Does.StartWith("system.yaml:3: tables.t").And.Contains(expected));
    }

    [Test]
    public void A_system_without_its_file_is_a_problem()
    {
        using var system = TemporarySystem.With(("other.yaml", "system: a\n"));
        Assert.That(system.Read(), Is.Null);
        Assert.That(system.Printed, Does.Contain("expected a file system.yaml; found \"other.yaml\""));
    }

    [Test]
    public void All_broken_files_are_reported_at_once()
    {
        using var system = TemporarySystem.With(
            ("system.yaml", "system: a\n\tx: 1\n"), ("more.yaml", "a: [1\n"), ("old.yml", "a: 1\n"), ("tables/t.csv", "a,b\n1\n"), ("rosters/r.csv", ""),
                ("scenarios/s.yaml", "scenario: t\n"));
        Assert.That(system.Read(), Is.Null);
        Assert.That(
            system.Problems.Sorted.Select(problem => problem.Where.File),
            Is.EqualTo(new[] { "more.yaml", "old.yml", "rosters/r.csv", "scenarios/s.yaml", "system.yaml", "tables/t.csv" }));
    }

    [Test]
    public void A_single_file_is_a_system_of_its_own()
    {
        using var system = TemporarySystem.With(("mmck.yaml", "system: mmck\n"), ("other.yaml", "system: other\n"), ("tables/t.csv", "a,b\n"));
        var files = SystemReader.Read(Path.Combine(system.Folder, "mmck.yaml"), system.Problems)!;
        Assert.That(system.Printed, Is.Empty);
        Assert.That(files.Root["system"]!.ToString(), Is.EqualTo("mmck"));
        Assert.That(files.Tables.Keys.Single(), Is.EqualTo("t"));
    }

    [Test]
    public void An_unknown_system_is_a_problem()
    {
        var problems = new ProblemList();
        Assert.That(SystemReader.Read("no-such-system", problems), Is.Null);
        Assert.That(problems.Sorted.Single().Received, Is.EqualTo("no-such-system"));
    }

    [Test]
    public void Every_system_of_the_library_can_be_read()
    {
        foreach (var id in SystemLibrary.Ids)
        {
            var problems = new ProblemList();
            var files = SystemReader.Read(id, problems);
            Assert.That(problems.Sorted.Select(ProblemText.Render), Is.Empty, id);
            Assert.That(files!.Root["system"]!.ToString(), Is.EqualTo(id));
        }
    }

    private static IEnumerable<string> Lines(TableData table) =>
        table.Rows.Select(row => string.Join(",", row.Cells)).Prepend(string.Join(",", table.Columns));
}
