using System.Globalization;

namespace FlowSim.Plots.Drawings;

/// <summary>
/// Colours that stay apart for colour-blind readers (after Okabe and Ito 2008, darkened where text needs it) and, by lightness, in black and white.
/// </summary>
internal static class Palette
{
    public const string Blue = "#0072B2";
    public const string PaleBlue = "#B9D9EC";
    public const string Vermilion = "#C24E00";
    public const string Black = "#111111";

    /// <summary>Secondary text: 7 : 1 on white.</summary>
    public const string DarkGrey = "#555555";
    public const string MidGrey = "#8A8A8A";
    public const string Grid = "#DDDDDD";
    public const string PaleGrey = "#F1F1F1";
    public const string PureBlack = "#000000";
    public const string White = "#FFFFFF";

    /// <summary>
    /// Fills of things without an order, from dark to light and light to dark in turns, each with a hatch of its own from the second round on.
    /// </summary>
    public static IReadOnlyList<Shade> Categories { get; } =
    [
        "#00446B", new("#E69F00", Hatch.Rising), "#56B4E9", new("#8E3B6D", Hatch.Dots), new("#F0E442", Hatch.Falling), "#007A5A",
        new("#D9D9D9", Hatch.Crossed), new("#D55E00", Hatch.Horizontal), new("#B9D9EC", Hatch.Vertical), "#4D4D4D",
    ];

    /// <summary>Fill of what is left over.</summary>
    public static Shade Rest { get; } = new(White, Hatch.Rising);

    /// <summary>Share of light a colour gives back (WCAG 2): 0 black, 1 white.</summary>
    public static double Luminance(string colour) => (0.2126 * Linear(colour, 1)) + (0.7152 * Linear(colour, 3)) + (0.0722 * Linear(colour, 5));

    /// <summary>Contrast of two colours (WCAG 2), from 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>Pure black or white, whichever reads better on a colour: one of them always has a contrast of 4.5.</summary>
    public static string InkOn(string colour) => Contrast(colour, PureBlack) >= Contrast(colour, White) ? PureBlack : White;

    /// <summary>A colour of the way from pale to dark blue; its lightness falls all the way, so it reads in grey.</summary>
    /// <param name="share">0 pale, 1 dark.</param>
    public static string Sequential(double share)
    {
        ReadOnlySpan<(int R, int G, int B)> stops = [(247, 251, 255), (198, 219, 239), (107, 174, 214), (33, 113, 181), (8, 48, 107)];
        var at = Math.Clamp(share, 0, 1) * (stops.Length - 1);
        var from = Math.Min((int)at, stops.Length - 2);
        var (a, b, part) = (stops[from], stops[from + 1], at - from);
        return string.Create(CultureInfo.InvariantCulture, $"#{Mix(a.R, b.R, part):X2}{Mix(a.G, b.G, part):X2}{Mix(a.B, b.B, part):X2}");
    }

    private static int Mix(int from, int to, double share) => (int)Math.Round(from + ((to - from) * share));

    private static double Linear(string colour, int start)
    {
        var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}

/// <summary>Lines or dots over a colour: the second channel, for those who print in black and white.</summary>
internal enum Hatch
{
    None,
    Rising,
    Falling,
    Horizontal,
    Vertical,
    Dots,
    Crossed,
}

/// <summary>What fills an area.</summary>
internal readonly record struct Shade(string Colour, Hatch Hatch = Hatch.None)
{
    public static implicit operator Shade(string colour) => new(colour);
}

/// <summary>The square that a hatch repeats: lines or dots in the ink that shows on the colour behind them.</summary>
/// <param name="Ink">Colour of lines and dots.</param>
/// <param name="Lines">SVG path data within the tile; empty where there are dots.</param>
/// <param name="Dots">Their middles within the tile [pt].</param>
internal sealed record HatchTile(string Ink, string Lines, params IReadOnlyList<(double X, double Y)> Dots)
{
    /// <summary>Of the square, whose corner is that of the drawing [pt].</summary>
    public const double Side = 4;

    /// <summary>[pt].</summary>
    public const double LineWidth = 0.45;

    /// <summary>[pt].</summary>
    public const double DotRadius = 0.5;

    public static HatchTile Of(Shade shade)
    {
        var ink = Palette.Luminance(shade.Colour) > 0.18 ? Palette.Black : Palette.White;
        return shade.Hatch switch
        {
            // The corners of a slant are cut off, so the lines of the neighbours come in there.
            Hatch.Rising => new(ink, "M-1 1L1 -1M0 4L4 0M3 5L5 3"),
            Hatch.Falling => new(ink, "M-1 3L1 5M0 0L4 4M3 -1L5 1"),
            Hatch.Horizontal => new(ink, "M0 2L4 2"),
            Hatch.Vertical => new(ink, "M2 0L2 4"),
            Hatch.Crossed => new(ink, "M0 2L4 2M2 0L2 4"),
            Hatch.Dots => new(ink, "", (1, 1), (3, 3)),
            _ => new(ink, ""),
        };
    }
}
