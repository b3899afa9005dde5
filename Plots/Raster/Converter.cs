using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Raster;

/// <summary>
/// Turns drawings into PNG and PDF, and pages into PDF, by a program found on the machine, and checks what comes out: size, pages, and that text was
/// really drawn.
/// </summary>
public sealed class Converter
{
    /// <summary>Environment variable that names the program.</summary>
    public const string Variable = "FLOWSIM_CONVERTER";

    /// <summary>Resolution that print asks for [dots an inch].</summary>
    public const int DefaultDpi = 300;

    /// <summary>At less, letters of a chart cannot be read [dots an inch].</summary>
    public const int LowestDpi = 30;
    private const int MostPixels = 16_000;
    private const double PdfTolerance = 1;

    private readonly Renderer renderer;
    private bool drawsText;

    internal Converter(Renderer renderer) => this.renderer = renderer;

    private Converter(Renderer renderer, CancellationToken interrupt)
        : this(renderer) => renderer.Interrupt = interrupt;

    /// <summary>The program that does the work, as a path.</summary>
    public string Program => renderer.Program;

    /// <summary>The program for drawings: the one named, else the one of <see cref="Variable"/>, else the first found on the machine.</summary>
    /// <param name="named">Name or path of <c>rsvg-convert</c> or of a browser of the Chromium family; null: not named.</param>
    /// <param name="interrupt">Stops a conversion, with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ConverterException">There is none; the message says what to install.</exception>
    public static Converter Find(string? named = null, CancellationToken interrupt = default) => new(ProgramSearch.OfMachine.ForDrawings(named), interrupt);

    /// <summary>The program for pages, which has to be a browser; found like that of <see cref="Find"/>.</summary>
    /// <param name="named">Name or path of a browser of the Chromium family; null: not named.</param>
    /// <param name="interrupt">Stops a conversion, with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ConverterException">There is none; the message says what to install.</exception>
    public static Converter FindForPages(string? named = null, CancellationToken interrupt = default) =>
        new(ProgramSearch.OfMachine.ForPages(named), interrupt);

    /// <summary>Converts a drawing to a file, which appears whole or not at all.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="path">The file.</param>
    /// <param name="format">What it becomes; a PDF has one page of the drawing's size.</param>
    /// <param name="dpi">Resolution of a PNG [dots an inch].</param>
    /// <exception cref="ConverterException">The program failed, or drew no text, or in another size.</exception>
    public void Convert(Drawing drawing, string path, PictureFormat format, int dpi = DefaultDpi) => WorkFolder.Place(Convert(drawing, format, dpi), path);

    /// <summary>The bytes of the file that a drawing is converted to.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="format">What it becomes; a PDF has one page of the drawing's size.</param>
    /// <param name="dpi">Resolution of a PNG [dots an inch].</param>
    /// <exception cref="ConverterException">The program failed, or drew no text, or in another size.</exception>
    public byte[] Convert(Drawing drawing, PictureFormat format, int dpi = DefaultDpi) => Convert(Picture.Of(drawing), format, dpi);

    /// <summary>Prints an HTML page to PDF as its own style says; returns the number of pages.</summary>
    /// <param name="page">The HTML file.</param>
    /// <param name="path">The PDF file.</param>
    /// <exception cref="ConverterException">The program failed, or drew no text.</exception>
    public int Print(string page, string path)
    {
        DemandText();
        using var work = new WorkFolder();
        renderer.Print(page, work.File("page.pdf"), work);
        var bytes = Result(work.File("page.pdf"));
        var pdf = PdfFile.Read(bytes);
        if (pdf.Pages == 0 || !pdf.HasFonts)
        {
            throw Bad($"wrote a PDF of {Path.GetFileName(page)} {(pdf.Pages == 0 ? "without pages" : "without text")}");
        }

        WorkFolder.Place(bytes, path);
        return pdf.Pages;
    }

    internal byte[] Convert(Picture picture, PictureFormat format, int dpi = DefaultDpi)
    {
        var (width, height) = picture.Pixels(dpi);
        if (dpi < LowestDpi || width > MostPixels || height > MostPixels)
        {
            throw new ConverterException(
                FormattableString.Invariant(
                    $"a resolution of {dpi} dots an inch gives a picture of {width} × {height} pixels; expected {LowestDpi} or more dots an inch, and at most {MostPixels} pixels a side"));
        }

        DemandText();
        using var work = new WorkFolder();
        return format == PictureFormat.Png ? Png(picture, dpi, work) : Pdf(picture, work);
    }

    private byte[] Png(Picture picture, int dpi, WorkFolder work)
    {
        var (width, height) = picture.Pixels(dpi);
        var image = RenderPng(picture, width, height, work, out var bytes);
        if (TextCheck.FirstMissing(image, picture) is { } missing)
        {
            throw Bad($"did not draw the text \"{missing}\"");
        }

        return PngResolution.Set(bytes, dpi);
    }

    private PngImage RenderPng(Picture picture, int width, int height, WorkFolder work, out byte[] bytes)
    {
        renderer.WritePng(picture, width, height, work.File("drawing.png"), work);
        bytes = Result(work.File("drawing.png"));
        var image = PngImage.Decode(bytes) ?? throw Bad("wrote a file that is no PNG of 8 bits a channel");
        if (image.Width < width || image.Height < height || (!renderer.NeedsCropping && (image.Width, image.Height) != (width, height)))
        {
            throw Bad(FormattableString.Invariant($"wrote a picture of {image.Width} × {image.Height} pixels where {width} × {height} were asked for"));
        }

        if ((image.Width, image.Height) != (width, height))
        {
            image = image.Crop(width, height);
            bytes = image.Encode();
        }

        return image;
    }

    private byte[] Pdf(Picture picture, WorkFolder work)
    {
        renderer.WritePdf(picture, work.File("drawing.pdf"), work);
        var bytes = Result(work.File("drawing.pdf"));
        var pdf = PdfFile.Read(bytes);
        var (width, height) = picture.Points;
        if (pdf.Pages != 1 || Math.Abs(pdf.Width - width) > PdfTolerance || Math.Abs(pdf.Height - height) > PdfTolerance)
        {
            throw Bad(
                FormattableString.Invariant(
                    $"wrote a PDF with {pdf.Pages} pages of {pdf.Width:F1} × {pdf.Height:F1} points where 1 page of {width:F1} × {height:F1} was asked for"));
        }

        return pdf.HasFonts || picture.Texts.Count == 0 ? bytes : throw Bad("wrote a PDF without text");
    }

    /// <summary>Once for each program: without fonts, programs draw no text, or boxes in its place, and say nothing.</summary>
    private void DemandText()
    {
        if (drawsText)
        {
            return;
        }

        using var work = new WorkFolder();
        var image = RenderPng(TextCheck.Probe, TextCheck.ProbeWidth, TextCheck.ProbeHeight, work, out _);
        drawsText = TextCheck.CanRead(image);
        if (!drawsText)
        {
            throw Bad(
                "draws no text, because it finds no fonts. Install some (Debian and Ubuntu: 'apt install fonts-dejavu-core'; Fedora: 'dnf install dejavu-sans-fonts') and try again");
        }
    }

    private byte[] Result(string file) => File.Exists(file) ? File.ReadAllBytes(file)
        : throw Bad(
            $"ended without an error and without a file. A browser that is installed as a snap cannot see {Path.GetTempPath()}: then set TMPDIR to a folder in your home, or install rsvg-convert");

    private ConverterException Bad(string what) => new($"{Program} {what}");
}
