using System.Text;

namespace FlowSim.Plots.Raster;

/// <summary>A browser of the Chromium family without a window. It gets an empty profile that is removed, and no network.</summary>
internal sealed class Browser(string program) : Renderer(program)
{
    private const string Drawing = "drawing.svg";
    private const string Page = "drawing.html";

    // What the browser shows is lower than the window it is asked for, by the bars that a window would have; and no window is narrower than this.
    private const int Bars = 300;
    private const int NarrowestWindow = 600;

    // Where a page runs scripts they get this long, in the browser's own time, before it is printed [ms].
    private const int ScriptTime = 10_000;

    private static readonly string[] Quiet =
    [
        "--headless", "--disable-gpu", "--hide-scrollbars", "--mute-audio", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
        "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-dev-shm-usage", "--force-color-profile=srgb",
        "--host-resolver-rules=MAP * ~NOTFOUND",
    ];

    public override bool NeedsCropping => true;

    public override void WritePng(Picture picture, int width, int height, string path, WorkFolder work)
    {
        WritePage(picture, FormattableString.Invariant($"width:{width}px;height:{height}px"), "", work);
        Run(work, "--force-device-scale-factor=1", FormattableString.Invariant($"--window-size={Math.Max(width, NarrowestWindow)},{height + Bars}"),
            $"--screenshot={path}", Address(work.File(Page)));
    }

    public override void WritePdf(Picture picture, string path, WorkFolder work)
    {
        var size = FormattableString.Invariant($"{picture.Width:0.###}mm {picture.Height:0.###}mm");

        // A drawing exactly as high as its page can spill onto a second one by rounding.
        var box = FormattableString.Invariant($"width:{picture.Width:0.###}mm;height:{picture.Height - 0.05:0.###}mm");
        WritePage(picture, box, $"@page{{size:{size};margin:0}}", work);
        Print(work.File(Page), path, work);
    }

    // The two switches against headers and footers are those of newer and of older versions.
    public override void Print(string page, string path, WorkFolder work) =>
        Run(work, FormattableString.Invariant($"--virtual-time-budget={ScriptTime}"), "--no-pdf-header-footer", "--print-to-pdf-no-header",
            $"--print-to-pdf={path}", Address(page));

    // As an image a drawing can neither run scripts nor ask for anything.
    private static void WritePage(Picture picture, string box, string style, WorkFolder work)
    {
        File.WriteAllText(work.File(Drawing), picture.Svg);
        File.WriteAllText(work.File(Page),
            $"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>drawing</title><style>{style}html,body{{margin:0;background:#fff}}img{{display:block;{box}}}</style></head><body><img src=\"{Drawing}\" alt=\"\"></body></html>\n", Encoding.UTF8);
    }

    private void Run(WorkFolder work, params string[] arguments)
    {
        // The system's administrator is refused a sandbox, and a container often has nobody else.
        string[] sandbox = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--no-sandbox"] : [];
        Run([.. Quiet, .. sandbox, $"--user-data-dir={work.File("profile")}", .. arguments]);
    }

    private static string Address(string path) => new Uri(Path.GetFullPath(path)).AbsoluteUri;
}
