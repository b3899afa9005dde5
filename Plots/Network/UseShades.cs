using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Network;

/// <summary>Shades for how full places and staff are: five steps from pale to dark that stay apart in grey.</summary>
internal static class UseShades
{
    /// <summary>From the first share on [%] to the next, and how dark.</summary>
    public static IReadOnlyList<(double From, string Label, string Colour)> Steps { get; } =
    [
        (0, "under 50 %", Palette.Sequential(0.08)),
        (50, "50 to 75 %", Palette.Sequential(0.3)),
        (75, "75 to 85 %", Palette.Sequential(0.5)),
        (85, "85 to 92 %", Palette.Sequential(0.75)),
        (92, "92 % and over", Palette.Sequential(1)),
    ];

    /// <summary>White where there is no share. By the share as it is written: two boxes that say 92 % look alike.</summary>
    public static string Of(double rate) =>
        double.IsNaN(rate) ? Palette.White : Steps.Last(step => Math.Round(rate, MidpointRounding.AwayFromZero) >= step.From).Colour;
}
