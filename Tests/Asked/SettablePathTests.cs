using FlowSim.Scenarios.Asked;
using FlowSim.Scenarios.Changes;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Asked;

/// <summary>What is listed can be set.</summary>
public sealed class SettablePathTests
{
    [TestCase("two-wards")]
    [TestCase("stroke-unit")]
    public void Each_path_can_be_set_to_what_stands_there(string id)
    {
        var files = SystemReader.Read(id, new ProblemList())!;
        var paths = Paths(files);
        Assert.That(paths, Has.Count.GreaterThan(20));
        foreach (var path in paths)
        {
            var problems = new ProblemList();
            var asked = AskedScenarios.Of(files, [], new SetChanges([new SetText("set", path.Path, path.Value)], "", ""), problems);
            var changed = ScenarioApplier.Apply(asked.Files, asked.Ids[0], problems);
            Assert.That(changed, Is.Not.Null, path.Path);
            Assert.That(problems.Sorted.Select(ProblemText.Render), Is.Empty, path.Path);
        }
    }

    [TestCase("population: 900000", "population|900000|Population")]
    [TestCase("population: { north: { value: 500000, status: cited }, south: 400000 }", "population.north|500000|Population, North Hospital", "population.south|400000|Population, South Hospital")]
    public void Who_lives_there_can_be_set(string population, params string[] expected)
    {
        var system = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "Scenarios/Library/two-wards/system.yaml"));
        using var folder = new Results.TemporaryFolder();
        var file = Path.Combine(folder.Path, "system.yaml");
        File.WriteAllText(file, system + population + "\n");
        var paths = Paths(SystemReader.Read(file, new ProblemList())!).Where(path => path.Section == "population");
        Assert.That(paths.Select(path => $"{path.Path}|{path.Value}|{path.Words}"), Is.EqualTo(expected));
    }

    [Test]
    public void Each_path_of_the_county_leads_somewhere()
    {
        var files = SystemReader.Read("cambridgeshire-peterborough", new ProblemList())!;
        var copy = SystemCopy.Of(files);
        var paths = Paths(files);
        Assert.That(paths, Has.Count.GreaterThan(2000));
        Assert.That(paths.Where(path => !ChangePath.TryParse(path.Path, out var steps) || PathSlots.Of(copy, steps, mayBeNew: false, out _).Count == 0)
            .Select(path => path.Path), Is.Empty);
    }

    [Test]
    public void Every_pool_stage_stream_table_and_roster_of_the_county_has_paths()
    {
        var files = SystemReader.Read("cambridgeshire-peterborough", new ProblemList())!;
        var listed = SystemParts.Of(files, new ProblemList()).Where(part => part.Paths.Count > 0).Select(part => $"{part.Section}.{part.Name}").ToHashSet();
        var written = new[] { "pools", "stages", "streams" }.SelectMany(section => ((MapNode)files.Root[section]!).Entries.Select(entry => $"{section}.{entry.Key}"))
            .Concat(files.Tables.Keys.Select(name => $"tables.{name}")).Concat(files.Rosters.Keys.Select(name => $"rosters.{name}"));
        Assert.That(written.Where(part => !listed.Contains(part)), Is.Empty);
    }

    [Test]
    public void The_capacity_of_an_instance_is_what_its_table_says_with_where_that_is_from()
    {
        var path = Paths(SystemReader.Read("cambridgeshire-peterborough", new ProblemList())!).Single(one => one.Path == "pools.community-bed@ely.capacity");
        var cells = File.ReadLines(Path.Combine(RepositoryRoot.Path, "Scenarios/Library/cambridgeshire-peterborough/tables/community.csv"))
            .Single(line => line.StartsWith("ely,", StringComparison.Ordinal)).Split(',');
        Assert.That((path.Value, path.Unit, path.Status), Is.EqualTo((cells[1], "beds", "assumed")));
        Assert.That(path.Words, Is.EqualTo("Community bed, Ely: capacity"));
        Assert.That(path.Source, Does.Contain("213 beds"));
        Assert.That((path.File, path.Line), Is.EqualTo(("tables/community.csv", 3)));
    }

    [TestCase("a: { kind: beds, capacity: { value: 12, status: assumed, range: 10 to 14, source: a survey } }", "pools.a.capacity", "12|beds|10 to 14|assumed|a survey")]
    [TestCase("a: { kind: beds, capacity: 12, turnaround: 30 min }", "pools.a.turnaround", "30 min|min|||")]
    [TestCase("a.b: { kind: beds, capacity: 12 }", "pools.\"a.b\".capacity", "12|beds|||")]
    [TestCase("a: { kind: staff, capacity: { calendar: office, inside: 14, outside: 2 } }", "pools.a.capacity", "{ calendar: office, inside: 14, outside: 2 }|staff|||")]
    public void A_path_has_value_unit_range_status_and_source(string pool, string path, string expected)
    {
        using var system = Loading.TemporarySystem.With(("system.yaml", $"system: s\npools:\n  {pool}\n"));
        var found = Paths(system.Read()!).Single(one => one.Path == path);
        Assert.That(string.Join('|', found.Value, found.Unit, found.Range, found.Status, found.Source), Is.EqualTo(expected));
    }

    private static List<SettablePath> Paths(SystemFiles files) => [.. SystemParts.Of(files, new ProblemList()).SelectMany(part => part.Paths)];
}
