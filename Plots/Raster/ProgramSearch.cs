namespace FlowSim.Plots.Raster;

/// <summary>Finds a program that converts: by name on the PATH, then where Windows and macOS install browsers.</summary>
/// <param name="variable">Value of an environment variable, or null.</param>
/// <param name="exists">True for a file.</param>
/// <param name="isWindows">True for Windows, where programs end in .exe.</param>
internal sealed class ProgramSearch(Func<string, string?> variable, Func<string, bool> exists, bool isWindows)
{
    private const string Rsvg = "rsvg-convert";

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

    public static ProgramSearch OfMachine { get; } = new(Environment.GetEnvironmentVariable, File.Exists, OperatingSystem.IsWindows());

    /// <exception cref="ConverterException">There is none.</exception>
    public Renderer ForDrawings(string? named) =>
        Named(named) ?? (Renderer?)FirstRsvg() ?? FirstBrowser()
            ?? throw new ConverterException($"no program that makes PNG or PDF was found. {InstallHint.Drawings}");

    /// <exception cref="ConverterException">There is none.</exception>
    public Renderer ForPages(string? named) => Named(named) switch
    {
        RsvgConvert rsvg => throw new ConverterException($"{rsvg.Program} converts drawings, not pages. {InstallHint.Browser}"),
        { } browser => browser,
        null => FirstBrowser() ?? throw new ConverterException($"no browser that prints pages was found. {InstallHint.Browser}"),
    };

    private Renderer? Named(string? named)
    {
        var (name, by) = named is not null ? (named, "--converter") : (variable(Converter.Variable), Converter.Variable);
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        // Of a bare name, what lies in the folder one happens to be in is not meant.
        var program = !IsPath(name) ? OnPath(name) : exists(name) ? name : null;
        return program is null
            ? throw new ConverterException(
                $"{by} names '{name}', which is neither a file nor a program on the PATH. Name rsvg-convert or a browser of the Chromium family")
            : Path.GetFileName(program).Contains("rsvg", StringComparison.OrdinalIgnoreCase) ? new RsvgConvert(program)
            : new Browser(program);
    }

    private RsvgConvert? FirstRsvg() => OnPath(Rsvg) is { } program ? new RsvgConvert(program) : null;

    private Browser? FirstBrowser() =>
        Browsers.Select(OnPath).Concat(Installed().Where(exists)).OfType<string>().Select(path => new Browser(path)).FirstOrDefault();

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
