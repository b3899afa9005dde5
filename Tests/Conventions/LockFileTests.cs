using System.Text.Json;
using System.Xml.Linq;

namespace FlowSim.Tests.Conventions;

/// <summary>Every project restores exactly what its lock file says.</summary>
public sealed class LockFileTests
{
    private static IEnumerable<string> Projects() => Directory
        .EnumerateFiles(RepositoryRoot.Path, "*.csproj", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
        .Order(StringComparer.Ordinal);

    [Test]
    public void The_solution_lists_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "FlowSim.sln")).Replace('\\', '/');
        Assert.That(Projects(), Is.Not.Empty);
        Assert.That(Projects().Where(project => !solution.Contains(project.Replace('\\', '/'), StringComparison.Ordinal)), Is.Empty);
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
