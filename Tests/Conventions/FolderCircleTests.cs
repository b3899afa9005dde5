namespace FlowSim.Tests.Conventions;

/// <summary>Folders of a project depend on one another in one direction.</summary>
public sealed class FolderCircleTests
{
    [Test]
    public void Folders_form_no_circle()
    {
        var circles = FolderGraph.Of(SolutionTypes.All).Circles().Select(circle => string.Join(" ", circle));
        Assert.That(circles, Is.Empty);
    }
}
