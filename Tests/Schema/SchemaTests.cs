using System.Text;
using System.Text.Json;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Loading;
using FlowSim.Tests.Results;
using Json.Schema;

namespace FlowSim.Tests.Schema;

/// <summary>
/// The schema that editors are given, judged by a validator that is not ours: it lets pass what the reader lets pass and refuses what it refuses.
/// </summary>
public sealed class SchemaTests
{
    private static readonly Dictionary<string, JsonSchema> Schemas =
        Scenarios.Language.JsonSchema.Files.ToDictionary(file => file, file => JsonSchema.FromText(Scenarios.Language.JsonSchema.Of(file)));

    /// <summary>Edits of <see cref="SoundSystem"/> that are wrong: what stands there, and what is put in its place.</summary>
    private static readonly (string Found, string Replacement)[] Wrong =
    [
        ("system: clinic", "sytem: clinic"),
        ("system: clinic\n", ""),
        ("run: { starts: 2016-04-01, lasts: 1 y, warm_up: 30 d, replications: 5 }\n", ""),
        ("run: { starts: 2016-04-01, lasts: 1 y, warm_up: 30 d, replications: 5 }", "run: 1 y"),
        ("lasts: 1 y, ", ""),
        ("lasts: 1 y", "last: 1 y"),
        ("lasts: 1 y", "lasts: 365"),
        ("lasts: 1 y", "lasts: a year"),
        ("lasts: 1 y", "lasts: 1 y, note: [a, b]"),
        ("lasts: 1 y", "lasts: 1 y, patient_limit: 3000000000"),
        ("warm_up: 30 d", "warm_up: [30 d]"),
        ("warm_up: 30 d", "warm-up: 30 d"),
        ("replications: 5", "replications: 0"),
        ("replications: 5", "replications: many"),
        ("replications: 5", "replications: 2.5"),
        ("replications: 5", "begin: full"),
        ("lasts: 1 y", "lasts: 1 y, branch: 01/04/2017"),
        ("population: 120000", "population: { value: 120000, stat: assumed }"),
        ("population: 120000", "population: { value: 120000, status: guessed }"),
        ("open: Mon-Fri 08:00-18:00", "opens: Mon-Fri 08:00-18:00"),
        ("{ open: Mon-Fri 08:00-18:00 }", "{ open: Mon-Fri 08:00-18:00, at: daily 10:00 }"),
        ("{ open: Mon-Fri 08:00-18:00 }", "{ except: weekdays }"),
        ("{ open: Mon-Fri 08:00-18:00 }", "{ dates: 26-12-2016 }"),
        ("{ open: Mon-Fri 08:00-18:00 }", "Mon-Fri 08:00-18:00"),
        ("kind: staff", "kind: nurses"),
        ("kind: staff, ", ""),
        ("kind: staff", "kinds: staff"),
        ("kind: staff", "kind: staff, at_close: stop"),
        ("kind: staff", "kind: staff, group: acute beds!"),
        (", capacity: 3", ""),
        ("capacity: 3", "capacity: [3]"),
        ("capacity: 3", "capacity: {}"),
        ("capacity: 3", "capacity: 3, source: { a: b }"),
        ("capacity: 3", "capacity: 3, notes: { a: b }"),
        ("capacity: 3", "capacity: { calendar: weekdays }"),
        ("capacity: 3", "capacity: { roster: nurses, outside: 0 }"),
        ("capacity: 3", "capacity: 3, surge: { adds: 2, opens: \"waiting(see) > 6\", closes: \"waiting(see) < 2\" }"),
        ("capacity: 3", "capacity: 3, surge: { adds: 2, opens: 6, closes: \"waiting(see) < 2\", checked: daily 08:00 }"),
        ("to: see, rate: 12 per d", "rate: 12 per d"),
        ("to: see, rate: 12 per d", "to: see"),
        ("rate: 12 per d", "rate: 12 per d, schedule: { every: 1 h }"),
        ("rate: 12 per d", "rate: 12"),
        ("rate: 12 per d", "rate: { table: calls, pr: h }"),
        ("rate: 12 per d", "rate: { table: calls, shape: curve }"),
        ("rate: 12 per d", "schedule: { every: 1 h, at: daily 08:00 }"),
        ("rate: 12 per d", "schedule: { every: 60 }"),
        ("rate: 12 per d", "observed: { dates: dd/mm/yyyy }"),
        ("time: 20 min, ", "tme: 20 min, "),
        ("time: 20 min", "time: { tabl: stays }"),
        ("time: 20 min", "time: [ { share: 30 % }, { share: 70 %, time: 2 h } ]"),
        ("time: 20 min", "time: { share: 100 %, time: 2 h }"),
        (", then: leave", ""),
        ("then: leave", "then: { leave: 1 }"),
        ("then: leave", "then: { if: \"free(nurse) > 1\", to: leave }"),
        ("then: leave", "then: leave, delayed: { reason: Z, attribution: nhs }"),
        ("then: leave", "then: leave, gives_up: { after: 4 h }"),
        ("then: leave", "then: leave, gives_up: { after: 4 h, queue: 5, to: leave }"),
        ("then: leave", "then: leave, gives_up: 4 h"),
        ("then: leave", "then: leave, delayed: { reason: C }"),
        ("then: leave", "then: leave, divert: { hub: { to: leave } }"),
        ("then: leave", "then: leave, moves_back: { during: daily }"),
        ("then: leave", "then: leave, starts_with: { in_place: 4 }"),
        ("then: leave", "then: [ { if: \"free(nurse) > 1\", to: leave, is: leave } ]"),
        ("within: 4 h", "within: 4"),
        ("within: 4 h", "withn: 4 h"),
        ("visits: ed, ", ""),
        ("visits: ed, within: 4 h", "visits: ed, exits: leave"),
        ("visits: ed, within: 4 h", "visits: ed, per: week"),
        ("visits: ed, within: 4 h", "ratio: { visits: ed }"),
        ("visits: ed, within: 4 h", "average: ed"),
        ("visits: ed, within: 4 h", "total: { visits: ed, per: day }"),
        ("unit: \"%\"", "unit: =A1"),
        ("pools: nurse", "pool: nurse"),
        ("pools: nurse", "pools: nurse, clock: ed"),
        ("[ { set: pools.nurse.capacity, to: 4 } ]", "{ set: pools.nurse.capacity, to: 4 }"),
        ("[ { set: pools.nurse.capacity, to: 4 } ]", "{ title: [a], changes: [] }"),
        ("[ { set: pools.nurse.capacity, to: 4 } ]", "{ description: { a: b }, changes: [] }"),
        ("set: pools.nurse.capacity", "sets: pools.nurse.capacity"),
        ("set: pools.nurse.capacity", "set: pools.nurse.capacity, add: pools.nurse.capacity"),
        ("to: 4", "to: 4, from: next year"),
        ("to: 4", "to: 4, over: 90"),
    ];

    /// <summary>Edits that are sound, written in less usual ways.</summary>
    private static readonly (string Found, string Replacement)[] Sound =
    [
        ("system: clinic\n", "system: clinic\ntitle:\n"),
        ("replications: 5", "replications: \"5\""),
        ("replications: 5", "replications: { value: 5, status: assumed }"),
        ("lasts: 1 y", "lasts: .5 y"),
        ("warm_up: 30 d", "warm_up: 0"),
        ("population: 120000", "population: \"+120000\""),
        ("kind: staff", "kind: staff, title:"),
        ("[ { set: pools.nurse.capacity, to: 4 } ]", "[]"),
        ("[ { set: pools.nurse.capacity, to: 4 } ]", "{ changes: { set: pools.nurse.capacity, to: 4 } }"),
        ("streams:\n", "attributes: { age: [young, old] }\ntables: { stay: { keys: age, rows: { young: 5 min, old: 9 min } } }\nstreams:\n"),
    ];

    private static readonly string SoundSystem = """
        system: clinic
        population: 120000
        run: { starts: 2016-04-01, lasts: 1 y, warm_up: 30 d, replications: 5 }
        calendars:
          weekdays: { open: Mon-Fri 08:00-18:00 }
        pools:
          nurse: { kind: staff, takes: weekdays, capacity: 3 }
        streams:
          walk-in: { to: see, rate: 12 per d }
        stages:
          see: { staff: nurse, clock: ed, time: 20 min, then: leave }
        measures:
          four_hour_rate: { visits: ed, within: 4 h, unit: "%" }
        timelines:
          busy: { pools: nurse }
        scenarios:
          one-more: [ { set: pools.nurse.capacity, to: 4 } ]

        """;

    private static IEnumerable<TestCaseData> SoundFiles => Sound.Select(edit => new TestCaseData(edit.Found, edit.Replacement));

    private static IEnumerable<TestCaseData> WrongFiles => Wrong.Select(edit => new TestCaseData(edit.Found, edit.Replacement));

    /// <summary>More systems than these are sound: those that are shipped, and many cases.</summary>
    private const int LeastSound = 30;

    /// <summary>Every folder of a system in the library, the cookbook and the cases, wrong ones among them.</summary>
    private static IEnumerable<string> Folders => new[] { "Scenarios/Library", "Tests/Cases", "docs" }
        .Select(folder => Path.Combine(RepositoryRoot.Path, folder)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "system.yaml", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal);

    [Test]
    public void There_are_at_least_fifty_wrong_files() => Assert.That(WrongFiles.Count(), Is.AtLeast(50));

    [Test]
    public void The_sound_system_passes_reader_and_schema() => Assert.Multiple(() =>
    {
        Assert.That(Faults(SoundSystem, "system"), Is.Empty);
        Assert.That(ProblemsOf(SoundSystem), Is.Empty);
    });

    [TestCaseSource(nameof(WrongFiles))]
    public void A_wrong_file_is_refused_by_reader_and_schema(string found, string replacement)
    {
        Assert.That(SoundSystem, Does.Contain(found), "the edit changes nothing");
        var wrong = SoundSystem.Replace(found, replacement, StringComparison.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(Faults(wrong, "system"), Is.Not.Empty, "schema");
            Assert.That(ProblemsOf(wrong), Is.Not.Empty, "reader");
        });
    }

    [TestCaseSource(nameof(SoundFiles))]
    public void A_sound_file_passes_reader_and_schema(string found, string replacement)
    {
        Assert.That(SoundSystem, Does.Contain(found), "the edit changes nothing");
        var edited = SoundSystem.Replace(found, replacement, StringComparison.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(Faults(edited, "system"), Is.Empty, "schema");
            Assert.That(ProblemsOf(edited).Where(problem => problem.Severity == Severity.Error), Is.Empty, "reader");
        });
    }

    [TestCase("- { set: pools.nurse.capacity, to: 4 }\n", true)]
    [TestCase("scenario: x\nchanges: [ { set: pools.nurse.capacity, to: 4 } ]\n", true)]
    [TestCase("- { sets: pools.nurse.capacity, to: 4 }\n", false)]
    [TestCase("5\n", false)]
    public void A_scenarios_file_may_be_its_list_of_changes(string yaml, bool isSound) => Assert.That(Faults(yaml, "scenario").Count == 0, Is.EqualTo(isSound));

    [Test]
    public void Every_system_that_the_reader_lets_pass_passes_the_schema()
    {
        var sound = Folders.Where(IsSound).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(sound,
                Is.SupersetOf(
                    Folders.Where(folder => folder.StartsWith("Scenarios", StringComparison.Ordinal) || folder.StartsWith("docs", StringComparison.Ordinal))),
                "what is shipped");
            Assert.That(sound, Has.Count.GreaterThan(LeastSound));
            foreach (var (file, faults) in sound.SelectMany(FaultsIn))
            {
                Assert.That(faults, Is.Empty, file);
            }
        });
    }

    private static bool IsSound(string folder)
    {
        var problems = new ProblemList();
        return SystemReader.Read(Path.Combine(RepositoryRoot.Path, folder), problems) is { } files
            && new TimelineBuilder(files, RunOverrides.None, problems).Baseline() is not null;
    }

    private static IEnumerable<(string File, List<string> Faults)> FaultsIn(string folder)
    {
        var path = Path.Combine(RepositoryRoot.Path, folder);
        foreach (var file in Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories))
        {
            var inner = Path.GetRelativePath(path, file);
            var kind = inner == "system.yaml" ? "system" : inner.StartsWith("scenarios", StringComparison.Ordinal) ? "scenario"
                : File.ReadLines(file).First().EndsWith("/layer.schema.json", StringComparison.Ordinal) ? "layer" : "part";
            if (!inner.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || kind == "scenario")
            {
                yield return ($"{folder}/{inner}", Faults(File.ReadAllText(file), kind));
            }
        }
    }

    /// <summary>
    /// Nothing is required of a part that another is laid over, and what lies over it may take away; wrong names and forms are wrong in it too.
    /// </summary>
    [TestCase("stages: { see: { time: 20 min }, other: ~ }\nheadline: ~\n", true)]
    [TestCase("stages: { see: { divert: { first: { share: 5 % }, second: {} } } }\n", true)]
    [TestCase("pools: { bed: { capcity: 3 } }\n", false)]
    [TestCase("stages: { see: { time: [ 20 min ] } }\n", false)]
    public void A_layer_says_as_much_as_it_likes(string yaml, bool isSound) => Assert.That(Faults(yaml, "layer").Count == 0, Is.EqualTo(isSound));

    [Test]
    public void The_shared_parts_are_layers() => Assert.Multiple(() =>
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "Scenarios", "Library", "england", "parts")))
        {
            Assert.That(Faults(File.ReadAllText(file), "layer"), Is.Empty, file);
        }
    });

    private static List<string> Faults(string yaml, string file)
    {
        var node = YamlReader.Read(Encoding.UTF8.GetBytes(yaml), file, new ProblemList())!;
        var results =
            Schemas[file].Evaluate(JsonSerializer.SerializeToElement(YamlAsJson.Of(node)), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid
            ? []
            : [.. (results.Details ?? []).Where(detail => detail.Errors is not null)
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))];
    }

    /// <summary>What <c>check</c> says of it.</summary>
    private static IReadOnlyList<Problem> ProblemsOf(string yaml)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "system.yaml");
        File.WriteAllText(path, yaml);
        var problems = new ProblemList();
        if (SystemReader.Read(path, problems) is { } files)
        {
            var builder = new TimelineBuilder(files, RunOverrides.None, problems);
            if (builder.Baseline() is { } baseline)
            {
                files.Scenarios.Keys.ToList().ForEach(scenario => builder.Scenario(scenario, baseline.First.Run));
            }
        }

        return problems.Sorted;
    }
}
