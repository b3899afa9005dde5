using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Uncertainty;

namespace FlowSim.Plots.Charts;

/// <summary>
/// A tornado of inputs: what the mean of a measure, of a difference or of a saving is where an input is low and where it is high, all else as it comes; what
/// explains most of the spread comes first.
/// </summary>
public static class InputTornado
{
    private const string Id = "tornado";
    private const int MostInputs = 15;

    /// <summary>A drawing for each level of the baseline, each difference of a scenario, and each saving, as far as any input tells.</summary>
    /// <param name="request">Width, and results that say how they came about.</param>
    /// <param name="analysis">What the draws say.</param>
    public static IReadOnlyList<Drawing> Of(ChartRequest request, UncertaintyAnalysis analysis) =>
    [
        .. analysis.Influences.Where(row => row.Kind != UncertaintyRow.Level || row.Scenario == ExperimentPlan.BaselineId)
            .GroupBy(row => (row.Scenario, row.Kind, row.Key)).Where(rows => rows.Any(row => row.IsTold))
            .SelectMany(rows => DotPlotDrawing.Draw(Plot(request, analysis, [.. rows]), request)),
    ];

    private static DotPlot Plot(ChartRequest request, UncertaintyAnalysis analysis, List<InfluenceRow> rows)
    {
        var first = rows[0];
        var mean = analysis.Variances.First(row => row.Scenario == first.Scenario && row.Kind == first.Kind && row.Key == first.Key).Mean;
        var subject = InfluenceWords.Subject(request.Names, first, ScenarioName.Of(request.Results, first.Scenario));
        var told = rows.FindAll(row => row.IsTold);
        return new DotPlot
        {
            Name = FileStem.Of(Id, first.Key.Measure, first.Kind == UncertaintyRow.Level ? "" : first.Scenario),
            Title = $"{subject}: which inputs move it",
            Finding = $"{subject}: of what is not known “{InfluenceWords.Name(request.Names, first)}” explains most by itself, {Share(first)} of the variance between draws",
            Subtitle = $"{PeriodName.Of(first.Key.Period)}, whole system. Mean over the draws in which an input is in its lowest and in its highest tenth. {request.Results.System.Title}.",
            AxisTitle = first.Kind == UncertaintyRow.Level ? UnitName.Axis(first.Unit) : UnitName.DifferenceAxis(first.Unit),
            Series = [new DotSeries("input low", Palette.Blue, PointShape.Circle), new DotSeries("input high", Palette.Vermilion, PointShape.Diamond)],
            Groups =
            [
                new DotGroup("", [.. told.Take(MostInputs).Select(row => new DotRow(Label(request.Names, row), Point(row.AtLow), Point(row.AtHigh)))])
                {
                    Guide = mean,
                },
            ],
            GuideName = "mean of all draws",
            Scenarios = first.Scenario == ExperimentPlan.BaselineId ? [first.Scenario] : [ExperimentPlan.BaselineId, first.Scenario],
            Notes = $"Per cent: the share of the variance between draws that an input explains by itself; of inputs that are known together only, such as those of a calibrated set, shares overlap.{(rows.Count > told.Count ? FormattableString.Invariant($" Not drawn: {rows.Count - told.Count} of which nothing can be told.") : "")}",
        };
    }

    private static string Label(SystemNames names, InfluenceRow row) => $"{InfluenceWords.Name(names, row)}, {InfluenceWords.Ends(row)} ({Share(row)})";

    private static string Share(InfluenceRow row) => FormattableString.Invariant($"{100 * row.Share:0} %");

    private static Estimate Point(double value) => new(value, double.NaN, double.NaN);
}
