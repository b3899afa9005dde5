using FlowSim.Plots.Drawings;

namespace FlowSim.Tests.Plots.Drawings;

/// <summary>Tells from the pixels whether text was drawn.</summary>
internal static class TextCheck
{
    /// <summary>The first text that left no trace on the picture: all its place has one colour; null when there is none.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="texts">Where texts should stand [pt].</param>
    /// <param name="width">Of the drawing [pt].</param>
    public static string? FirstMissing(PngImage image, IEnumerable<TextBox> texts, double width)
    {
        var scale = image.Width / width;
        foreach (var text in texts.Where(text => !string.IsNullOrWhiteSpace(text.Text)))
        {
            var (left, right) = Range(text.Left * scale, text.Right * scale, image.Width);
            var (top, bottom) = Range(text.Top * scale, text.Bottom * scale, image.Height);
            if (IsPlain(image, left, right, top, bottom))
            {
                return text.Text;
            }
        }

        return null;
    }

    private static (int From, int To) Range(double from, double to, int most) =>
        (Math.Clamp((int)Math.Floor(from), 0, most), Math.Clamp((int)Math.Ceiling(to), 0, most));

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
}
