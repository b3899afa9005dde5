using FlowSim.Tests.Browser;

namespace FlowSim.Tests.Serving;

/// <summary>Tests that open the page of <c>flowsim serve</c> in a real browser.</summary>
/// <param name="yaml">The system.</param>
/// <param name="replications">After which the answer is left.</param>
public abstract class ServedBrowserTests(string yaml, string replications)
{
    private protected BrowserSession Browser { get; private set; } = null!;

    private protected ServedSystem Served { get; private set; } = null!;

    [OneTimeSetUp]
    public void Start()
    {
        Browser = new BrowserSession(InstalledBrowser.Demand());
        Served = new ServedSystem(yaml, "", "--replications", replications);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        Browser?.Dispose();
        Served?.Dispose();
    }

    [TearDown]
    public void Nothing_was_complained_of_and_nothing_left_the_machine()
    {
        Assert.That(Browser.Console(), Is.Empty);
        Assert.That(Browser.Requests(), Is.Not.Empty.And.All.Match("^(http://127.0.0.1:|data:|blob:)"));
    }
}
