using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Sensitivity;

namespace FlowSim.Plots.Charts;

/// <summary>What a sensitivity analysis found of a measure: a row for each factor, the one that matters most first, with 95 % intervals.</summary>
public static class FactorIndices
{
    private const string Id = "sensitivity";
    private const int MostFactors = 20;

    private static readonly string[] Drawn = [SensitivityIndex.MuStar, SensitivityIndex.AtLow, SensitivityIndex.AtHigh, SensitivityIndex.FirstOrder];

    /// <summary>The drawings of a measure; none where nothing of it can be told.</summary>
    /// <param name="request">Width, and results that say how they came about.</param>
    /// <param name="indices">Of one measure, as <c>sensitivity-indices.csv</c> has them.</param>
    public static IReadOnlyList<Drawing> Of(ChartRequest request, IEnumerable<SensitivityIndex> indices)
    {
        var rows = indices.Where(row => Drawn.Contains(row.Index)).ToList();
        var factors = rows.GroupBy(row => row.Factor).Where(factor => factor.Any(row => double.IsFinite(row.Value)))
            .OrderByDescending(factor => factor.Max(row => double.IsFinite(row.Size) ? row.Size : 0)).ToList();
        return factors.Count == 0 ? [] : DotPlotDrawing.Draw(Plot(request, factors), request);
    }

    private static DotPlot Plot(ChartRequest request, List<IGrouping<string, SensitivityIndex>> factors)
    {
        var first = factors[0].First();
        var key = first.Key;
        var name = Headline.RowLabel(request.Names, request.Names.Measure(key.Measure), key.Place, key.Group);
        var kinds = Drawn.Where(index => factors.Exists(factor => factor.Any(row => row.Index == index))).ToList();
        return new DotPlot
        {
            Name = FileStem.Of(Id, key.Measure, key.Place == PlaceName.System ? "" : key.Place, key.Group),
            Title = $"{name}: which numbers move it",
            Finding = Finding(name, factors),
            Subtitle = $"{PeriodName.Of(key.Period)}. {How(first)} {request.Results.System.Title}.",
            AxisTitle = first.Index == SensitivityIndex.FirstOrder ? "share of the variance" : UnitName.DifferenceAxis(first.Unit),
            Signed = kinds.Contains(SensitivityIndex.AtLow),
            Floor = kinds.Contains(SensitivityIndex.MuStar) ? 0 : double.NegativeInfinity,
            Series = [.. kinds.Select(SeriesOf)],
            Groups = [new DotGroup("", [.. factors.Take(MostFactors).Select(factor => Row(factor, kinds))])],
            Scenarios = [ExperimentPlan.BaselineId],
            Notes = Notes(first, factors.Count),
        };
    }

    /// <summary>The factor that matters most, where its interval says that it does.</summary>
    private static string? Finding(string name, List<IGrouping<string, SensitivityIndex>> factors)
    {
        var most = factors[0].Where(row => double.IsFinite(row.Value)).MaxBy(row => row.Size)!;
        return !(most.Lower95 > 0 || most.Upper95 < 0) ? null
            : $"{name}: “{most.Title}” moves it{(factors.Count > 1 ? FormattableString.Invariant($" most of the {factors.Count} numbers tried") : "")}";
    }

    private static DotRow Row(IGrouping<string, SensitivityIndex> factor, List<string> kinds) => new(
        $"{factor.First().Title}, {factor.First().Ends}",
        [
            .. kinds.Select(kind => factor.FirstOrDefault(row => row.Index == kind) is { } row
                ? new Estimate(row.Value, row.Lower95, row.Upper95) : Estimate.Undefined),
        ]);

    private static DotSeries SeriesOf(string index) => index switch
    {
        SensitivityIndex.AtLow => new DotSeries("at its low end", Palette.Blue, PointShape.Circle),
        SensitivityIndex.AtHigh => new DotSeries("at its high end", Palette.Vermilion, PointShape.Diamond),
        SensitivityIndex.FirstOrder => new DotSeries("share that it makes by itself", Palette.Blue, PointShape.Circle),
        _ => new DotSeries("moved by, over its whole range (mu*)", Palette.Blue, PointShape.Circle),
    };

    private static string How(SensitivityIndex row) => row.Method switch
    {
        Screening.Morris => FormattableString.Invariant($"Mean size of the effect of each number over its whole range, on up to {row.N} trajectories (Morris)."),
        Screening.Regression => FormattableString.Invariant($"Share of the variance over {row.N} points that each number makes by itself."),
        _ => FormattableString.Invariant($"What changes with one number at an end of its range and the others as described, over {row.N} replications."),
    };

    private static string Notes(SensitivityIndex row, int factors)
    {
        var left = factors > MostFactors ? FormattableString.Invariant($" The {MostFactors} of {factors} that matter most.") : "";
        return row.Method switch
        {
            Screening.Morris => $"A size has no sign: mu in {SensitivityIndex.FileName} says which way it goes.{left}",
            Screening.Regression => $"What all shares leave is due to numbers acting together, and to chance.{left}",
            _ => $"Numbers that matter only together do not show here.{left}",
        };
    }
}
