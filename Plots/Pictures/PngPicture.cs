using FlowSim.Plots.Svg;
using SkiaSharp;

namespace FlowSim.Plots.Pictures;

/// <summary>Drawings as PNG. The same drawing gives the same bytes each time: nothing of the machine takes part, its fonts no more than its programs.</summary>
public static class PngPicture
{
    /// <summary>Resolution that print asks for [dots an inch].</summary>
    public const int DefaultDpi = 300;

    /// <summary>At less, letters of a chart cannot be read [dots an inch].</summary>
    public const int LowestDpi = 30;

    /// <summary>More is finer than any printer, and a page of it does not fit the memory of a picture [dots an inch].</summary>
    public const int HighestDpi = 1200;

    private const double PointsPerInch = 72;

    /// <summary>The bytes of a PNG that is printed in the size of the drawing.</summary>
    /// <param name="drawing">What it shows.</param>
    /// <param name="dpi">Resolution, from <see cref="LowestDpi"/> to <see cref="HighestDpi"/> [dots an inch].</param>
    /// <exception cref="MissingLetterException">The font has no glyph for a letter of it.</exception>
    public static byte[] Of(Drawing drawing, int dpi = DefaultDpi)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dpi, LowestDpi);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dpi, HighestDpi);
        var scale = dpi / PointsPerInch;
        using var bitmap = new SKBitmap(Pixels(drawing.Width * scale), Pixels(drawing.Height * scale), SKImageInfo.PlatformColorType, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale((float)scale);
            drawing.DrawOn(new SkiaCanvas(canvas));
        }

        return PngFile.Write(bitmap.Width, bitmap.Height, dpi, Rows(bitmap));
    }

    private static int Pixels(double length) => Math.Max(1, (int)Math.Round(length));

    /// <summary>Red, green and blue of each row.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Rows(SKBitmap bitmap)
    {
        var (red, blue) = bitmap.ColorType == SKColorType.Bgra8888 ? (2, 0) : (0, 2);
        var row = new byte[3 * bitmap.Width];
        for (var y = 0; y < bitmap.Height; y++)
        {
            Copy(bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, 4 * bitmap.Width), row, red, blue);
            yield return row;
        }
    }

    private static void Copy(ReadOnlySpan<byte> pixels, byte[] row, int red, int blue)
    {
        for (var (from, to) = (0, 0); to < row.Length; (from, to) = (from + 4, to + 3))
        {
            row[to] = pixels[from + red];
            row[to + 1] = pixels[from + 1];
            row[to + 2] = pixels[from + blue];
        }
    }
}
