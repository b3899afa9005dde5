using FlowSim.Plots.Raster;

namespace FlowSim.Tests.Plots.Raster;

/// <summary>Which program is taken, on made-up machines.</summary>
public sealed class ProgramSearchTests
{
    [TestCase("/usr/bin/rsvg-convert /usr/bin/chromium", "/usr/bin/rsvg-convert")]
    [TestCase("/usr/bin/microsoft-edge /snap/bin/chromium /usr/bin/google-chrome", "/snap/bin/chromium")]
    [TestCase("/usr/bin/microsoft-edge /usr/bin/google-chrome", "/usr/bin/google-chrome")]
    [TestCase("/usr/bin/microsoft-edge", "/usr/bin/microsoft-edge")]
    [TestCase("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")]
    public void The_first_of_the_order_is_taken(string installed, string expected)
    {
        string[] files = installed.StartsWith("/Applications", StringComparison.Ordinal) ? [installed] : installed.Split(' ');
        Assert.That(Unix(files).ForDrawings(null).Program, Is.EqualTo(expected));
    }

    [Test]
    public void Pages_are_for_browsers() =>
        Assert.That(Unix(["/usr/bin/rsvg-convert", "/usr/bin/chromium"]).ForPages(null).Program, Is.EqualTo("/usr/bin/chromium"));

    [Test]
    public void The_browser_that_Windows_has_is_found_where_it_is_installed()
    {
        const string Edge = @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe";
        var search = Windows([Edge], ("ProgramFiles(x86)", @"C:\Program Files (x86)"), ("ProgramFiles", @"C:\Program Files"));
        Assert.That(search.ForDrawings(null).Program, Is.EqualTo(Edge));
        Assert.That(search.ForPages(null), Is.InstanceOf<FlowSim.Plots.Raster.Browser>());
    }

    [Test]
    public void Programs_on_the_path_of_Windows_end_in_exe()
    {
        var search = Windows([@"D:\tools\rsvg-convert.exe"], ("PATH", @"C:\Windows;D:\tools\"));
        Assert.That(search.ForDrawings(null).Program, Is.EqualTo(@"D:\tools\rsvg-convert.exe"));
        Assert.That(search.ForDrawings("rsvg-convert.exe").Program, Is.EqualTo(@"D:\tools\rsvg-convert.exe"));
    }

    [Test]
    public void What_is_named_goes_before_the_variable_and_that_before_what_is_found()
    {
        var search = Unix(["/usr/bin/rsvg-convert", "/usr/bin/chromium", "/opt/brave"], ("FLOWSIM_CONVERTER", "chromium"));
        Assert.That(search.ForDrawings(null).Program, Is.EqualTo("/usr/bin/chromium"));
        Assert.That(search.ForDrawings("/opt/brave").Program, Is.EqualTo("/opt/brave"));
        Assert.That(search.ForDrawings("/opt/brave"), Is.InstanceOf<FlowSim.Plots.Raster.Browser>());
        Assert.That(search.ForDrawings("rsvg-convert"), Is.InstanceOf<RsvgConvert>());
    }

    /// <summary>A file that lies in the folder one is in is found by its bare name, as a program of the machine is.</summary>
    [TestCase("rsvg-convert", "/usr/bin", "/usr/bin/rsvg-convert")]
    [TestCase("./rsvg-convert", "/usr/bin", "./rsvg-convert")]
    [TestCase("rsvg-convert", ".:tools::/usr/bin", "/usr/bin/rsvg-convert")]
    public void A_bare_name_is_looked_for_on_the_path_alone(string named, string path, string expected)
    {
        var search = Machine(["rsvg-convert", "./rsvg-convert", "tools/rsvg-convert", "/usr/bin/rsvg-convert"], [("PATH", path), ("FLOWSIM_CONVERTER", named)],
            isWindows: false);
        Assert.That(search.ForDrawings(null).Program, Is.EqualTo(expected));
        Assert.That(search.ForDrawings(named).Program, Is.EqualTo(expected));
    }

    [TestCase("/none")]
    [TestCase(".")]
    public void A_bare_name_that_only_the_current_folder_has_is_refused(string path)
    {
        var search = Machine(["rsvg-convert", "./rsvg-convert"], [("PATH", path), ("FLOWSIM_CONVERTER", "rsvg-convert")], isWindows: false);
        Assert.That(Assert.Throws<ConverterException>(() => search.ForDrawings(null))!.Message, Does.Contain("rsvg-convert"));
    }

    [Test]
    public void What_is_named_and_not_there_is_refused()
    {
        var search = Unix(["/usr/bin/rsvg-convert"]);
        Assert.That(Assert.Throws<ConverterException>(() => search.ForDrawings("/opt/none"))!.Message,
            Does.StartWith("--converter names '/opt/none', which is neither a file nor a program on the PATH."));
        search = Unix(["/usr/bin/rsvg-convert"], ("FLOWSIM_CONVERTER", "none"));
        Assert.That(Assert.Throws<ConverterException>(() => search.ForPages(null))!.Message, Does.StartWith("FLOWSIM_CONVERTER names 'none'"));
    }

    [Test]
    public void Where_there_is_none_the_message_says_what_to_install_on_each_system()
    {
        var drawings = Assert.Throws<ConverterException>(() => Unix([]).ForDrawings(null))!.Message;
        Assert.That(drawings,
            Does.Contain("apt install librsvg2-bin").And.Contain("dnf install librsvg2-tools").And.Contain("brew install librsvg").And.Contain(
                "Microsoft Edge").And.Contain("--converter PATH").And.Contain("FLOWSIM_CONVERTER"));
        var pages = Assert.Throws<ConverterException>(() => Unix(["/usr/bin/rsvg-convert"]).ForPages(null))!.Message;
        Assert.That(pages, Does.Contain("apt install chromium").And.Not.Contain("librsvg"));
    }

    private static ProgramSearch Unix(string[] files, params (string Name, string Value)[] variables) =>
        Machine(files, [("PATH", "/usr/bin:/snap/bin/"), .. variables], isWindows: false);

    private static ProgramSearch Windows(string[] files, params (string Name, string Value)[] variables) => Machine(files, variables, isWindows: true);

    private static ProgramSearch Machine(string[] files, (string Name, string Value)[] variables, bool isWindows) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value, files.Contains, isWindows);
}
