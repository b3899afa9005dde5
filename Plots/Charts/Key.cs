using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Charts;

/// <summary>A key over the whole width, in as many lines as it needs.</summary>
internal sealed class Key
{
    public const double SwatchWidth = 14;

    private const double TextGap = 4;
    private const double EntryGap = 12;
    private const double LineHeight = 12;
    private static readonly TextStyle Style = new(7.5);

    private readonly Sheet sheet;
    private readonly List<(string Text, Action<Drawing, double, double> Swatch)> entries = [];

    public Key(Sheet sheet) => this.sheet = sheet;

    /// <summary>Adds an entry; its swatch is drawn at (left, middle).</summary>
    public void Add(string text, Action<Drawing, double, double> swatch) => entries.Add((text, swatch));

    /// <summary>Adds a filled box.</summary>
    public void Add(string text, Shade shade) => Add(text, (drawing, x, y) => drawing.Rectangle(x, y - 4, SwatchWidth, 8, shade, outline: Palette.DarkGrey));

    public void Draw()
    {
        var x = sheet.Left;
        var top = sheet.Take(LineHeight);
        foreach (var (whole, swatch) in entries)
        {
            var text = TextMeasure.Cut(whole, Style.Size, sheet.Width - SwatchWidth - TextGap);
            var width = SwatchWidth + TextGap + TextMeasure.Width(text, Style.Size);
            if (x > sheet.Left && x + width > sheet.Right)
            {
                (x, top) = (sheet.Left, sheet.Take(LineHeight));
            }

            var middle = top + (LineHeight / 2);
            swatch(sheet.Drawing, x, middle);
            sheet.Drawing.Text(x + SwatchWidth + TextGap, middle + (Style.Size * 0.35), text, Style, Anchor.Start, whole);
            x += width + EntryGap;
        }

        sheet.Take(2);
    }
}
