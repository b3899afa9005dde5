using FlowSim.Cli.Running;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Starting;
using FlowSim.Tests.Cli;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Loading;

/// <summary>Tables of the library that a system includes.</summary>
public sealed class SharedTablesTests
{
    private const string Shared = "library:england/tables/age-by-arrival.csv";

    private const string Main = """
        system: clinic
        include: [england]
        run: { lasts: 20 d, replications: 2 }
        attributes: { mode: [ambulance, walk-in], age: [child, adult] }
        pools: { doctor: { kind: staff, capacity: 3 } }
        streams: { visits: { to: see, rate: 4 per h, attributes: { mode: walk-in, age: { table: age-by-arrival } } } }
        stages: { see: { staff: doctor, time: 20 min, then: [ { if: "age = child", to: { leave: rest } }, { to: { leave: rest } } ] } }
        headline: [wait_mean]

        """;

    [Test]
    public void A_table_that_is_named_and_not_there_is_taken_and_no_other()
    {
        using var system = TemporarySystem.With(("system.yaml", Main));
        var files = system.Read()!;
        SystemCompiler.Compile(files, RunOverrides.None, system.Problems);
        Assert.That(system.Printed, Is.Empty);
        Assert.That(files.Tables.Keys, Is.EqualTo(new[] { "age-by-arrival" }));
        Assert.That(files.Tables["age-by-arrival"].Where.File, Is.EqualTo(Shared));
        Assert.That(files.Root.Has("include"), Is.False);
    }

    /// <summary>What a run rests on is in its manifest, and a spin-up or a part of a batch is not taken for that of another library.</summary>
    [Test]
    public void A_shared_table_is_an_input_with_its_hash()
    {
        using var system = TemporarySystem.With(("system.yaml", Main));
        var bytes = File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "Scenarios", "Library", "england", "tables", "age-by-arrival.csv"));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        Assert.That(system.Read()!.Inputs, Does.Contain((Shared, hash)));
    }

    [Test]
    public void A_table_of_its_own_goes_before_whole()
    {
        using var system = TemporarySystem.With(("system.yaml", Main), ("tables/age-by-arrival.csv", "mode,child,adult\n*,100 %,rest\n"));
        var files = system.Read()!;
        Assert.That(files.Tables["age-by-arrival"].Rows, Has.Count.EqualTo(1));
        Assert.That(files.Inputs.Select(input => input.File), Is.EqualTo(new[] { "system.yaml", "tables/age-by-arrival.csv" }));
    }

    [Test]
    public void A_table_in_the_description_goes_before_too()
    {
        using var system = TemporarySystem.With(
            ("system.yaml", Main + "tables: { age-by-arrival: { keys: [mode], rows: { \"*\": { child: 40 %, adult: rest } } } }\n"));
        var files = system.Read()!;
        Assert.That(system.Printed, Is.Empty);
        Assert.That(files.Tables["age-by-arrival"].Where.File, Is.EqualTo("system.yaml"));
    }

    [Test]
    public void A_table_that_only_a_scenario_or_a_drawn_hour_names_is_taken()
    {
        using var system = TemporarySystem.With(
            ("system.yaml", Main.Replace("time: 20 min", "time: until next drawn discharge-hour", StringComparison.Ordinal)),
            ("scenarios/other.yaml", "scenario: other\ntitle: Other\nchanges: [ { set: stages.see.time, to: { table: review-time } }, { scale: tables.readmission.readmission, by: 1.1 } ]\n"));
        Assert.That(system.Read()!.Tables.Keys, Is.EquivalentTo(new[] { "age-by-arrival", "discharge-hour", "readmission", "review-time" }));
    }

    [TestCase("[england]", "[englnd]", "Did you mean \"england\"?")]
    [TestCase("[england]", "[two-wards]", "a folder of shared tables: england; found \"two-wards\"")]
    [TestCase("[england]", "{ a: b }", "found a map")]
    public void What_is_no_folder_of_shared_tables_is_refused_at_its_line(string right, string wrong, string expected)
    {
        using var system = TemporarySystem.With(("system.yaml", Main.Replace(right, wrong, StringComparison.Ordinal)));
        system.Read();
        Assert.That(system.Printed, Does.StartWith("system.yaml:2: include").And.Contain(expected));
    }

    [TestCase("table: age-by-arrivl", "Did you mean \"age-by-arrival\"?")]
    [TestCase("table: nothing-like-it", "There is no file tables/nothing-like-it.csv.")]
    public void A_shared_table_that_is_missing_is_told_with_what_was_meant(string wrong, string expected)
    {
        using var system = TemporarySystem.With(("system.yaml", Main.Replace("table: age-by-arrival", wrong, StringComparison.Ordinal)));
        SystemCompiler.Compile(system.Read()!, RunOverrides.None, system.Problems);
        Assert.That(system.Printed, Does.Contain("system.yaml:6").And.Contain(expected));
    }

    [Test]
    public void Who_names_a_shared_table_without_including_it_is_told_of_it()
    {
        using var system = TemporarySystem.With(("system.yaml", Main.Replace("include: [england]\n", "", StringComparison.Ordinal)));
        SystemCompiler.Compile(system.Read()!, RunOverrides.None, system.Problems);
        Assert.That(system.Printed, Does.Contain("write include: [england] at the top of the system"));
    }

    /// <summary>The patient of this system cannot be what a row of the shared table speaks of.</summary>
    [Test]
    public void What_does_not_fit_a_shared_table_is_told_with_its_true_file()
    {
        using var system = TemporarySystem.With(("system.yaml", Main.Replace("mode: [ambulance, walk-in]", "mode: [by-car, walk-in]", StringComparison.Ordinal)));
        var typed = TypedCommand.Run("check", system.Folder);
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.InvalidInput));
        Assert.That(typed.Out, Does.Contain("england/tables/age-by-arrival.csv (of the library):2").And.Contain("ambulance,7 %,rest"));
    }

    /// <summary>It has all it is made of: what the library has later does not change it.</summary>
    [Test]
    public void A_copy_takes_the_shared_tables_along_and_means_the_same()
    {
        using var system = TemporarySystem.With(("system.yaml", Main));
        using var copy = TemporarySystem.With();
        NewSystem.CopyOf(system.Read()!, system.Folder).ToList().ForEach(file => copy.Write(file.Name, file.Content));
        Assert.That(copy.Read()!.Inputs.Select(input => input.File), Is.EqualTo(new[] { "system.yaml", "tables/age-by-arrival.csv" }));
        using var results = new TemporaryFolder();
        foreach (var (folder, name) in new[] { (system.Folder, "a"), (copy.Folder, "b") })
        {
            var run = TypedCommand.Run("run", "baseline", "--system", folder, "--out", results[name], "--quiet");
            Assert.That(run.Exit, Is.Zero, run.Error);
        }

        Assert.That(File.ReadAllBytes(results["b/replications.csv"]), Is.EqualTo(File.ReadAllBytes(results["a/replications.csv"])));
    }

    /// <summary>What was fitted stands in the copy's own table, which goes before the library's.</summary>
    [Test]
    public void A_fit_of_a_shared_table_writes_a_table_of_the_systems_own()
    {
        using var system = TemporarySystem.With(
            ("system.yaml", Main.Replace("time: 20 min", "time: { table: review-time }", StringComparison.Ordinal)
                .Replace("age: [child, adult]", "age: [child, adult], zone: [resus, majors, minors, paeds]", StringComparison.Ordinal)
                .Replace("mode: walk-in, age", "zone: majors, mode: walk-in, age", StringComparison.Ordinal)
                + "measures: { busy: { title: Doctors in use, ratio: [ { occupied: doctor }, { open: doctor } ], unit: \"%\" } }\n"
                + "fit: { review: { title: Review, scale: \"tables.review-time[zone=majors].time\", range: 0.7 to 1.4 } }\n"),
            ("observed.csv", "measure,place,period,observed,status,tolerance,source\nbusy,system,all,38,measured,2,made up\n"));
        using var fit = new TemporaryFolder();
        var typed = TypedCommand.Run("calibrate", "--system", system.Folder, "--fit", "--out", fit.Path, "--points", "12", "--waves", "1");
        Assert.That(typed.Exit, Is.Zero, typed.Error);
        var (fitted, library) = (File.ReadAllLines(fit["system/tables/review-time.csv"]), File.ReadAllLines(
            Path.Combine(RepositoryRoot.Path, "Scenarios", "Library", "england", "tables", "review-time.csv")));
        var changed = Enumerable.Range(0, library.Length).Where(line => fitted[line] != library[line]);
        Assert.That(changed.Select(line => library[line].Split(',')[0]), Is.EqualTo(new[] { "majors" }));
    }

    [Test]
    public void A_folder_of_shared_tables_is_no_system()
    {
        Assert.That(SystemLibrary.Ids, Does.Not.Contain("england"));
        Assert.That(TypedCommand.Run("run", "baseline", "--system", "england").Exit, Is.EqualTo(ExitCode.Usage));
    }

    /// <summary>Each row says how it is known, or the page of sources would speak of nothing.</summary>
    [Test]
    public void Every_shared_table_has_a_status_in_each_row_and_a_line_among_the_sources()
    {
        var home = Path.Combine(RepositoryRoot.Path, "Scenarios", "Library", "england");
        var sources = File.ReadAllText(Path.Combine(home, "SOURCES.md"));
        foreach (var name in SharedTables.NamesIn("england"))
        {
            Assert.That(sources, Does.Contain($"`{name}`"), name);
            var problems = new ProblemList();
            var table = CsvTableReader.Read(File.ReadAllBytes(Path.Combine(home, "tables", name + ".csv")), name, name, problems)!;
            var status = table.ColumnOf("status");
            Assert.That(table.Rows.Select(row => row.Cells[status]), Is.All.AnyOf("measured", "cited", "derived", "assumed"), name);
        }
    }
}
