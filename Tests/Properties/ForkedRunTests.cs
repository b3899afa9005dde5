namespace FlowSim.Tests.Properties;

/// <summary>
/// A scenario that leaves the baseline at its first dated change gives what it gives when it is run from the branch: the same rows, series and flows, and
/// the same number of events.
/// </summary>
[Category("Properties")]
public sealed class ForkedRunTests
{
    private const int Systems = 80;

    [Test]
    public void A_fork_goes_on_as_the_scenario_does_from_the_branch([Range(1, Systems)] int seed) => ForkedRun.GoesOnAsFromTheBranch(seed);
}
