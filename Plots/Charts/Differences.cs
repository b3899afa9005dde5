using FlowSim.Plots.Answers;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Charts;

/// <summary>
/// Forest plot of differences from the baseline, paired by replication: one measure for all scenarios, or all headline measures of one scenario.
/// </summary>
internal static class Differences
{
    public const string Id = "differences";

    private const string Note =
        "Differences are paired: each replication saw the same patients with the same random numbers. Each interval stands by itself: of twenty, one excludes 0 by chance alone.";

    private const string OtherMeasures = "Other measures";

    // What is counted or a share cannot fall by more than all of it [%].
    private const double WholeBaseline = 100;

    // Share of the measures that lie within, where an axis ends before the others.
    private const double LeastNear = 0.75;

    public static Chart Chart { get; } = new(Id, "Differences from the baseline",
        "forest plot of paired differences: all headline measures of a scenario, or with --measure one measure for all scenarios", Draw)
    {
        Takes = Narrowing.Scenario | Narrowing.Site | Narrowing.Measure | Narrowing.Period,
        IsDrawnByRun = true,
    };

    private static ChartDrawings Draw(ChartRequest request)
    {
        if (request.Results.Differences.Count == 0)
        {
            return ChartDrawings.Nothing("there are no differences: nothing was compared with a baseline");
        }

        var plots = request.Measure is { } measure ? OneMeasure(request, measure) : OneScenarioEach(request);
        return ChartDrawings.Of([.. plots.SelectMany(plot => DotPlotDrawing.Draw(plot, request))],
            $"there are no differences of {request.Measure ?? "headline measures"} for period {request.PeriodShown}{(request.Place is null ? "" : $" and place {request.Place}")}{Missing(request)}");
    }

    private static string Missing(ChartRequest request) =>
        request.Measure is { } measure && LeftOutWords.Distributions(request.Results, measure) is { Length: > 0 } words ? "; " + words : "";

    private static IEnumerable<DotPlot> OneMeasure(ChartRequest request, string measure)
    {
        var index = ResultIndex.Of(request.Results);
        var scenarios = request.Scenarios.Where(scenario => index.Differences(scenario, request.PeriodShown, measure).Count > 0).ToList();
        var rows = scenarios.SelectMany(scenario => index.Differences(scenario, request.PeriodShown, measure)).ToList();
        var keys = rows.Where(row => request.Wants(row.Key.Place)).Select(row => (row.Key.Place, row.Key.Group)).Distinct().ToList();
        var shown = keys.Exists(key => key.Group.Length == 0) ? keys.Where(key => key.Group.Length == 0).ToList() : keys;
        if (shown.Count == 0)
        {
            yield break;
        }

        var decimals = DotValues.Decimals(rows.Where(row => shown.Contains((row.Key.Place, row.Key.Group))).Select(Estimate.Of));
        yield return new DotPlot
        {
            Name = FileStem.Of(Id, measure, request.Scenario ?? "", request.Place ?? ""),
            Title = $"{request.Names.Measure(measure)}: difference from the baseline",
            Finding = OfMeasure(request, measure, shown, scenarios),
            Subtitle = $"{PeriodName.Of(request)}. {request.Results.System.Title}.",
            AxisTitle = UnitName.DifferenceAxis(rows[0].Unit),
            Signed = true,
            Series = [ScenarioDots.Single],
            Groups = [.. shown.Select(key => new DotGroup(Headline.RowLabel(request.Names, "", key.Place, key.Group),
                [.. scenarios.Select(scenario =>
                    Absolute(request, scenario, index.Difference(scenario, request.PeriodShown, measure, key.Place, key.Group), decimals))]))],
            Scenarios = scenarios,
            BandName = DrawWords.Known,
            Notes = Notes(request),
        };
    }

    private static IEnumerable<DotPlot> OneScenarioEach(ChartRequest request)
    {
        var place = request.Place ?? PlaceName.System;
        foreach (var scenario in request.OnesDrawn.Where(scenario => scenario != ExperimentPlan.BaselineId))
        {
            var keys = Headline.Keys(request.Results, request.PeriodShown, scenario, place).ToList();
            var (finding, told) = OfScenario(request, scenario, keys);
            var themes = Themes(request, scenario, keys, told);
            var rows = themes.SelectMany(theme => theme.Rows).ToList();
            if (rows.Count > 0)
            {
                yield return new DotPlot
                {
                    Name = FileStem.Of(Id, scenario, request.Place ?? ""),
                    Title = $"{ScenarioName.Of(request.Results, scenario)}: difference from the baseline",
                    Finding = finding,
                    Subtitle =
                        $"{request.Names.Place(place)}, {PeriodName.Of(request)}. In per cent of the baseline; {(told is null ? "what surely changes most first" : "first what the title speaks of, then what surely changes most")}; the numbers are in the measure's own unit. {request.Results.System.Title}.",
                    AxisTitle = "per cent of the baseline's value",
                    Signed = true,
                    Floor = rows.TrueForAll(row => !(row.Points[0].Mean < -WholeBaseline)) ? -WholeBaseline : double.NegativeInfinity,
                    Ceiling = CeilingOf(rows),
                    Series = [ScenarioDots.Single],
                    Groups = themes,
                    Scenarios = [scenario],
                    BandName = DrawWords.Known,
                    Notes = Notes(request),
                };
            }
        }
    }

    /// <summary>
    /// Where the axis ends: a few measures that are multiplied, such as the patients of a service that was hardly there, would press all others together at
    /// 0. Infinite where there are none, or many.
    /// </summary>
    private static double CeilingOf(List<DotRow> rows)
    {
        var points = rows.Select(row => row.Points[0]).Where(point => point.IsDefined).ToList();
        var near = points.FindAll(point => point.Mean <= WholeBaseline);
        return points.Count == near.Count || near.Count < LeastNear * points.Count ? double.PositiveInfinity
            : Math.Max(WholeBaseline / 2, near.SelectMany(point => point.Values).Where(value => value <= WholeBaseline).DefaultIfEmpty(0).Max());
    }

    /// <summary>
    /// Measures of one topic together, what changes most first, but for the one that the title speaks of, which comes before all. A topic of several has a
    /// heading; those of one are together at the end, under a heading where others have one.
    /// </summary>
    private static List<DotGroup> Themes(ChartRequest request, string scenario, List<ResultKey> keys, ResultKey? told)
    {
        var themes = keys.GroupBy(key => request.Names.TopicOf(key.Measure))
            .Select(theme => (Topic: theme.Key, IsTold: theme.Any(key => key == told), Rows: theme
                .Select(key => (IsTold: key == told, Row: Relative(request, scenario, key))).Where(one => one.Row is not null)
                .OrderByDescending(one => one.IsTold).ThenByDescending(one => Size(one.Row!)).Select(one => one.Row!).ToList()))
            .Where(theme => theme.Rows.Count > 0).OrderByDescending(theme => theme.IsTold).ThenByDescending(theme => theme.Rows.Max(Size)).ToList();
        var headed = themes.FindAll(theme => theme.Rows.Count > 1 || theme.IsTold);
        List<DotGroup> groups = [.. headed.Select(theme => new DotGroup(request.Names.Topic(theme.Topic), theme.Rows))];
        var single = themes.Except(headed).SelectMany(theme => theme.Rows).ToList();
        return single.Count == 0 ? groups : [.. groups, new DotGroup(groups.Count > 0 ? OtherMeasures : "", single)];
    }

    /// <summary>How far a change surely goes; what may be chance comes last.</summary>
    private static double Size(DotRow row) => row.Points[0] is { IsDefined: true } point
        ? point.ExcludesZero ? Math.Min(Math.Abs(point.Lower), Math.Abs(point.Upper)) : point.HasInterval ? 0 : Math.Abs(point.Mean)
        : -1;

    private static string? OfMeasure(ChartRequest request, string measure, List<(string Place, string Group)> keys, List<string> scenarios)
    {
        var finding = new ChartFinding(request);
        var whole = keys.FindAll(key => key.Place == PlaceName.System);
        return finding.OfScenarios(
            [.. (whole.Count > 0 ? whole : keys).Select(key => finding.Line(measure, key.Place, key.Group, scenarios)).OfType<AnswerLine>()]);
    }

    /// <summary>The title, and the key of the measure that it speaks of; null where it speaks of none.</summary>
    private static (string? Finding, ResultKey? Told) OfScenario(ChartRequest request, string scenario, List<ResultKey> keys)
    {
        var finding = new ChartFinding(request);
        List<AnswerLine> lines = [.. keys.Select(key => finding.Line(key.Measure, key.Place, key.Group, [scenario])).OfType<AnswerLine>()];
        return (finding.OfScenario(scenario, lines), ChartFinding.ForemostOf(scenario, lines)?.Row?.Key);
    }

    private static string Notes(ChartRequest request) => DrawWords.CountOf(request.Results) is > 0 and var draws
        ? $"Shaded, and behind the brackets: {DrawWords.Known}, {DrawWords.Ends(draws)}. {Note}"
        : Note;

    private static (double From, double To)? BandOf(Difference? difference, double factor) =>
        difference is { HasAll: true } ? (difference.Lower95All * factor, difference.Upper95All * factor) : null;

    private static DotRow Absolute(ChartRequest request, string scenario, Difference? difference, int decimals)
    {
        var row = new DotRow(ScenarioName.Of(request.Results, scenario), Estimate.Of(difference)) { Band = BandOf(difference, 1) };
        return difference is null ? row : row with { Values = [Text(difference, decimals) + Judged(request, difference)] };
    }

    /// <summary>With a comma before it whether a change is for the better, where it is more than chance and that can be said; else empty.</summary>
    private static string Judged(ChartRequest request, Difference difference) =>
        Estimate.Of(difference).ExcludesZero && request.Names.Judged(difference.Key.Measure, difference.Mean) is { Length: > 0 } judged ? $", {judged}" : "";

    /// <summary><c>−54 [−62, −46] (−88 to −17)</c>.</summary>
    private static string Text(Difference difference, int decimals)
    {
        var chance = DotValues.Text(Estimate.Of(difference), decimals, signed: true);
        return difference.HasAll
            ? $"{chance} ({NumberText.ShortSigned(difference.Lower95All, decimals)} to {NumberText.ShortSigned(difference.Upper95All, decimals)})"
            : chance;
    }

    private static DotRow? Relative(ChartRequest request, string scenario, ResultKey key)
    {
        var index = ResultIndex.Of(request.Results);
        var difference = index.Difference(scenario, key.Period, key.Measure, key.Place, key.Group);
        var baseline = index.Summary(ExperimentPlan.BaselineId, key.Period, key.Measure, key.Place, key.Group);
        if (difference is null || baseline is null || !double.IsFinite(difference.Mean))
        {
            return null;
        }

        var own = Estimate.Of(difference);
        var label = Headline.RowLabel(request.Names, request.Names.Measure(key.Measure), PlaceName.System, key.Group);
        var text = $"{Text(difference, DotValues.Decimals([own]))} {UnitName.Difference(difference.Unit)}".TrimEnd() + Judged(request, difference);
        return baseline.Mean == 0
            ? new DotRow(label, Estimate.Undefined) { Values = [$"{text}; baseline 0"], Own = [(own, UnitName.DifferenceAxis(difference.Unit))] }
            : new DotRow(label, own.Times(100 / Math.Abs(baseline.Mean)))
            {
                Values = [text],
                Own = [(own, UnitName.DifferenceAxis(difference.Unit))],
                Band = BandOf(difference, 100 / Math.Abs(baseline.Mean)),
            };
    }
}

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
