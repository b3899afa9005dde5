namespace FlowSim.Tests.Browser;

/// <summary>Tests of pages in a browser, each of which has to be content with the file alone.</summary>
[Category("Browser")]
public abstract class PageTests
{
    private protected BrowserSession Browser { get; private set; } = null!;

    [OneTimeSetUp]
    public void StartBrowser() => Browser = new BrowserSession(InstalledBrowser.Demand());

    [OneTimeTearDown]
    public void StopBrowser() => Browser?.Dispose();

    [TearDown]
    public void Nothing_was_complained_of_and_nothing_left_the_file()
    {
        Assert.That(Browser.Console(), Is.Empty);
        Assert.That(Browser.Requests(), Is.Not.Empty.And.All.Match("^(file|data|blob):"));
    }
}
