using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using FlowSim.Plots.Report.Html;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Report.Sections;

/// <summary>
/// The numbers of all drawings of a page, which its script shows as a table under each and tells where a reader points. They are tens of thousands, and stand
/// packed at the end: a line a number, cells that are as in the line above left empty, and an empty line after each drawing.
/// </summary>
internal sealed class ChartNumbers
{
    private const int Digits = 4;
    private const char Between = '|';

    private readonly StringBuilder lines = new();

    /// <summary>Adds those of a drawing.</summary>
    /// <param name="unique">Before the ids of the drawing on the page.</param>
    /// <param name="drawing">What is drawn.</param>
    public void Add(string unique, Drawing drawing)
    {
        lines.Append(CultureInfo.InvariantCulture, $"{unique}\n");
        DrawnNumber? above = null;
        foreach (var number in drawing.Numbers)
        {
            lines.Append(Line(number, above)).Append('\n');
            above = number;
        }

        lines.Append('\n');
    }

    /// <summary>Writes them all; nothing where there are none.</summary>
    public void Write(HtmlWriter page)
    {
        if (lines.Length > 0)
        {
            page.Open("p", ("id", "numbers"), ("hidden", "")).Raw(Packed(lines.ToString())).Close();
        }
    }

    /// <summary>Deflated, as text.</summary>
    private static string Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return Base64Url.EncodeToString(packed.ToArray());
    }

    /// <summary><c>panel|series|unit|x|y|lower|upper|left|top</c>.</summary>
    private static string Line(DrawnNumber number, DrawnNumber? above) => string.Join(Between,
        number.Panel == above?.Panel ? "" : Plain(number.Panel),
        number.Series == above?.Series ? "" : Plain(number.Series),
        number.Unit == above?.Unit ? "" : Plain(number.Unit),
        Plain(number.At), Text(number.Value), Text(number.Lower), Text(number.Upper), FormattableString.Invariant($"{number.X:0}"),
        FormattableString.Invariant($"{number.Y:0}"));

    private static string Plain(string text) => VisibleText.Of(text).Replace(Between, '/').Replace('\n', ' ');

    /// <summary>Four digits, none of a whole number left out.</summary>
    private static string Text(double value) => !double.IsFinite(value) ? "" : value == 0 ? "0"
        : Math.Round(value, Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15)).ToString("0.###############", CultureInfo.InvariantCulture);
}
