using FlowSim.Plots.Dots;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Charts;

/// <summary>A rate by place and scenario, held against a standard or a limit.</summary>
/// <param name="Id">Of the chart.</param>
/// <param name="Measure">Id of the rate [%].</param>
/// <param name="Title">Of the drawings.</param>
/// <param name="Share">What the rate is a share of, as a subtitle begins.</param>
/// <param name="AxisTitle">What the axis counts.</param>
/// <param name="Standard">What the points are held against.</param>
internal sealed record RateByPlace(string Id, string Measure, string Title, string Share, string AxisTitle, Reference Standard)
{
    public ChartDrawings Draw(ChartRequest request)
    {
        var dots = new ScenarioDots(request);
        var places = Places.Of(request, dots.Rows(Measure));
        if (places.Count == 0)
        {
            return ChartDrawings.Nothing($"there is no {Measure} for period {request.PeriodOrLast}");
        }

        // Another system may mean something else by the same id: then its own words are used, and nothing is held against a standard that is not its own.
        var isUsual = UsualMeasure.Is(request.Results.System, Measure, "%");
        var plot = new DotPlot
        {
            Name = FileStem.Of(Id, request.Scenario ?? "", request.Place ?? ""),
            Title = isUsual ? Title : MeasureName.Of(request.Results.System, Measure),
            Subtitle = $"{(isUsual ? Share : UsualMeasure.Definition(request.Results.System, Measure))}, {PeriodName.Of(request)}. {request.Results.System.Title}.",
            AxisTitle = isUsual ? AxisTitle : UnitName.Axis(dots.Rows(Measure)[0].Unit),
            Series = [ScenarioDots.Single],
            Groups = [.. places.Select(place => dots.Group(PlaceName.Of(place), place, "", [Measure], isUsual ? [Standard] : []))],
            Scenarios = dots.Scenarios,
            GuideName = dots.GuideName,
        };
        return ChartDrawings.Of(DotPlotDrawing.Draw(plot, request), "");
    }
}
