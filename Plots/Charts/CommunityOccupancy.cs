using FlowSim.Plots.Dots;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Charts;

/// <summary>Occupancy of community beds by locality and scenario.</summary>
internal static class CommunityOccupancy
{
    private const string Id = "community-occupancy";
    private const string Measure = "community_occupancy_rate";

    public static Chart Chart { get; } = new(Id, "Community bed occupancy", "share of community beds occupied, by locality and scenario", Draw);

    private static ChartDrawings Draw(ChartRequest request)
    {
        var dots = new ScenarioDots(request);
        var places = Places.Of(request, dots.Rows(Measure));
        if (places.Count == 0)
        {
            return ChartDrawings.Nothing($"there is no {Measure} for period {request.PeriodOrLast}");
        }

        var plot = new DotPlot
        {
            Name = FileStem.Of(Id, request.Scenario ?? "", request.Place ?? ""),
            Title = "Community bed occupancy",
            Subtitle = $"Share of open community beds that are occupied, {PeriodName.Of(request.PeriodOrLast)}. {request.Results.System.Title}.",
            AxisTitle = "per cent of open beds",
            Series = [ScenarioDots.Single],
            Groups = [.. places.Select(place => dots.Group(PlaceName.Of(place), place, "", [Measure], new Reference(100, "full")))],
            Scenarios = dots.Scenarios,
            GuideName = dots.GuideName,
            Notes = "The axis does not begin at 0.",
        };
        return ChartDrawings.Of(DotPlotDrawing.Draw(plot, request), "");
    }
}
