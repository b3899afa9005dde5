using SkiaSharp;

namespace FlowSim.Plots.Drawings;

/// <summary>Drawings as PDF: one page of the drawing's size, text as text. The same drawing gives the same bytes each time.</summary>
public static class PdfPicture
{
    // The size of the page is rounded to them; nothing on it has pixels.
    private const float StepsInInch = 7200;

    /// <summary>The bytes of a PDF with title and description, and without a date, which would differ each time.</summary>
    /// <param name="drawing">What it shows.</param>
    /// <exception cref="MissingLetterException">The font has no glyph for a letter of it.</exception>
    public static byte[] Of(Drawing drawing)
    {
        using var fonts = new PdfFonts(drawing);
        using var file = new MemoryStream();
        var metadata = new SKDocumentPdfMetadata
        {
            Title = XmlText.Allowed(drawing.Title),
            Subject = XmlText.Allowed(drawing.Description),
            Creator = "FlowSim",
            Producer = "Skia",
            RasterDpi = StepsInInch,
        };
        using (var document = SKDocument.CreatePdf(file, metadata))
        {
            var canvas = document.BeginPage((float)drawing.Width, (float)drawing.Height);
            drawing.DrawOn(new SkiaCanvas(canvas, fonts));
            document.EndPage();
            document.Close();
        }

        return file.ToArray();
    }
}

/// <summary>The two weights of the font with the letters that one drawing needs.</summary>
internal sealed class PdfFonts : IDisposable
{
    private readonly Dictionary<bool, SKTypeface> typefaces;

    public PdfFonts(Drawing drawing) => typefaces = drawing.Texts.GroupBy(text => text.Style.Bold).ToDictionary(texts => texts.Key, Part);

    public SKFont Of(TextStyle style) => Face.Font(typefaces[style.Bold], style.Size);

    public void Dispose()
    {
        foreach (var typeface in typefaces.Values)
        {
            typeface.Dispose();
        }
    }

    private static SKTypeface Part(IEnumerable<TextBox> texts) =>
        Face.Of(texts.First().Style).Part(texts.SelectMany(text => PictureText.Of(text.Text, text.Style).EnumerateRunes()));
}
