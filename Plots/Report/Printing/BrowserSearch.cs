namespace FlowSim.Plots.Report.Printing;

/// <summary>Finds a browser that prints: by name on the PATH, then where Windows and macOS install browsers.</summary>
/// <param name="variable">Value of an environment variable, or null.</param>
/// <param name="exists">True for a file.</param>
/// <param name="isWindows">True for Windows, where programs end in .exe.</param>
internal sealed class BrowserSearch(Func<string, string?> variable, Func<string, bool> exists, bool isWindows)
{
    private const string Hint =
        $"Install a browser of the Chromium family (Debian: 'apt install chromium'; Fedora: 'dnf install chromium'; macOS and Windows: Google Chrome, or Microsoft Edge, which Windows has already). One that is elsewhere can be named with --converter PATH or in the environment variable {PagePrinter.Variable}.";

    /// <summary>Names of browsers in the order in which they are looked for.</summary>
    private static readonly string[] Browsers =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge"];

    private static readonly string[] WindowsFolders = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];

    private static readonly string[] WindowsBrowsers =
        [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    private static readonly string[] MacBrowsers =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    public static BrowserSearch OfMachine { get; } = new(Environment.GetEnvironmentVariable, File.Exists, OperatingSystem.IsWindows());

    /// <summary>Path of the browser named, else of the first there is.</summary>
    /// <exception cref="PrinterException">There is none.</exception>
    public string Find(string? named) =>
        Named(named) ?? Browsers.Select(OnPath).Concat(Installed().Where(exists)).FirstOrDefault(path => path is not null)
            ?? throw new PrinterException($"no browser that prints pages was found. {Hint}");

    private string? Named(string? named)
    {
        var (name, by) = named is not null ? (named, "--converter") : (variable(PagePrinter.Variable), PagePrinter.Variable);
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        // Of a bare name, what lies in the folder one happens to be in is not meant.
        return (!IsPath(name) ? OnPath(name) : exists(name) ? name : null)
            ?? throw new PrinterException($"{by} names '{name}', which is neither a file nor a program on the PATH. Name a browser of the Chromium family");
    }

    private string[] Installed() => isWindows
        ? [.. from browser in WindowsBrowsers
              from folder in WindowsFolders.Select(variable)
              where !string.IsNullOrEmpty(folder)
              select $@"{folder}\{browser}"]
        : MacBrowsers;

    private bool IsPath(string name) => name.Contains('/') || (isWindows && (name.Contains('\\') || name.Contains(':')));

    private string? OnPath(string name)
    {
        var (separator, between, ending) = isWindows ? (';', '\\', ".exe") : (':', '/', "");
        var file = name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name : name + ending;
        return (variable("PATH") ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries).Where(IsFixed)
            .Select(folder => $"{folder.TrimEnd(between)}{between}{file}").FirstOrDefault(exists);
    }

    /// <summary>A relative entry of the PATH, such as a dot, is the folder one happens to be in again.</summary>
    private bool IsFixed(string folder) =>
        isWindows ? folder.Length > 2 && (folder[1] == ':' || folder.StartsWith(@"\\", StringComparison.Ordinal)) : folder[0] == '/';
}
