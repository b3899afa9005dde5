using System.Globalization;
using System.Text;
using FlowSim.Plots.Drawings;

namespace FlowSim.Plots.Report;

/// <summary>What the drawings of a page have in common: how things look, and a place for their numbers.</summary>
internal sealed class PageDrawings
{
    public SharedLooks Looks { get; } = new();

    public ChartNumbers Numbers { get; } = new();

    /// <summary>Those for a telephone that the page has packed.</summary>
    public NarrowDrawings Narrow { get; } = new();

    /// <summary>Writes what the script unpacks.</summary>
    public void Write(HtmlWriter page)
    {
        Numbers.Write(page, "numbers");
        Narrow.Write(page);
    }
}

/// <summary>
/// A drawing within a page: its texts are as visible as those of the page, its ids are unique on the page, for two drawings may have much the same name, and
/// it shares with the others how things look.
/// </summary>
internal static class InlineSvg
{
    /// <summary>True where letters stand on colours: the ink was chosen for these, and would be wrong where a dark page turns them around.</summary>
    public static bool HasTextOnColour(Drawing drawing) => drawing.Texts.Any(text => text.Style.On != Palette.White);

    public static string Of(Drawing drawing, string unique, SharedLooks looks) => VisibleText.Of(SvgDocument.OnPage(drawing, unique, looks));
}

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
    /// <param name="page">Where they go.</param>
    /// <param name="id">By which the script finds them.</param>
    public void Write(HtmlWriter page, string id) => PackedText.Write(page, id, lines.ToString());

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
