namespace FlowSim.Tests.Conventions;

/// <summary>Folders of a project depend on one another in one direction, except where <see cref="Known"/> says so.</summary>
public sealed class FolderCircleTests
{
    /// <summary>Circles that are still there; a folder that leaves one is taken off the list.</summary>
    private static readonly string[] Known =
    [
        "FlowSim.Plots.Beds FlowSim.Plots.Charts FlowSim.Plots.Dots FlowSim.Plots.Network FlowSim.Plots.Network.Flows FlowSim.Plots.Report FlowSim.Plots.Report.Answers FlowSim.Plots.Report.Sections FlowSim.Plots.Savings FlowSim.Plots.Sites FlowSim.Plots.Stacks FlowSim.Plots.Weeks FlowSim.Plots.Words",
    ];

    [Test]
    public void Folders_form_no_circle_but_those_that_are_known()
    {
        var circles = FolderGraph.Of(SolutionTypes.All).Circles().Select(circle => string.Join(" ", circle));
        Assert.That(circles, Is.EquivalentTo(Known));
    }
}
