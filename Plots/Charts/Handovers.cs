using FlowSim.Plots.Dots;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Charts;

/// <summary>Ambulance handovers that take over 30 and over 60 minutes, by site and scenario.</summary>
internal static class Handovers
{
    private const string Id = "handovers";
    private static readonly (string Measure, DotSeries Series)[] Kinds =
    [
        ("handover_over_30", new("over 30 minutes", Palette.Blue, PointShape.Circle)),
        ("handover_over_60", new("over 60 minutes", Palette.Vermilion, PointShape.Diamond)),
    ];

    public static Chart Chart { get; } = new(Id, "Ambulance handovers", "handovers that take over 30 and over 60 minutes, by site and scenario", Draw);

    private static ChartDrawings Draw(ChartRequest request)
    {
        var dots = new ScenarioDots(request);
        var kinds = Kinds.Where(kind => dots.Rows(kind.Measure).Count > 0).ToList();
        kinds.RemoveAll(kind => dots.Rows(kind.Measure)[0].Unit != dots.Rows(kinds[0].Measure)[0].Unit);
        var places = Places.Of(request, kinds.SelectMany(kind => dots.Rows(kind.Measure)));
        if (places.Count == 0)
        {
            return ChartDrawings.Nothing($"there is no handover_over_30 or handover_over_60 for period {request.PeriodOrLast}");
        }

        var system = request.Results.System;
        var isUsual = kinds.TrueForAll(kind => UsualMeasure.Is(system, kind.Measure, "%"));
        var share = isUsual ? "Share of ambulance arrivals whose crew is let go later than 30 and 60 minutes after arrival" : UsualMeasure.Definition(system, kinds[0].Measure);
        var plot = new DotPlot
        {
            Name = FileStem.Of(Id, request.Scenario ?? "", request.Place ?? ""),
            Title = isUsual ? "Ambulance handovers that take too long" : string.Join("; ", kinds.Select(kind => MeasureName.Of(system, kind.Measure))),
            Subtitle = $"{share}, {PeriodName.Of(request)}. {(isUsual ? "The standard is 15 minutes. " : "")}{system.Title}.",
            AxisTitle = isUsual ? "per cent of ambulance arrivals" : UnitName.Axis(dots.Rows(kinds[0].Measure)[0].Unit),
            Series = [.. kinds.Select(kind => isUsual ? kind.Series : kind.Series with { Name = MeasureName.Of(system, kind.Measure) })],
            Groups = [.. places.Select(place => dots.Group(PlaceName.Of(place), place, "", [.. kinds.Select(kind => kind.Measure)]))],
            Scenarios = dots.Scenarios,
            GuideName = kinds.Count == 1 ? dots.GuideName : "",
        };
        return ChartDrawings.Of(DotPlotDrawing.Draw(plot, request), "");
    }
}
