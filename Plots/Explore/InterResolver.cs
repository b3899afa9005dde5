using FlowSim.Plots.Drawings;
using ScottPlot;
using SkiaSharp;

namespace FlowSim.Plots.Explore;

/// <summary>Gives ScottPlot the font that comes along: which fonts a machine has, and whether it has any, does not matter then.</summary>
internal sealed class InterResolver : IFontResolver
{
    /// <summary>Differs from the name of any font of a machine, which ScottPlot would remember under it if it was asked for before ours was known.</summary>
    public const string Name = "Inter FlowSim";

    private static readonly Lazy<InterResolver> Installed = new(() =>
    {
        var resolver = new InterResolver();
        Fonts.FontResolvers.Insert(0, resolver);
        return resolver;
    });

    private readonly byte[] regular = EmbeddedFont.Read("Inter-Regular.ttf");
    private readonly byte[] bold = EmbeddedFont.Read("Inter-Bold.ttf");

    private InterResolver()
    {
    }

    /// <summary>Makes the font known to ScottPlot, once for the process.</summary>
    public static void Install() => _ = Installed.Value;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        CreateTypeface(fontName, weight >= FontWeight.SemiBold, slant != FontSlant.Upright);

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic)
    {
        if (fontName != Name)
        {
            return null;
        }

        using var data = SKData.CreateCopy(bold ? this.bold : regular);
        return SKTypeface.FromData(data);
    }
}
