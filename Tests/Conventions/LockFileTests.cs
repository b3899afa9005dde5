using System.Text.Json;
using System.Xml.Linq;

namespace FlowSim.Tests.Conventions;

/// <summary>Every project restores exactly what its lock file says.</summary>
public sealed class LockFileTests
{
    /// <summary>Its package does not restore everywhere, so it stays outside the solution and cannot be locked.</summary>
    private static readonly string Apart = Path.Combine("Benchmarks", "SimSharp", "SimSharp.csproj");

    /// <summary>Run by hand: mutation testing. Its tests are those of Tests, which the solution would run twice.</summary>
    private static readonly string[] ByHand =
        [Path.Combine("Tests", "Mutation", "Mutation.csproj"), Path.Combine("Tests", "Mutation", "Mutants", "Mutants.csproj")];

    private static IEnumerable<string> Projects() => Directory
        .EnumerateFiles(RepositoryRoot.Path, "*.csproj", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
        .Where(project => project != Apart)
        .Order(StringComparer.Ordinal);

    [Test]
    public void The_solution_lists_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "FlowSim.sln")).Replace('\\', '/');
        Assert.That(Projects(), Is.Not.Empty);
        Assert.That(ByHand, Is.SubsetOf(Projects()));
        Assert.That(Projects().Except(ByHand).Where(project => !solution.Contains(project.Replace('\\', '/'), StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Nothing_in_the_solution_refers_to_the_project_outside_it()
    {
        Assert.That(Path.Combine(RepositoryRoot.Path, Apart), Does.Exist);
        var texts = Projects().Append("FlowSim.sln").Select(file => File.ReadAllText(Path.Combine(RepositoryRoot.Path, file)));
        Assert.That(texts, Has.None.Contains("SimSharp.csproj"));
        Assert.That(texts, Has.None.Contains("\"SimSharp\""));
    }

    [TestCaseSource(nameof(Projects))]
    public void A_project_has_a_lock_file_that_names_its_packages(string project)
    {
        var file = Path.Combine(RepositoryRoot.Path, project);
        var lockFile = Path.Combine(Path.GetDirectoryName(file)!, "packages.lock.json");
        Assert.That(lockFile, Does.Exist);

        using var locked = JsonDocument.Parse(File.ReadAllText(lockFile));
        var framework = locked.RootElement.GetProperty("dependencies").GetProperty("net10.0");
        var direct = framework.EnumerateObject()
            .Where(package => package.Value.GetProperty("type").GetString() == "Direct")
            .Select(package => package.Name);
        var referenced = XDocument.Load(file).Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value);
        Assert.That(referenced, Is.SubsetOf(direct));
    }

    [Test]
    public void Lock_files_are_not_ignored() =>
        Assert.That(File.ReadAllText(Path.Combine(RepositoryRoot.Path, ".gitignore")), Does.Not.Contain("lock.json"));
}
