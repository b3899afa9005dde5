using FlowSim.Plots.Dots;

namespace FlowSim.Plots.Charts;

/// <summary>Occupancy of community beds by locality and scenario.</summary>
internal static class CommunityOccupancy
{
    private const double Full = 100;

    private static readonly RateByPlace Rate = new("community-occupancy", "community_occupancy_rate", "Community bed occupancy", "Share of open community beds that are occupied", "per cent of open beds", new Reference(Full, "full"));

    public static Chart Chart { get; } = new(Rate.Id, Rate.Title, "share of community beds occupied, by locality and scenario", Rate.Draw);
}
