using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Compilation.Measures;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Charts;

/// <summary>
/// The stages at which patients wait most in all, with mean wait and the wait that nine in ten stay under. One drawing a scenario. The t-interval of few
/// replications may reach below 0, where no wait can be: it is cut there, in words and as drawn, and not made anew on another scale, so that its upper
/// end is that of the files. On an axis of multiples, which has no 0, an arrow stands for the end that is cut.
/// </summary>
internal static class Waits
{
    private const string Id = "waits";
    private const int MostStages = 12;

    private static readonly (string Measure, DotSeries Series)[] Kinds =
    [
        (GenericMeasures.WaitMean, new("mean wait", Palette.Blue, PointShape.Circle)),
        (GenericMeasures.WaitP90, new("nine in ten wait less", Palette.Vermilion, PointShape.Diamond)),
    ];

    public static Chart Chart { get; } = new(Id, "Where patients wait", "mean and 90th centile of the wait at the stages with most waiting in all", Draw);

    private static ChartDrawings Draw(ChartRequest request) =>
        ChartDrawings.Of([.. request.OnesDrawn.SelectMany(scenario => Draw(request, scenario))], Reason(request));

    private static string Reason(ChartRequest request)
    {
        var rows = request.Scenarios.SelectMany(scenario => ResultIndex.Of(request.Results).Summaries(scenario, request.PeriodShown, GenericMeasures.WaitMean))
            .Where(row => request.Wants(row.Key.Place)).ToList();
        var where = request.Place is { } place ? $" at {place}" : "";
        return rows.Count == 0 ? $"there is no {GenericMeasures.WaitMean} for period {request.PeriodShown}{where}"
            : rows.Exists(row => row.Mean == 0) ? $"nobody waited in period {request.PeriodShown}{where}: every {GenericMeasures.WaitMean} is 0"
            : $"no wait ended in period {request.PeriodShown}{where}: {GenericMeasures.WaitMean} has no value";
    }

    private static IReadOnlyList<Drawing> Draw(ChartRequest request, string scenario)
    {
        var index = ResultIndex.Of(request.Results);
        var stages = MostWaited(request, scenario, index);
        if (stages.Count == 0)
        {
            return [];
        }

        var kinds = Kinds.Where(kind => index.Summaries(scenario, request.PeriodShown, kind.Measure).Count > 0).ToList();
        var rows = stages.ConvertAll(key => (Label: Label(request.Names, key),
            Points: kinds.Select(kind => Estimate.Of(index.Summary(scenario, request.PeriodShown, kind.Measure, key.Place, key.Group)).NotBelow(0)).ToList()));
        var plot = new DotPlot
        {
            Name = FileStem.Of(Id, scenario, request.Place ?? ""),
            Title = $"Where patients wait: {ScenarioName.Of(request.Results, scenario)}",
            Finding = Finding(request, scenario, stages),
            Subtitle = $"The stages with most waiting in all (mean wait × patients), most first, {PeriodName.Of(request)}. {request.Results.System.Title}.",
            AxisTitle = "wait",
            Durations = true,
            Series = [.. kinds.Select(kind => kind.Series)],
            Groups = [new DotGroup("", [.. rows.Select(row => new DotRow(row.Label, row.Points))])],
            Scenarios = [scenario],
            Notes = "From asking for place and staff until both are there, for patients who started; who gave up is not in it. Where waits differ very much each step of the axis is a multiple.",
        };
        return DotPlotDrawing.Draw(plot, request);
    }

    /// <summary>Where most is waited in all, unless chance alone makes the second as much.</summary>
    private static string? Finding(ChartRequest request, string scenario, List<ResultKey> stages)
    {
        var index = ResultIndex.Of(request.Results);
        var all = stages.ConvertAll(key => Estimate.Of(index.Summary(scenario, request.PeriodShown, GenericMeasures.WaitMean, key.Place, key.Group))
            .Times(Patients(request, scenario, key)));
        return all.Count > 1 && all[0].Lower > all.Skip(1).Max(other => other.HasInterval ? other.Upper : double.PositiveInfinity)
            ? new ChartFinding(request).Scenario(scenario, $"most waiting in all is for {Label(request.Names, stages[0])}")
            : null;
    }

    private static double Patients(ChartRequest request, string scenario, ResultKey key) =>
        ResultIndex.Of(request.Results).Summary(scenario, request.PeriodShown, GenericMeasures.Started, key.Place, key.Group)?.Mean ?? 1;

    private static string Label(SystemNames names, ResultKey key) =>
        names.GroupHeading(key.Group) + (key.Place == PlaceName.System ? "" : $", {names.Place(key.Place)}");

    private static List<ResultKey> MostWaited(ChartRequest request, string scenario, ResultIndex index)
    {
        var rows = index.Summaries(scenario, request.PeriodShown, GenericMeasures.WaitMean).Where(row => request.Wants(row.Key.Place) && row.Mean > 0).ToList();
        var here = request.Place is null ? InPlaces(rows) : rows;
        return [.. here.OrderByDescending(row => row.Mean * Patients(request, scenario, row.Key)).Take(MostStages).Select(row => row.Key)];
    }

    // A stage with instances has a row for the system too, which is their sum: it would be shown twice.
    private static List<Summary> InPlaces(List<Summary> rows)
    {
        var placed = rows.Where(row => row.Key.Place != PlaceName.System).Select(row => row.Key.Group).ToHashSet(StringComparer.Ordinal);
        return rows.FindAll(row => row.Key.Place != PlaceName.System || !placed.Contains(row.Key.Group));
    }
}
