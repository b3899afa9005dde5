using System.Globalization;
using System.Text.RegularExpressions;

namespace FlowSim.Plots.Drawings;

/// <summary>Two colours of a house in place of the two that drawings speak with, and the pale one of bands made of the first.</summary>
public sealed partial record HouseColours
{
    /// <summary>Of text on white (WCAG 2, level AA): names of lines are written in their colour.</summary>
    public const double LeastOnWhite = 4.5;

    private const double ShareOfPale = 0.28;

    private HouseColours(string main, string second) => (Main, Second, Pale) = (main, second, PaleOf(main));

    /// <summary>Of points, lines and bars, as <c>#RRGGBB</c>.</summary>
    public string Main { get; }

    /// <summary>Of standards, targets and the second series.</summary>
    public string Second { get; }

    /// <summary>Of bands.</summary>
    public string Pale { get; }

    /// <summary>Two colours with a comma between; null, and what is wrong with them, where they cannot be read or told apart.</summary>
    public static (HouseColours? Colours, string Problem) Read(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || Array.Exists(parts, part => !Written().IsMatch(part)))
        {
            return (null, $"expected two colours such as #005EB8,#AE2573, received '{text}'");
        }

        var pale = Array.Find(parts, part => Palette.Contrast(part, Palette.White) < LeastOnWhite);
        return pale is not null
            ? (null, FormattableString.Invariant($"{pale} has a contrast of {Palette.Contrast(pale, Palette.White):0.0} : 1 on white, and {LeastOnWhite} is needed for names that are written in it; take a darker shade"))
            : string.Equals(parts[0], parts[1], StringComparison.OrdinalIgnoreCase) ? (null, $"expected two colours that differ, received {parts[0]} twice")
                : (new HouseColours(parts[0].ToUpperInvariant(), parts[1].ToUpperInvariant()), "");
    }

    /// <summary>What stands for a colour of the program.</summary>
    internal string Of(string colour) => colour switch
    {
        Palette.Blue => Main,
        Palette.PaleBlue => Pale,
        Palette.Vermilion => Second,
        _ => colour,
    };

    private static string PaleOf(string colour)
    {
        int Mixed(int at) =>
            (int)Math.Round((ShareOfPale * int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)) + ((1 - ShareOfPale) * 255));
        return string.Create(CultureInfo.InvariantCulture, $"#{Mixed(1):X2}{Mixed(3):X2}{Mixed(5):X2}");
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex Written();
}

/// <summary>A canvas on which a drawing comes out in the colours of a house.</summary>
internal sealed class HouseCanvas(ICanvas canvas, HouseColours colours) : ICanvas
{
    public void Text(TextElement text) => canvas.Text(text with { Style = text.Style with { Colour = colours.Of(text.Style.Colour) } });

    public void Line(LineElement line) => canvas.Line(line with { Stroke = Of(line.Stroke)! });

    public void Rectangle(RectangleElement rectangle) =>
        canvas.Rectangle(rectangle with { Fill = rectangle.Fill with { Colour = colours.Of(rectangle.Fill.Colour) }, Outline = Of(rectangle.Outline) });

    public void Circle(CircleElement circle) => canvas.Circle(circle with { Fill = colours.Of(circle.Fill), Outline = Of(circle.Outline)! });

    public void Path(PathElement path) => canvas.Path(path with { Fill = colours.Of(path.Fill), Outline = Of(path.Outline) });

    private Stroke? Of(Stroke? stroke) => stroke is null ? null : stroke with { Colour = colours.Of(stroke.Colour) };
}
