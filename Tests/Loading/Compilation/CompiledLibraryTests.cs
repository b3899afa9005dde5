using FlowSim.Scenarios.Compilation;
using FlowSim.Scenarios.Loading;

namespace FlowSim.Tests.Loading.Compilation;

[TestFixture]
internal sealed class CompiledLibraryTests
{
    [Test]
    public void Every_system_of_the_library_compiles([Values("two-wards", "stroke-unit", "cambridgeshire-peterborough")] string id)
    {
        var problems = new ProblemList();
        var files = SystemReader.Read(id, problems);
        var system = files is null ? null : SystemCompiler.Compile(files, RunOverrides.None, problems);
        var errors = problems.Sorted.Where(problem => problem.Severity == Severity.Error).Select(ProblemText.Render);
        Assert.That(string.Join("\n", errors), Is.Empty);
        Assert.That(system, Is.Not.Null);
    }
}
