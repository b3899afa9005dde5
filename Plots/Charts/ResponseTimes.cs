using FlowSim.Plots.Dots;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Charts;

/// <summary>Ambulance response by category and scenario against the standards.</summary>
internal static class ResponseTimes
{
    private const string Id = "response-times";
    private static readonly (string Measure, DotSeries Series)[] Kinds =
    [
        ("response_mean", new("mean", Palette.Blue, PointShape.Circle)),
        ("response_p90", new("nine in ten within", Palette.Vermilion, PointShape.Diamond)),
    ];

    /// <summary>Standards of the Ambulance Response Programme, 2017: mean and 90th centile [min]; NaN where there is none.</summary>
    private static readonly Dictionary<string, (double Mean, double NineInTen)> Standards = new(StringComparer.Ordinal)
    {
        ["c1"] = (7, 15),
        ["c2"] = (18, 40),
        ["c3"] = (double.NaN, 120),
        ["c4"] = (double.NaN, 180),
    };

    public static Chart Chart { get; } = new(Id, "Ambulance response times", "mean and 90th centile of the ambulance response by category and scenario, against the standards", Draw) { Takes = Narrowing.Scenario | Narrowing.Period };

    private static ChartDrawings Draw(ChartRequest request)
    {
        var dots = new ScenarioDots(request);
        var kinds = Kinds.Where(kind => dots.Rows(kind.Measure).Count > 0).ToList();
        kinds.RemoveAll(kind => dots.Rows(kind.Measure)[0].Unit != dots.Rows(kinds[0].Measure)[0].Unit);
        var rows = kinds.SelectMany(kind => dots.Rows(kind.Measure)).Where(row => double.IsFinite(row.Mean)).ToList();
        var keys = rows.Select(row => (row.Key.Place, row.Key.Group)).Distinct().Where(key => request.Wants(key.Place)).ToList();
        var categories = keys.Exists(key => key.Group.Length > 0) ? keys.Where(key => key.Group.Length > 0).ToList() : keys;
        if (categories.Count == 0)
        {
            return ChartDrawings.Nothing(kinds.Count == 0 ? $"there is no response_mean or response_p90 for period {request.PeriodOrLast}" : $"response_mean and response_p90 have no value for period {request.PeriodOrLast}{(request.Place is null ? "" : $" at {request.Place}")}");
        }

        var system = request.Results.System;
        var isUsual = kinds.TrueForAll(kind => UsualMeasure.Is(system, kind.Measure, "min"));
        var plot = new DotPlot
        {
            Name = FileStem.Of(Id, request.Scenario ?? "", request.Place ?? ""),
            Title = isUsual ? "Ambulance response times" : string.Join("; ", kinds.Select(kind => MeasureName.Of(system, kind.Measure))),
            Subtitle = $"{(isUsual ? "From the call to a crew on scene, by category of the call" : UsualMeasure.Definition(system, kinds[0].Measure))}, {PeriodName.Of(request)}. {system.Title}.",
            AxisTitle = isUsual ? "minutes" : UnitName.Axis(dots.Rows(kinds[0].Measure)[0].Unit),
            SharedAxis = false,
            Series = [.. kinds.Select(kind => isUsual ? kind.Series : kind.Series with { Name = MeasureName.Of(system, kind.Measure) })],
            Groups = [.. categories.Select(key => dots.Group(Heading(key.Place, key.Group, isUsual), key.Place, key.Group, [.. kinds.Select(kind => kind.Measure)], isUsual ? References(key.Group) : []))],
            Scenarios = dots.Scenarios,
            Notes = isUsual ? "Dashed lines: the standards. Each category has its own axis." : "Each part has its own axis.",
        };
        return ChartDrawings.Of(DotPlotDrawing.Draw(plot, request), "");
    }

    private static string Heading(string place, string group, bool isUsual) =>
        string.Join(", ", new[] { place == PlaceName.System ? "" : PlaceName.Of(place), isUsual && group.Length is > 0 and <= 3 ? $"Category {group.ToUpperInvariant()}" : PlaceName.Sentence(group) }.Where(part => part.Length > 0)) is { Length: > 0 } text
            ? text
            : PlaceName.Of(place);

    private static IReadOnlyList<Reference> References(string group)
    {
        if (!Standards.TryGetValue(group, out var standard))
        {
            return [];
        }

        var nine = new Reference(standard.NineInTen, FormattableString.Invariant($"standard, nine in ten: {standard.NineInTen} min")) { Short = FormattableString.Invariant($"nine in ten: {standard.NineInTen}") };
        return double.IsNaN(standard.Mean) ? [nine] : [new Reference(standard.Mean, FormattableString.Invariant($"standard, mean: {standard.Mean} min")) { Short = FormattableString.Invariant($"mean: {standard.Mean}") }, nine];
    }
}
