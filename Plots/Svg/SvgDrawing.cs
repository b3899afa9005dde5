using System.Globalization;
using System.Security;
using System.Text;

namespace FlowSim.Plots.Svg;

/// <summary>Which side of a text stands at its position.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A text box on a drawing, as wide as the text can be.</summary>
internal readonly record struct TextBox(string Text, double Left, double Top, double Right, double Bottom)
{
    public bool Overlaps(TextBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

/// <summary>An SVG drawing sized for print: four units a millimetre, title and description for those who cannot see it.</summary>
internal sealed class SvgDrawing
{
    public const double UnitsPerMillimetre = 4;

    private const string Fonts = "Arial, Helvetica, 'DejaVu Sans', sans-serif";

    private readonly StringBuilder body = new();
    private readonly List<TextBox> texts = [];
    private readonly string title;
    private readonly string description;

    public SvgDrawing(double width, double height, string title, string description)
    {
        Width = width;
        Height = height;
        this.title = title;
        this.description = description;
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>Where texts stand, so that tests can see that none is cut off or written over.</summary>
    public IReadOnlyList<TextBox> Texts => texts;

    public void Text(double x, double y, string text, double size, Anchor anchor = Anchor.Start, string colour = Palette.Black, bool bold = false)
    {
        var width = TextMeasure.Width(text, size, bold);
        var left = x - (anchor == Anchor.Start ? 0 : anchor == Anchor.Middle ? width / 2 : width);
        texts.Add(new TextBox(text, left, y - (size * TextMeasure.Ascent), left + width, y + (size * TextMeasure.Descent)));
        var weight = bold ? " font-weight=\"bold\"" : "";
        var side = anchor == Anchor.Start ? "" : $" text-anchor=\"{(anchor == Anchor.Middle ? "middle" : "end")}\"";
        Line($"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" fill=\"{colour}\"{side}{weight}>{Escape(text)}</text>");
    }

    public void Rule(double x1, double y1, double x2, double y2, string colour, double width) =>
        Line($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke=\"{colour}\" stroke-width=\"{N(width)}\"/>");

    public void Rectangle(double x, double y, double width, double height, string fill) =>
        Line($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{fill}\"/>");

    /// <summary>A line through points; it is broken where a value is NaN.</summary>
    public void Curve(IEnumerable<(double X, double Y)> points, string colour, double width, string dashes = "")
    {
        var path = new StringBuilder();
        var pen = 'M';
        foreach (var (x, y) in points)
        {
            if (double.IsNaN(y))
            {
                pen = 'M';
                continue;
            }

            path.Append(pen).Append(N(x)).Append(' ').Append(N(y));
            pen = 'L';
        }

        if (path.Length > 0)
        {
            var dash = dashes.Length == 0 ? "" : $" stroke-dasharray=\"{dashes}\"";
            Line($"<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{N(width)}\" stroke-linejoin=\"round\"{dash}/>");
        }
    }

    /// <summary>The area between two curves; it is broken where a value is NaN.</summary>
    public void Band(IReadOnlyList<(double X, double Low, double High)> points, string fill)
    {
        var path = new StringBuilder();
        for (var from = 0; from < points.Count; from++)
        {
            var to = from;
            while (to < points.Count && !double.IsNaN(points[to].Low) && !double.IsNaN(points[to].High))
            {
                to++;
            }

            if (to > from)
            {
                AppendArea(path, points, from, to);
                from = to;
            }
        }

        if (path.Length > 0)
        {
            Line($"<path d=\"{path}\" fill=\"{fill}\" stroke=\"none\"/>");
        }
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{N(Width / UnitsPerMillimetre)}mm" height="{N(Height / UnitsPerMillimetre)}mm" viewBox="0 0 {N(Width)} {N(Height)}" role="img" aria-labelledby="title description" font-family="{Fonts}">
            <title id="title">{Escape(title)}</title>
            <desc id="description">{Escape(description)}</desc>
            <rect width="{N(Width)}" height="{N(Height)}" fill="{Palette.White}"/>

            """).Replace("\r\n", "\n") + body + "</svg>\n";

    private static void AppendArea(StringBuilder path, IReadOnlyList<(double X, double Low, double High)> points, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            path.Append(i == from ? 'M' : 'L').Append(N(points[i].X)).Append(' ').Append(N(points[i].High));
        }

        for (var i = to - 1; i >= from; i--)
        {
            path.Append('L').Append(N(points[i].X)).Append(' ').Append(N(points[i].Low));
        }

        path.Append('Z');
    }

    private void Line(string element) => body.Append(element).Append('\n');

    private static string N(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    // Control characters are not allowed in XML at all.
    private static string Escape(string text) => SecurityElement.Escape(new string([.. text.Where(character => !char.IsControl(character))])) ?? "";
}
