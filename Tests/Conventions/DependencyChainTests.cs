using System.Xml.Linq;

namespace FlowSim.Tests.Conventions;

/// <summary>The chain Cli → Plots → Scenarios → Simulator, as the project files state it.</summary>
public sealed class DependencyChainTests
{
    [TestCase("Simulator", "")]
    [TestCase("Scenarios", "Simulator")]
    [TestCase("Plots", "Scenarios")]
    [TestCase("Cli", "Plots")]
    [TestCase("Benchmarks", "Scenarios")]
    public void A_project_refers_only_to_the_next_in_the_chain(string project, string expected)
    {
        var file = Path.Combine(RepositoryRoot.Path, project, project + ".csproj");
        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
        Assert.That(string.Join(",", references), Is.EqualTo(expected));
    }
}
