using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Network;

/// <summary>Colours of ribbons: greys, so that they are not taken for shares in use; thin ones darker, to be seen. What runs back is of another colour and darker than any.</summary>
internal static class RibbonShades
{
    public const string Back = Palette.Vermilion;

    private const double Wide = 4;
    private const double Narrow = 1.5;

    public static string Forward(double thickness) => thickness switch
    {
        >= Wide => "#D3D6D9",
        >= Narrow => "#B9BFC4",
        _ => "#949BA1",
    };
}
