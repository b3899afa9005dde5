using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Compilation.Names;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading.Compilation;

[TestFixture]
internal sealed class CompiledLibraryTests
{
    [Test]
    public void Every_system_of_the_library_compiles([ValueSource(typeof(SystemLibrary), nameof(SystemLibrary.Ids))] string id)
    {
        var problems = new ProblemList();
        var files = SystemReader.Read(id, problems);
        var system = files is null ? null : SystemCompiler.Compile(files, RunOverrides.None, problems);
        var errors = problems.Sorted.Where(problem => problem.Severity == Severity.Error).Select(ProblemText.Render);
        Assert.That(string.Join("\n", errors), Is.Empty);
        Assert.That(system, Is.Not.Null);
    }

    [Test]
    public void The_tutorial_of_the_readme_is_the_system_two_wards_of_the_library(
        [Values("system.yaml", "tables/beds.csv", "tables/admissions.csv", "tables/treatment-time.csv", "scenarios/more-community.yaml")] string file)
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "Scenarios", "Library", "two-wards", file));

        // The first line names the schema by a path that holds in the library only.
        text = text.StartsWith("# yaml-language-server", StringComparison.Ordinal) ? text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..] : text;
        Assert.That(readme.Contains($"`two-wards/{file}`\n\n```{Path.GetExtension(file)[1..]}\n{text}```", StringComparison.Ordinal), Is.True, file);
    }
}
