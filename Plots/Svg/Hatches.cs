namespace FlowSim.Plots.Svg;

/// <summary>Hatches as SVG patterns.</summary>
internal static class Hatches
{
    /// <summary>The definition of a pattern.</summary>
    public static string Pattern(string id, Shade shade) =>
        $"<pattern id=\"{id}\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><rect width=\"4\" height=\"4\" fill=\"{shade.Colour}\"/>{Lines(shade)}</pattern>\n";

    private static string Lines(Shade shade)
    {
        var ink = Palette.Luminance(shade.Colour) > 0.18 ? Palette.Black : Palette.White;
        return shade.Hatch switch
        {
            Hatch.Rising => Stroke("M-1 1L1 -1M0 4L4 0M3 5L5 3", ink),
            Hatch.Falling => Stroke("M-1 3L1 5M0 0L4 4M3 -1L5 1", ink),
            Hatch.Horizontal => Stroke("M0 2L4 2", ink),
            Hatch.Vertical => Stroke("M2 0L2 4", ink),
            Hatch.Crossed => Stroke("M0 2L4 2M2 0L2 4", ink),
            Hatch.Dots => $"<circle cx=\"1\" cy=\"1\" r=\"0.5\" fill=\"{ink}\"/><circle cx=\"3\" cy=\"3\" r=\"0.5\" fill=\"{ink}\"/>",
            _ => "",
        };
    }

    private static string Stroke(string path, string ink) => $"<path d=\"{path}\" stroke=\"{ink}\" stroke-width=\"0.45\" fill=\"none\"/>";
}
