namespace FlowSim.Tests.Browser;

/// <summary>A Chromium and its driver, as they are installed on this machine. Nothing is fetched.</summary>
internal sealed record InstalledBrowser(string Program, string Driver)
{
    /// <summary>Set to 1 where a missing browser is a failure: in continuous integration.</summary>
    public const string RequireSwitch = "FLOWSIM_CI";

    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome", "chrome.exe"];
    private static readonly string[] Drivers = ["chromedriver", "chromedriver.exe"];

    /// <summary>The browser; without one the test is ignored, or fails where a browser is required.</summary>
    public static InstalledBrowser Demand()
    {
        var (program, driver) = (Find(Programs), Find(Drivers));
        if (program is not null && driver is not null)
        {
            return new InstalledBrowser(program, driver);
        }

        const string message = "These tests need Chromium and its driver: on Debian and Ubuntu 'apt-get install chromium chromium-driver fonts-dejavu-core'.";
        if (Environment.GetEnvironmentVariable(RequireSwitch) == "1")
        {
            Assert.Fail($"{message} {RequireSwitch}=1 forbids to leave them out.");
        }

        Assert.Ignore(message);
        throw new InvalidOperationException("unreachable");
    }

    private static string? Find(string[] names) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
