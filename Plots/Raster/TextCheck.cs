using System.Globalization;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Raster;

/// <summary>Tells from the pixels whether text was drawn.</summary>
internal static class TextCheck
{
    /// <summary>Width of the probe [pixels].</summary>
    public const int ProbeWidth = CellSize * 4;

    /// <summary>Height of the probe [pixels].</summary>
    public const int ProbeHeight = CellSize;

    private const int CellSize = 64;
    private const string Letters = "AM5i";
    private const double MillimetresPerPixel = 25.4 / 96;

    /// <summary>Letters of very different shapes, each in a square of its own, in the faces that drawings name.</summary>
    public static Picture Probe { get; } = new(Svg(), ProbeWidth * MillimetresPerPixel, ProbeHeight * MillimetresPerPixel, []);

    /// <summary>True when the probe shows every letter, and no two alike: without fonts some programs draw the same box for each.</summary>
    public static bool CanRead(PngImage probe)
    {
        var cells = Enumerable.Range(0, Letters.Length).Select(cell => Cell(probe, cell)).ToList();
        return cells.TrueForAll(cell => cell.AsSpan().ContainsAnyExcept(cell[0])) && cells.Select(System.Convert.ToHexString).Distinct().Count() == cells.Count;
    }

    /// <summary>The first text that left no trace on the picture: all its place has one colour; null when there is none.</summary>
    public static string? FirstMissing(PngImage image, Picture picture)
    {
        foreach (var text in picture.Texts.Where(text => !string.IsNullOrWhiteSpace(text.Text)))
        {
            var (left, right) = Range(text.Left, text.Right, image.Width / picture.Width, image.Width);
            var (top, bottom) = Range(text.Top, text.Bottom, image.Height / picture.Height, image.Height);
            if (IsPlain(image, left, right, top, bottom))
            {
                return text.Text;
            }
        }

        return null;
    }

    private static (int From, int To) Range(double from, double to, double scale, int most) =>
        (Math.Clamp((int)Math.Floor(from * scale), 0, most), Math.Clamp((int)Math.Ceiling(to * scale), 0, most));

    private static bool IsPlain(PngImage image, int left, int right, int top, int bottom)
    {
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (!image[x, y].SequenceEqual(image[left, top]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static byte[] Cell(PngImage probe, int cell)
    {
        var bytes = new List<byte>(CellSize * CellSize);
        for (var y = 0; y < ProbeHeight; y++)
        {
            for (var x = cell * CellSize; x < (cell + 1) * CellSize; x++)
            {
                bytes.Add(probe[x, y][0]);
            }
        }

        return [.. bytes];
    }

    private static string Svg()
    {
        var letters = Letters.Select((letter, cell) =>
            string.Create(CultureInfo.InvariantCulture,
                $"<text x=\"{(cell * CellSize) + (CellSize / 2)}\" y=\"46\" font-size=\"40\" text-anchor=\"middle\">{letter}</text>"));
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{ProbeWidth}\" height=\"{ProbeHeight}\" viewBox=\"0 0 {ProbeWidth} {ProbeHeight}\" font-family=\"{SvgDocument.Fonts}\"><rect width=\"{ProbeWidth}\" height=\"{ProbeHeight}\" fill=\"#FFFFFF\"/>{string.Concat(letters)}</svg>\n");
    }
}
