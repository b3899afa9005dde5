using FlowSim.Plots.Dots;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Charts;

/// <summary>Four-hour performance by site and scenario against the standard.</summary>
internal static class FourHour
{
    /// <summary>The operational standard of the NHS Constitution [%].</summary>
    private const double Standard = 95;

    private const string Id = "four-hour";
    private const string Measure = "four_hour_rate";

    public static Chart Chart { get; } = new(Id, "A&E attendances within four hours", "four-hour performance by site and scenario against the 95 % standard", Draw);

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
            Title = "A&E attendances that leave within four hours",
            Subtitle = $"Share of type-1 attendances, {PeriodName.Of(request.PeriodOrLast)}. {request.Results.System.Title}.",
            AxisTitle = "per cent of attendances",
            Series = [ScenarioDots.Single],
            Groups = [.. places.Select(place => dots.Group(PlaceName.Of(place), place, "", [Measure], new Reference(Standard, "standard 95 %")))],
            Scenarios = dots.Scenarios,
            GuideName = dots.GuideName,
            Notes = "The axis does not begin at 0.",
        };
        return ChartDrawings.Of(DotPlotDrawing.Draw(plot, request), "");
    }
}
