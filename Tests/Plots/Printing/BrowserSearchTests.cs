using FlowSim.Plots.Report.Printing;

namespace FlowSim.Tests.Plots.Printing;

/// <summary>Which browser is taken, on made-up machines.</summary>
public sealed class BrowserSearchTests
{
    [TestCase("/usr/bin/microsoft-edge /snap/bin/chromium /usr/bin/google-chrome", "/snap/bin/chromium")]
    [TestCase("/usr/bin/microsoft-edge /usr/bin/google-chrome", "/usr/bin/google-chrome")]
    [TestCase("/usr/bin/rsvg-convert /usr/bin/microsoft-edge", "/usr/bin/microsoft-edge")]
    [TestCase("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")]
    public void The_first_of_the_order_is_taken(string installed, string expected)
    {
        string[] files = installed.StartsWith("/Applications", StringComparison.Ordinal) ? [installed] : installed.Split(' ');
        Assert.That(Unix(files).Find(null), Is.EqualTo(expected));
    }

    [Test]
    public void The_browser_that_Windows_has_is_found_where_it_is_installed()
    {
        const string Edge = @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe";
        var search = Windows([Edge], ("ProgramFiles(x86)", @"C:\Program Files (x86)"), ("ProgramFiles", @"C:\Program Files"));
        Assert.That(search.Find(null), Is.EqualTo(Edge));
    }

    [Test]
    public void Programs_on_the_path_of_Windows_end_in_exe()
    {
        var search = Windows([@"D:\tools\chrome.exe"], ("PATH", @"C:\Windows;D:\tools\"));
        Assert.That(search.Find(null), Is.EqualTo(@"D:\tools\chrome.exe"));
        Assert.That(search.Find("chrome.exe"), Is.EqualTo(@"D:\tools\chrome.exe"));
    }

    [Test]
    public void What_is_named_goes_before_the_variable_and_that_before_what_is_found()
    {
        string[] files = ["/usr/bin/google-chrome", "/usr/bin/chromium", "/opt/brave"];
        Assert.That(Unix(files, ("FLOWSIM_CONVERTER", "google-chrome")).Find(null), Is.EqualTo("/usr/bin/google-chrome"));
        Assert.That(Unix(files, ("FLOWSIM_CONVERTER", "google-chrome")).Find("/opt/brave"), Is.EqualTo("/opt/brave"));
        Assert.That(Unix(files).Find(null), Is.EqualTo("/usr/bin/chromium"));
    }

    /// <summary>A file that lies in the folder one is in is found by its bare name, as a program of the machine is.</summary>
    [TestCase("chromium", "/usr/bin", "/usr/bin/chromium")]
    [TestCase("./chromium", "/usr/bin", "./chromium")]
    [TestCase("chromium", ".:tools::/usr/bin", "/usr/bin/chromium")]
    public void A_bare_name_is_looked_for_on_the_path_alone(string named, string path, string expected)
    {
        var search = Machine(["chromium", "./chromium", "tools/chromium", "/usr/bin/chromium"], [("PATH", path), ("FLOWSIM_CONVERTER", named)], isWindows: false);
        Assert.That(search.Find(null), Is.EqualTo(expected));
        Assert.That(search.Find(named), Is.EqualTo(expected));
    }

    [TestCase("/none")]
    [TestCase(".")]
    public void A_bare_name_that_only_the_current_folder_has_is_refused(string path)
    {
        var search = Machine(["chromium", "./chromium"], [("PATH", path), ("FLOWSIM_CONVERTER", "chromium")], isWindows: false);
        Assert.That(Assert.Throws<PrinterException>(() => search.Find(null))!.Message, Does.Contain("chromium"));
    }

    [Test]
    public void What_is_named_and_not_there_is_refused()
    {
        Assert.That(Assert.Throws<PrinterException>(() => Unix(["/usr/bin/chromium"]).Find("/opt/none"))!.Message,
            Does.StartWith("--converter names '/opt/none', which is neither a file nor a program on the PATH."));
        var search = Unix(["/usr/bin/chromium"], ("FLOWSIM_CONVERTER", "none"));
        Assert.That(Assert.Throws<PrinterException>(() => search.Find(null))!.Message, Does.StartWith("FLOWSIM_CONVERTER names 'none'"));
    }

    [Test]
    public void Where_there_is_none_the_message_says_what_to_install_on_each_system() =>
        Assert.That(Assert.Throws<PrinterException>(() => Unix(["/usr/bin/rsvg-convert"]).Find(null))!.Message,
            Does.Contain("apt install chromium").And.Contain("dnf install chromium").And.Contain("Microsoft Edge").And.Contain("--converter PATH")
                .And.Contain("FLOWSIM_CONVERTER"));

    private static BrowserSearch Unix(string[] files, params (string Name, string Value)[] variables) =>
        Machine(files, [("PATH", "/usr/bin:/snap/bin/"), .. variables], isWindows: false);

    private static BrowserSearch Windows(string[] files, params (string Name, string Value)[] variables) => Machine(files, variables, isWindows: true);

    private static BrowserSearch Machine(string[] files, (string Name, string Value)[] variables, bool isWindows) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value, files.Contains, isWindows);
}
