using System.Text;

namespace FlowSim.Plots.Report.Printing;

/// <summary>
/// Prints pages to PDF by a browser of the Chromium family that is found on the machine, and checks what comes out. The browser has no window, gets an empty
/// profile that is removed, and no network.
/// </summary>
public sealed class PagePrinter
{
    /// <summary>Environment variable that names the browser.</summary>
    public const string Variable = "FLOWSIM_CONVERTER";

    // Scripts of the page get this long, in the browser's own time, before it is printed [ms].
    private const int ScriptTime = 10_000;

    // The two switches against headers and footers are those of newer and of older versions.
    private static readonly string[] Switches =
    [
        "--headless", "--disable-gpu", "--hide-scrollbars", "--mute-audio", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
        "--disable-sync", "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-dev-shm-usage",
        "--force-color-profile=srgb", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", "--print-to-pdf-no-header",
        FormattableString.Invariant($"--virtual-time-budget={ScriptTime}"),
    ];

    private readonly CancellationToken interrupt;

    private PagePrinter(string browser, CancellationToken interrupt)
    {
        Browser = browser;
        this.interrupt = interrupt;
    }

    /// <summary>Path of the browser.</summary>
    public string Browser { get; }

    /// <summary>Finds a browser: the one named, else the one of <see cref="Variable"/>, else the first found on the machine.</summary>
    /// <param name="named">Name or path of a browser of the Chromium family; null: not named.</param>
    /// <param name="interrupt">Stops the printing, with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="PrinterException">There is none; the message says what to install.</exception>
    public static PagePrinter Find(string? named = null, CancellationToken interrupt = default) => new(BrowserSearch.OfMachine.Find(named), interrupt);

    /// <summary>Prints a page as its own style says; returns the bytes of a PDF.</summary>
    /// <param name="page">An HTML document that needs no other file.</param>
    /// <exception cref="PrinterException">The browser failed, or drew no text.</exception>
    public byte[] Print(string page)
    {
        using var work = new WorkFolder();
        var (html, file) = (work.File("page.html"), work.File("page.pdf"));
        File.WriteAllText(html, page, Encoding.UTF8);

        // The system's administrator is refused a sandbox, and a container often has nobody else.
        string[] sandbox = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--no-sandbox"] : [];
        string[] files = [$"--user-data-dir={work.File("profile")}", $"--print-to-pdf={file}", new Uri(html).AbsoluteUri];
        ChildProgram.Run(Browser, [.. Switches, .. sandbox, .. files], ChildProgram.Patience, interrupt);
        return File.Exists(file) ? Checked(File.ReadAllBytes(file))
            : throw new PrinterException(
                $"{Browser} ended without an error and without a file. A browser that is installed as a snap cannot see {Path.GetTempPath()}: then set TMPDIR to a folder in your home");
    }

    /// <summary>Without fonts, a browser leaves text out and says nothing.</summary>
    private byte[] Checked(byte[] bytes)
    {
        var pdf = PdfFile.Read(bytes);
        return pdf is { Pages: > 0, HasFonts: true } ? bytes
            : throw new PrinterException(pdf.Pages == 0 ? $"{Browser} wrote a PDF without pages"
                : $"{Browser} draws no text, because it finds no fonts. Install some (Debian and Ubuntu: 'apt install fonts-dejavu-core'; Fedora: 'dnf install dejavu-sans-fonts') and try again");
    }
}

/// <summary>No browser prints pages on this machine, or the one there is does not do it right; the message says what to do.</summary>
public sealed class PrinterException : Exception
{
    public PrinterException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
