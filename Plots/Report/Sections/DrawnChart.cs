using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Report.Sections;

/// <summary>A drawing on the page.</summary>
/// <param name="Drawing">The drawing.</param>
/// <param name="Scenario">The scenario it is about, or null where it is about several.</param>
internal sealed record ChartFigure(Drawing Drawing, string? Scenario);

/// <summary>A kind of chart with its drawings.</summary>
internal sealed record DrawnChart(Chart Chart, IReadOnlyList<ChartFigure> Figures)
{
    public static DrawnChart Of(Chart chart, IReadOnlyList<Drawing> drawings)
    {
        var subjects = drawings.Select(SubjectOf).ToList();

        // Where no other scenario has a drawing of its own, that of the baseline is there whichever scenario is chosen.
        var isForAll = subjects.TrueForAll(subject => subject is null or ExperimentPlan.BaselineId);
        return new(chart, [.. drawings.Zip(subjects, (drawing, subject) => new ChartFigure(drawing, isForAll ? null : subject))]);
    }

    /// <summary>The one scenario of a drawing, whether or not the baseline stands beside it.</summary>
    private static string? SubjectOf(Drawing drawing)
    {
        var subjects = drawing.Scenarios.Where(scenario => scenario != ExperimentPlan.BaselineId).Distinct().ToList();
        return subjects.Count == 1 ? subjects[0] : subjects.Count == 0 && drawing.Scenarios.Count > 0 ? ExperimentPlan.BaselineId : null;
    }
}
