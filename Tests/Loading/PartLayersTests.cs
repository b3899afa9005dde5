using FlowSim.Cli.Running;
using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;
using FlowSim.Scenarios.Starting;
using FlowSim.Tests.Cli;

namespace FlowSim.Tests.Loading;

/// <summary>Parts that a system takes, and what its own files lay over them.</summary>
public sealed class PartLayersTests
{
    private const string Main = """
        system: clinic
        parts: [seeing]
        run: { lasts: 20 d, replications: 2 }
        attributes: { age: [child, adult] }
        pools: { nurse: { kind: staff, capacity: 2 } }
        headline: [wait_mean]
        """;

    private const string Part = """
        pools:
          doctor: { kind: staff, title: Doctor, capacity: 3 }
          porter: { kind: staff, capacity: 1 }
        streams:
          visits: { to: see, rate: 4 per h, attributes: { age: { child: 20 %, adult: rest } } }
        stages:
          see:
            staff: doctor
            time: lognormal mean 20 min sd 10 min
            divert:
              second: { share: 10 %, to: later }
            then: { later: 10 %, leave: rest }
          later: { staff: nurse, time: 5 min, then: leave }
        """;

    [Test]
    public void What_lies_over_a_part_goes_before_field_by_field()
    {
        var root = Read("""
            pools:
              doctor: { capacity: 5 }
              porter: ~
            stages:
              see: { then: leave, divert: { first: { share: 5 %, to: later }, second: {} } }
              between: { time: 1 min, then: leave }
              later: {}
              last: { time: 2 min, then: leave }
            """);
        Assert.That(Text(root), Is.EqualTo("""
            { system: clinic, run: { lasts: 20 d, replications: 2 }, attributes: { age: [child, adult] },
              pools: { nurse: { kind: staff, capacity: 2 }, doctor: { kind: staff, title: Doctor, capacity: 5 } },
              headline: [wait_mean],
              streams: { visits: { to: see, rate: 4 per h, attributes: { age: { child: 20 %, adult: rest } } } },
              stages: { see: { staff: doctor, time: lognormal mean 20 min sd 10 min, divert: { first: { share: 5 %, to: later }, second: { share: 10 %, to: later } }, then: leave },
                        between: { time: 1 min, then: leave }, later: { staff: nurse, time: 5 min, then: leave }, last: { time: 2 min, then: leave } } }
            """).IgnoreWhiteSpace);
    }

    [Test]
    public void Each_value_stands_where_it_is_written()
    {
        using var system = TemporarySystem.With(("system.yaml", Main), ("parts/seeing.yaml", Part), ("seeing.yaml", "pools: { doctor: { capacity: 5 } }\n"));
        var doctor = (MapNode)((MapNode)system.Read()!.Root["pools"]!)["doctor"]!;
        Assert.That((doctor["capacity"]!.Where.File, doctor["kind"]!.Where.File), Is.EqualTo(("seeing.yaml", "parts/seeing.yaml")));
    }

    [Test]
    public void A_part_by_itself_is_a_part_like_any_other()
    {
        using var system = TemporarySystem.With(("system.yaml", Main), ("parts/seeing.yaml", Part));
        var compiled = SystemCompiler.Compile(system.Read()!, RunOverrides.None, system.Problems);
        Assert.That(compiled!.Model.Stages, Has.Length.EqualTo(2));
        Assert.That(system.Printed, Does.StartWith("parts/seeing.yaml:3: warning: pools.porter: expected a pool that a stage asks for"));
    }

    /// <summary>Its order among the files is that of its name: results do not move when a part comes to lie in the library.</summary>
    [Test]
    public void Parts_come_in_the_order_of_their_names()
    {
        using var system = TemporarySystem.With(("system.yaml", "system: s\nparts: [b-c, a]\nrun: { lasts: 1 d }\n"), ("parts/a.yaml", "pools: { one: { kind: staff } }\n"),
            ("parts/b-c.yaml", "pools: { three: { kind: staff } }\n"), ("b.yaml", "pools: { four: { kind: staff } }\n"), ("aa.yaml", "pools: { two: { kind: staff } }\n"));
        Assert.That(((MapNode)system.Read()!.Root["pools"]!).Entries.Select(entry => entry.Key), Is.EqualTo(new[] { "one", "two", "three", "four" }),
            "b-c.yaml before b.yaml, as the names of files are ordered");
    }

    [TestCase("seeing.yaml", "pools: { docter: ~ }\n", "seeing.yaml:1: pools.docter: expected something that stands in the part below, to take it away; found \"docter\". Did you mean \"doctor\"?")]
    [TestCase("other.yaml", "pools: { doctor: { kind: staff } }\n", "expected each key once; found \"doctor\"")]
    [TestCase("parts/other.yaml", "pools: {}\n", "parts/other.yaml: warning: expected a part that system.yaml names; found \"other\". It is not read. Write parts: [other]")]
    [TestCase("parts/other.yml", "pools: {}\n", "Rename it")]
    public void What_is_laid_over_nothing_or_read_by_nobody_is_told(string file, string text, string expected)
    {
        using var system = TemporarySystem.With(("system.yaml", Main), ("parts/seeing.yaml", Part), (file, text));
        system.Read();
        Assert.That(system.Printed, Does.Contain(expected));
    }

    [TestCase("[seein]", "system.yaml:2: parts: expected parts that there are: seeing; found \"seein\". Did you mean \"seeing\"?")]
    [TestCase("[seeing, seeing]", "expected each part once")]
    [TestCase("[{ a: b }]", "found a map")]
    public void A_part_that_is_not_there_is_refused_at_its_line(string parts, string expected)
    {
        using var system = TemporarySystem.With(("system.yaml", Main.Replace("[seeing]", parts, StringComparison.Ordinal)), ("parts/seeing.yaml", Part));
        system.Read();
        Assert.That(system.Printed, Does.Contain(expected));
    }

    [Test]
    public void Where_there_are_no_parts_it_says_where_they_would_be()
    {
        using var system = TemporarySystem.With(("system.yaml", Main));
        system.Read();
        Assert.That(system.Printed, Does.Contain("expected the names of files in parts/ or of parts of a folder that is included; found \"seeing\""));
    }

    [Test]
    public void A_part_of_the_library_is_an_input_and_one_of_its_own_goes_before()
    {
        const string Electives = "system: s\ninclude: [england]\nparts: [electives]\nrun: { lasts: 1 d }\n";
        using var shared = TemporarySystem.With(("system.yaml", Electives));
        Assert.That(shared.Read()!.Inputs.Select(input => input.File), Does.Contain("library:england/parts/electives.yaml"));
        using var own = TemporarySystem.With(("system.yaml", Electives), ("parts/electives.yaml", "pools: {}\n"));
        Assert.That(own.Read()!.Inputs.Select(input => input.File), Is.EqualTo(new[] { "parts/electives.yaml", "system.yaml" }));
    }

    /// <summary>Nobody can write into the library: it says where to write.</summary>
    [Test]
    public void What_a_shared_part_leaves_open_is_asked_for_in_the_systems_own_file()
    {
        using var system = TemporarySystem.With(("system.yaml", "system: s\ninclude: [england]\nparts: [call-111]\nrun: { lasts: 1 d }\n"),
            ("other.yaml", "stages: { call: { time: 1 min } }\n"));
        if (system.Read() is { } files)
        {
            SystemCompiler.Compile(files, RunOverrides.None, system.Problems);
        }

        Assert.That(system.Printed, Does.Contain("What a system has to say of this itself goes into call-111.yaml beside its system.yaml.")
            .And.Contain("(of the library):").And.Contain("to change it, write it in call-111.yaml, which is laid over that part."));
    }

    [Test]
    public void A_section_of_another_kind_is_refused_as_that()
    {
        using var system = TemporarySystem.With(("system.yaml", Main), ("parts/seeing.yaml", Part), ("zeros.yaml", "stages: [see]\n"));
        system.Read();
        Assert.That(system.Printed, Does.Contain("zeros.yaml:1: stages: expected a map; found a list"));
    }

    /// <summary>The county stands on parts of the library; what is written of it elsewhere has them as its own.</summary>
    [Test]
    public void A_copy_has_the_parts_of_the_library_and_means_the_same()
    {
        const string County = "cambridgeshire-peterborough";
        var problems = new ProblemList();
        var read = SystemReader.Read(County, problems)!;
        using var copy = TemporarySystem.With(
            [.. NewSystem.CopyOf(read, County).Select(file => (file.Name, System.Text.Encoding.UTF8.GetString(file.Content)))]);
        var again = copy.Read()!;
        Assert.That(again.Inputs.Select(input => input.File), Has.None.StartsWith("library:").And.Contain("parts/acute-beds.yaml")
            .And.Contain("acute-beds.yaml"));
        Assert.That(Text(again.Root), Is.EqualTo(Text(read.Root)));
        Assert.That(TypedCommand.Run("check", copy.Folder).Exit, Is.EqualTo(ExitCode.Done));
    }

    private static MapNode Read(string over)
    {
        using var system = TemporarySystem.With(("system.yaml", Main), ("parts/seeing.yaml", Part), ("seeing.yaml", over));
        var files = system.Read()!;
        Assert.That(system.Printed, Is.Empty);
        return files.Root;
    }

    private static string Text(Node node) => node switch
    {
        MapNode map => $"{{ {string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Text(entry.Value)}"))} }}",
        ListNode list => $"[{string.Join(", ", list.Items.Select(Text))}]",
        _ => node.Kind,
    };
}
