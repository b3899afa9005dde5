using FlowSim.Plots.Dots;

namespace FlowSim.Plots.Charts;

/// <summary>Four-hour performance by site and scenario against the standard.</summary>
internal static class FourHour
{
    /// <summary>The operational standard of the NHS Constitution [%].</summary>
    private const double Standard = 95;

    private static readonly RateByPlace Rate = new("four-hour", "four_hour_rate", "A&E attendances that leave within four hours", "Share of type-1 attendances", "per cent of attendances", new Reference(Standard, "standard 95 %"));

    public static Chart Chart { get; } = new(Rate.Id, "Four-hour rate", "four-hour performance by site and scenario against the 95 % standard", Rate.Draw);
}
