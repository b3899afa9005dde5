using System.Text.Json;
using Deque.AxeCore.Commons;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace FlowSim.Tests.Browser;

/// <summary>One browser for the tests of a fixture, with a profile and a folder for downloads of its own.</summary>
internal sealed class BrowserSession : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("flowsim-browser-");
    private readonly ChromeDriver driver;

    public BrowserSession(InstalledBrowser installed)
    {
        Downloads = folder.CreateSubdirectory("downloads").FullName;
        var options = new ChromeOptions { BinaryLocation = installed.Program };
        options.AddArguments(
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--window-size=1280,1000", "--user-data-dir=" + folder.CreateSubdirectory("profile").FullName);
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        options.SetLoggingPreference(LogType.Performance, LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(installed.Driver), Path.GetFileName(installed.Driver));
        service.SuppressInitialDiagnosticInformation = true;
        driver = new ChromeDriver(service, options, Patience);
        Command("Browser.setDownloadBehavior", ("behavior", "allow"), ("downloadPath", Downloads));
        ForgetFirstPage();
    }

    public string Downloads { get; }

    /// <summary>Writes a page to a file and opens it, as a reader would.</summary>
    public void Open(string html)
    {
        var file = Path.Combine(folder.FullName, "report.html");
        File.WriteAllText(file, html);
        driver.Navigate().GoToUrl(new Uri(file).AbsoluteUri);
    }

    /// <summary>Opens an address.</summary>
    public void Go(string address) => driver.Navigate().GoToUrl(address);

    /// <summary>Loads the page anew.</summary>
    public void Reload() => driver.Navigate().Refresh();

    /// <summary>The address of the page.</summary>
    public string Address => driver.Url;

    /// <summary>Waits until something holds.</summary>
    /// <param name="holds">Elements that it looks at may be replaced meanwhile.</param>
    /// <param name="what">What it is, for the message.</param>
    public void Until(Func<bool> holds, string what)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            try
            {
                if (holds())
                {
                    return;
                }
            }
            catch (Exception failure) when (failure is StaleElementReferenceException or NoSuchElementException)
            {
                // It is being replaced.
            }

            Thread.Sleep(Pause);
        }

        throw new TimeoutException($"{what} did not come about; the page says: {One("body").Text}");
    }

    /// <summary>A picture of what is seen, as a PNG file.</summary>
    public byte[] Picture() => Convert.FromBase64String(Command("Page.captureScreenshot", ("format", "png"), ("captureBeyondViewport", true)).GetProperty("data").GetString()!);

    public IReadOnlyList<IWebElement> All(string selector) => driver.FindElements(By.CssSelector(selector));

    public IWebElement One(string selector) => driver.FindElement(By.CssSelector(selector));

    /// <summary>Texts of the elements that are seen.</summary>
    public IReadOnlyList<string> Seen(string selector) => [.. All(selector).Where(element => element.Displayed).Select(element => element.Text.Trim())];

    public void Choose(string select, string option) => One($"{select} option[value='{option}']").Click();

    public T Evaluate<T>(string script) => (T)driver.ExecuteScript("return " + script)!;

    /// <summary>What a script hands to the callback that is its last argument.</summary>
    public T Await<T>(string script)
    {
        driver.Manage().Timeouts().AsynchronousJavaScript = Patience;
        return (T)driver.ExecuteAsyncScript(script)!;
    }

    /// <summary>What axe finds against the page as it is, with every box of details opened; empty where it finds nothing.</summary>
    public string AxeViolations()
    {
        Evaluate<object?>("document.querySelectorAll('details').forEach(box => { box.open = true; })");
        Await<bool>(new BundledAxeScriptProvider().GetScript() + "; arguments[arguments.length - 1](true);");
        return Await<string>("""
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
              result => done(result.violations.map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')).join('\n')),
              problem => done(String(problem)));
            """);
    }

    /// <summary>Waits until the script has set <c>data-NAME="shown"</c> at the body.</summary>
    public void WaitFor(string name) => Await<bool>($$"""
        const done = arguments[arguments.length - 1];
        const look = () => document.body.dataset.{{name}} === 'shown' ? done(true) : setTimeout(look, 20);
        look();
        """);

    /// <summary>The screen of a telephone, or any other width; null: as the window is.</summary>
    /// <param name="width">[px].</param>
    public void Screen(int? width)
    {
        if (width is { } pixels)
        {
            Command("Emulation.setDeviceMetricsOverride", ("width", pixels), ("height", 800), ("deviceScaleFactor", 2), ("mobile", true));
        }
        else
        {
            Command("Emulation.clearDeviceMetricsOverride");
        }
    }

    /// <summary>What the reader prefers: <c>light</c> or <c>dark</c>; null: nothing.</summary>
    public void Scheme(string? scheme) => Command("Emulation.setEmulatedMedia", ("media", ""), ("features", scheme is null ? Array.Empty<object>()
        : new object[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = scheme } }));

    /// <summary>True when a dialog such as <c>alert</c> is open.</summary>
    public bool HasDialog()
    {
        try
        {
            driver.SwitchTo().Alert().Dismiss();
            return true;
        }
        catch (NoAlertPresentException)
        {
            return false;
        }
    }

    /// <summary>A command of the DevTools protocol.</summary>
    public JsonElement Command(string name, params (string Key, object Value)[] parameters)
    {
        var answer = driver.ExecuteCdpCommand(name, parameters.ToDictionary(pair => pair.Key, pair => (object?)pair.Value));
        return JsonSerializer.SerializeToElement(answer);
    }

    /// <summary>What the console has said since the last time.</summary>
    public IReadOnlyList<string> Console() => [.. driver.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message)];

    /// <summary>Addresses that pages have asked for since the last time.</summary>
    public IReadOnlyList<string> Requests() =>
        [
            .. driver.Manage().Logs.GetLog(LogType.Performance).Select(entry => JsonDocument.Parse(entry.Message).RootElement.GetProperty("message"))
                .Where(message => message.GetProperty("method").GetString() == "Network.requestWillBeSent")
                .Select(message => message.GetProperty("params").GetProperty("request").GetProperty("url").GetString()!),
        ];

    /// <summary>A file that the browser saves, once it is whole.</summary>
    public byte[] Downloaded(string name)
    {
        var path = Path.Combine(Downloads, name);
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if (File.Exists(path) && !Directory.EnumerateFiles(Downloads, "*.crdownload").Any())
            {
                return File.ReadAllBytes(path);
            }

            Thread.Sleep(Pause);
        }

        throw new TimeoutException($"{name} was not saved; there are: {string.Join(", ", Directory.EnumerateFiles(Downloads).Select(Path.GetFileName))}");
    }

    /// <summary>A browser begins with a page of its own.</summary>
    private void ForgetFirstPage()
    {
        driver.Navigate().GoToUrl("about:blank");
        Requests();
        Console();
    }

    public void Dispose()
    {
        driver.Quit();
        driver.Dispose();
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // The browser may still hold a file of its profile; the folder is a temporary one.
        }
    }
}
