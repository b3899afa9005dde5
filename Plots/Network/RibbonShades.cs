using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Network;

/// <summary>
/// Colours of ribbons: greys, so that they are not taken for shares in use; thin ones darker, to be seen. What runs back is of another colour and darker
/// than any.
/// </summary>
internal static class RibbonShades
{
    /// <summary>Of lines and figures; wide ribbons are paler.</summary>
    public const string Back = Palette.Vermilion;

    private const string WideBack = "#E3A07C";

    private const double Wide = 4;
    private const double Narrow = 1.5;

    public static string Backward(double thickness) => thickness >= Wide ? WideBack : Back;

    public static string Forward(double thickness) => thickness switch
    {
        >= Wide => "#D3D6D9",
        >= Narrow => "#B9BFC4",
        _ => "#949BA1",
    };
}
