using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Sweeps;

namespace FlowSim.Plots.Charts;

/// <summary>A measure over the values of one factor, with 95 % intervals, beside what it is as described.</summary>
public static class FactorCurve
{
    private const string Id = "sweep";

    /// <summary>The drawings of a measure; none where several factors were moved, or nothing of it can be told.</summary>
    /// <param name="request">Width, and results that say how they came about.</param>
    /// <param name="factors">What was moved.</param>
    /// <param name="rows">The rows of a sweep.</param>
    /// <param name="key">The measure.</param>
    public static IReadOnlyList<Drawing> Of(ChartRequest request, IReadOnlyList<Factor> factors, IEnumerable<SweepRow> rows, ResultKey key)
    {
        var measured = rows.Where(row => row.Key == key).ToLookup(row => row.Point.Number == DesignPoint.AsDescribed);
        List<SweepRow> designs = [.. measured[false].OrderBy(row => row.Point.Places[0])];
        return factors.Count == 1 && designs.Exists(row => double.IsFinite(row.Mean))
            ? DotPlotDrawing.Draw(Plot(request, factors[0], designs, measured[true].FirstOrDefault()), request) : [];
    }

    private static DotPlot Plot(ChartRequest request, Factor factor, List<SweepRow> designs, SweepRow? described)
    {
        var key = designs[0].Key;
        var name = request.Names.Measure(key.Measure) + (key.Group.Length == 0 ? "" : $", {request.Names.Group(key.Group)}");
        return new DotPlot
        {
            Name = FileStem.Of(Id, key.Measure, key.Group),
            Title = $"{name} over {factor.Title}",
            Finding = Finding(name, factor, designs),
            Subtitle = $"{PeriodName.Of(key.Period)}, whole system. Mean and 95 % interval of each value tried. {request.Results.System.Title}.",
            AxisTitle = UnitName.Axis(designs[0].Unit),
            Series = [new DotSeries("mean", Palette.Blue, PointShape.Circle)],
            Groups =
            [
                new DotGroup("", [.. designs.Select(row => new DotRow(factor.Said(row.Point.Operands[0]), new Estimate(row.Mean, row.Lower95, row.Upper95)))])
                {
                    Guide = described?.Mean ?? double.NaN,
                },
            ],
            GuideName = described is null ? "" : "as described",
            Scenarios = [ExperimentPlan.BaselineId],
            Notes = $"Each value with the same patients and the same random numbers, so that differences are surer than intervals of levels look: {SweepFiles.Means} has them.",
        };
    }

    /// <summary>From where to where it goes between the ends, if that is more than chance.</summary>
    private static string? Finding(string name, Factor factor, List<SweepRow> designs)
    {
        var (first, last) = (designs[0], designs[^1]);
        if (!(first.Upper95 < last.Lower95 || last.Upper95 < first.Lower95))
        {
            return null;
        }

        var decimals = Rounding.ForColumn([first.Mean, last.Mean]);
        return $"{name}: {NumberText.Plain(first.Mean, decimals)} {first.Unit} with {factor.Said(first.Point.Operands[0])}, {NumberText.Plain(last.Mean, decimals)} {last.Unit} with {factor.Said(last.Point.Operands[0])}";
    }
}
