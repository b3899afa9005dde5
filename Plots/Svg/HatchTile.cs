namespace FlowSim.Plots.Svg;

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
