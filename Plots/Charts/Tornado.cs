using FlowSim.Plots.Dots;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Charts;

/// <summary>Scenarios ordered by the size of their effect on one measure.</summary>
internal static class Tornado
{
    private const string Id = "tornado";

    public static Chart Chart { get; } =
        new(Id, "What moves a measure most", "scenarios ordered by the size of their effect on one measure (--measure; else the first headline measure)", Draw)
        {
            Takes = Narrowing.Site | Narrowing.Measure | Narrowing.Period,
        };

    private static ChartDrawings Draw(ChartRequest request)
    {
        var index = ResultIndex.Of(request.Results);
        var place = request.Place ?? PlaceName.System;
        var measure = request.Measure
            ?? Headline.Of(request.Results).FirstOrDefault(id =>
                request.Results.Run.Scenarios.Any(scenario => index.Difference(scenario, request.PeriodShown, id, place) is not null)) ?? "";
        var effects = request.Results.Run.Scenarios.Where(scenario => scenario != ExperimentPlan.BaselineId)
            .Select(scenario => (Scenario: scenario, Row: index.Difference(scenario, request.PeriodShown, measure, place)))
            .Where(effect => effect.Row is not null).OrderByDescending(effect => double.IsFinite(effect.Row!.Mean) ? Math.Abs(effect.Row.Mean) : -1).ToList();
        if (effects.Count < 2)
        {
            return ChartDrawings.Nothing(request.Results.Differences.Count == 0
                ? "there are no differences: nothing was compared with a baseline"
                : $"an order needs two scenarios with a difference of {(measure.Length > 0 ? measure : "a headline measure")} at {place} in period {request.PeriodShown}");
        }

        var baseline = index.Summary(ExperimentPlan.BaselineId, request.PeriodShown, measure, place);
        var unit = effects[0].Row!.Unit;
        var finding = new ChartFinding(request);
        var plot = new DotPlot
        {
            Name = FileStem.Of(Id, measure, request.Place ?? ""),
            Title = $"{request.Names.Measure(measure)}: what moves it most",
            Finding = finding.Line(measure, place, "", effects.Select(effect => effect.Scenario)) is { } line ? finding.OfMost(line) : null,
            Subtitle =
                $"{request.Names.Place(place)}, {PeriodName.Of(request)}. Difference from the baseline{Level(Estimate.Of(baseline), unit)}, largest first. {request.Results.System.Title}.",
            AxisTitle = UnitName.DifferenceAxis(unit),
            Signed = true,
            Bars = true,
            Series = [ScenarioDots.Single],
            Groups = [new DotGroup("", [.. effects.Select(effect => new DotRow(ScenarioName.Of(request.Results, effect.Scenario), Estimate.Of(effect.Row)))])],
            Scenarios = [.. effects.Select(effect => effect.Scenario)],
            Notes = "Scenarios that are made of others overlap with them: their effects do not add up.",
        };
        return ChartDrawings.Of(DotPlotDrawing.Draw(plot, request), "");
    }

    private static string Level(Estimate baseline, string unit) =>
        baseline.IsDefined ? $" ({NumberText.Short(baseline.Mean, DotValues.Decimals([baseline]))} {unit})" : "";
}
