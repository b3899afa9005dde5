using FlowSim.Cli.Running;
using FlowSim.Tests.Results;

namespace FlowSim.Tests.Cli;

/// <summary>What <c>flowsim new</c> writes can be checked, run and changed as it is.</summary>
public sealed class NewCommandTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void A_new_system_has_nothing_to_complain_of_and_can_be_compared_at_once()
    {
        var made = TypedCommand.Run("new", At("my-hospital"));
        Assert.That(made.Exit, Is.Zero, made.Error);
        Assert.That(TypedCommand.Run("check", At("my-hospital")).Out, Does.EndWith(": ok\n"));
        Assert.That(File.ReadAllText(At("my-hospital/system.yaml")), Does.Contain("\nsystem: my-hospital\n"));
        var compared = TypedCommand.Run("compare", "--system", At("my-hospital"), "--out", At("results"), "--replications", "2", "--days", "30");
        Assert.That(compared.Exit, Is.Zero, compared.Error);
        Assert.That(compared.Out, Does.Contain("more-community-beds").And.Contain("Within four"));
    }

    [Test]
    public void The_lines_it_names_next_work()
    {
        var made = TypedCommand.Run("new", At("my-hospital"));
        var lines = made.Out.Split('\n').Where(line => line.StartsWith("flowsim ", StringComparison.Ordinal)).ToList();
        Assert.That(lines, Has.Count.EqualTo(4));
        foreach (var line in lines.Where(line => !line.Contains(" compare ", StringComparison.Ordinal)))
        {
            Assert.That(TypedCommand.Run(line.Split(' ')[1..]).Exit, Is.Zero, line);
        }

        Assert.That(TypedCommand.Run("check", At("my-hospital")).Out, Does.EndWith(": ok\n"), "with the further scenario");
    }

    /// <summary>Not full by far and not empty: who starts sees a difference, and no warning of an overload.</summary>
    [Test]
    public void The_scenario_of_a_new_system_frees_ward_beds()
    {
        TypedCommand.Run("new", At("s"));
        var compared = TypedCommand.Run("compare", "--system", At("s"), "--out", At("results"), "--replications", "6");
        Assert.That(compared.Error, Does.Not.Contain("needed)").And.Not.Contain("grows"));
        var row = File.ReadLines(At("results/differences.csv")).Single(line => line.StartsWith("more-community-beds,2016/17,delayed_beds,system,,", StringComparison.Ordinal));
        Assert.That(row.Split(',')[7], Does.StartWith("-"));
    }

    [TestCase("cambridgeshire-peterborough")]
    [TestCase("two-wards")]
    public void A_copy_has_the_files_of_the_library_and_the_shared_tables(string id)
    {
        var made = TypedCommand.Run("new", At("copy"), "--from", id);
        Assert.That(made.Exit, Is.Zero, made.Error);
        var home = Path.Combine(RepositoryRoot.Path, "Scenarios", "Library", id);
        var shared = Path.Combine(home, "..", "england");
        var taken = Names(At("copy")).Except(Names(home)).ToList();
        Assert.That(Names(home).Except(Names(At("copy"))), Is.Empty);
        Assert.That(taken, Has.Count.EqualTo(id == "two-wards" ? 0 : 32).And.SubsetOf(Names(shared)));
        foreach (var name in Names(At("copy")))
        {
            var (ours, theirs) = (File.ReadAllLines(At("copy/" + name)), File.ReadAllLines(Path.Combine(taken.Contains(name) ? shared : home, name)));
            var first = theirs[0].StartsWith("# yaml-language-server:", StringComparison.Ordinal) ? 1 : 0;
            Assert.That(ours[first..], Is.EqualTo(theirs[first..]), name);
        }
    }

    [Test]
    public void A_copy_means_what_the_library_means()
    {
        TypedCommand.Run("new", At("copy"), "--from", "two-wards");
        string[] cut = ["--replications", "2", "--days", "20", "--warm-up", "0", "--quiet"];
        TypedCommand.Run([.. cut.Prepend("compare"), "--system", "two-wards", "--out", At("a")]);
        TypedCommand.Run([.. cut.Prepend("compare"), "--system", At("copy"), "--out", At("b")]);
        Assert.That(File.ReadAllBytes(At("b/replications.csv")), Is.EqualTo(File.ReadAllBytes(At("a/replications.csv"))));
    }

    [Test]
    public void A_folder_that_holds_something_is_left_alone()
    {
        Directory.CreateDirectory(At("mine"));
        File.WriteAllText(At("mine/notes.txt"), "mine");
        var typed = TypedCommand.Run("new", At("mine"));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(typed.Error, Does.Contain("not empty"));
        Assert.That(Names(At("mine")), Is.EqualTo(new[] { "notes.txt" }));
    }

    [TestCase("two-wards", "pools.ward-bed@north.capacity", "by: 6")]
    [TestCase("stroke-unit", "streams.asu-stroke.rate", "by: 1.1")]
    [TestCase("cambridgeshire-peterborough", "capacity", "by: ")]
    public void A_new_scenario_has_one_change_and_is_sound(string system, string path, string by)
    {
        var made = TypedCommand.Run("new", "--scenario", At("idea.yaml"), "--system", system);
        Assert.That(made.Exit, Is.Zero, made.Error);
        var changes = File.ReadAllLines(At("idea.yaml")).Where(line => line.StartsWith("  - ", StringComparison.Ordinal)).ToList();
        Assert.That(changes, Has.Count.EqualTo(1));
        Assert.That(changes[0], Does.Contain(path).And.Contain(by));
        Assert.That(TypedCommand.Run("check", At("idea.yaml"), "--system", system).Out, Does.EndWith("idea.yaml: ok\n"));
    }

    [TestCase("two-wards")]
    [TestCase("cambridgeshire-peterborough")]
    public void What_stands_behind_comments_in_a_new_scenario_is_sound_too(string system)
    {
        TypedCommand.Run("new", "--scenario", At("idea.yaml"), "--system", system);
        var lines = File.ReadAllLines(At("idea.yaml"));
        var opened = lines.Select(line => line.StartsWith("  # - ", StringComparison.Ordinal) ? "  - " + line[6..]
            : line.StartsWith("# include", StringComparison.Ordinal) || line.StartsWith("# investment", StringComparison.Ordinal) ? line[2..]
            : line.StartsWith("#   - ", StringComparison.Ordinal) ? line[2..]
            : line).ToList();
        Assert.That(opened.Where((line, index) => line != lines[index]).Count(), Is.GreaterThanOrEqualTo(5));
        File.WriteAllLines(At("idea.yaml"), opened);
        var check = TypedCommand.Run("check", At("idea.yaml"), "--system", system);
        Assert.That(check.Exit, Is.Zero, check.Out);
    }

    [Test]
    public void A_new_scenario_runs_as_it_is()
    {
        using var system = new SmallSystem();
        TypedCommand.Run("new", "--scenario", At("idea.yaml"), "--system", system.Path);
        var compared = TypedCommand.Run("compare", At("idea.yaml"), "--system", system.Path, "--out", system.Results, "--replications", "2", "--days", "5");
        Assert.That(compared.Exit, Is.Zero, compared.Error);
        Assert.That(compared.Out, Does.Contain("Doctor: capacity + 1"));
    }

    [TestCase("new", "a DIR is missing")]
    [TestCase("new a --scenario b.yaml", "exclude each other")]
    [TestCase("new a --system two-wards", "--from")]
    [TestCase("new --scenario b.yaml --from two-wards", "--system")]
    [TestCase("new --scenario b.txt", "does not end in .yaml")]
    [TestCase("new --scenario b!.yaml", "letters, digits and hyphens")]
    [TestCase("new --scenario rural-hubs.yaml", "has a scenario rural-hubs already")]
    [TestCase("new a --from two-words", "Did you mean \"two-wards\"?")]
    public void A_wrong_command_line_is_refused(string line, string expected)
    {
        var typed = TypedCommand.Run(line.Split(' '));
        Assert.That(typed.Exit, Is.EqualTo(ExitCode.Usage));
        Assert.That(typed.Error, Does.Contain(expected));
    }

    [Test]
    public void A_file_that_is_there_is_left_alone()
    {
        File.WriteAllText(At("idea.yaml"), "mine");
        Assert.That(TypedCommand.Run("new", "--scenario", At("idea.yaml")).Exit, Is.EqualTo(ExitCode.Files));
        Assert.That(File.ReadAllText(At("idea.yaml")), Is.EqualTo("mine"));
    }

    private string At(string name) => Path.Combine(folder.Path, name);

    private static string[] Names(string home) =>
    [
        .. Directory.EnumerateFiles(home, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(home, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];
}
