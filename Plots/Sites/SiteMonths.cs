using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Sites;

/// <summary>Small multiples by place of a measure over months, or years where it has no months: the baseline, and a scenario beside it.</summary>
internal static class SiteMonths
{
    private const string Id = "sites";
    private const int PanelsOnPage = 8;

    public static Chart Chart { get; } = new(Id, "A measure by place over time",
        "small multiples by place of a measure over months, or years, with --measure; else the first monthly headline measure", Draw)
    {
        Takes = Narrowing.Scenario | Narrowing.Site | Narrowing.Measure,
    };

    private static ChartDrawings Draw(ChartRequest request)
    {
        var measure = request.Measure ?? DefaultMeasure(request);
        var run = request.Results.Run.Scenarios;
        var compared = request.Chosen.Count > 0 ? [.. request.OnesDrawn] : request.OnesDrawn.Where(scenario => scenario != ExperimentPlan.BaselineId).ToList();
        var pairs = run.Contains(ExperimentPlan.BaselineId) && compared.Exists(scenario => scenario != ExperimentPlan.BaselineId)
            ? compared.ConvertAll<IReadOnlyList<string>>(scenario => scenario == ExperimentPlan.BaselineId ? [scenario] : [ExperimentPlan.BaselineId, scenario])
            : [[compared.FirstOrDefault() ?? ExperimentPlan.BaselineId]];
        var drawings = pairs.SelectMany(scenarios => Draw(request, measure, scenarios)).ToList();
        return ChartDrawings.Of(drawings, measure.Length == 0
            ? $"no headline measure has values for two months or years{Missing(request)}"
            : $"{measure} has no values for two months or years{(request.Place is { } place ? $" at {place}" : "")}{Missing(request)}");
    }

    private static string DefaultMeasure(ChartRequest request)
    {
        var baseline = request.Results.Run.Scenarios[0];
        var ids = Headline.Of(request.Results);
        return ids.FirstOrDefault(id => PlaceSeries.Periods(request, [baseline], id) is { Monthly: true, Names.Count: > 1 })
            ?? ids.FirstOrDefault(id => PlaceSeries.Periods(request, [baseline], id).Names.Count > 1) ?? "";
    }

    private static IEnumerable<Drawing> Draw(ChartRequest request, string measure, IReadOnlyList<string> scenarios)
    {
        var (names, monthly) = PlaceSeries.Periods(request, scenarios, measure);
        if (names.Count < 2)
        {
            yield break;
        }

        var panels = PlaceSeries.Of(request, scenarios, measure, names);
        var pages = panels.Chunk(PanelsOnPage).ToList();
        for (var page = 0; page < pages.Count; page++)
        {
            var name = FileStem.Page(FileStem.Of(Id, measure, scenarios[^1], request.Place ?? ""), page);
            yield return Page(request, measure, scenarios, names, monthly, name, pages[page]);
        }
    }

    private static Drawing Page(ChartRequest request, string measure, IReadOnlyList<string> scenarios, IReadOnlyList<string> names, bool monthly, string name,
        PlaceSeries[] panels)
    {
        var unit = panels[0].Unit;
        var title = scenarios.Count == 1
            ? $"{request.Names.Measure(measure)}: {ScenarioName.Of(request.Results, scenarios[0])}"
            : $"{request.Names.Measure(measure)}: {ScenarioName.Of(request.Results, scenarios[1])} and the baseline";
        var sheet = new Sheet(request, name, title, $"By {(monthly ? "month" : "year")} and place, in {UnitName.Axis(unit)}. {request.Results.System.Title}.",
            Finding(request, measure, scenarios[^1], names, monthly));
        DrawKey(sheet, request, scenarios);
        var axes = Array.ConvertAll(panels, panel => new SitePanel(sheet, panel, names, monthly).Draw(ReferenceEquals(panel, panels[^1])));

        var interval = panels.Any(panel => panel.Lines.Any(line => line.Points.Any(point => point.HasInterval)))
            ? $"{(monthly ? "Bands" : "Lines through the points")}: 95 % intervals of the mean, for each {(monthly ? "month" : "year")} by itself; two that overlap may still differ, because the scenarios share their patients and their random numbers: see the chart of differences."
            : "One replication: there is no interval.";
        return sheet.Finish(Describe(panels, names), $"{interval}{ValueAxis.Note(axes)}{(monthly || Missing(request).Length == 0 ? "" : $" Drawn for whole years{Missing(request)}.")}", scenarios);
    }

    /// <summary>That the months were not written, where they were not.</summary>
    private static string Missing(ChartRequest request) => LeftOutWords.Months(request.Results) is { Length: > 0 } words ? "; " + words : "";

    /// <summary>In how many of the periods the scenario moves the measure beyond chance, where it is most of them and all one way.</summary>
    private static string? Finding(ChartRequest request, string measure, string scenario, IReadOnlyList<string> periods, bool monthly)
    {
        var index = ResultIndex.Of(request.Results);
        var place = request.Place ?? PlaceName.System;
        var beyond = periods.Select(period => Estimate.Of(index.Difference(scenario, period, measure, place))).Where(one => one.ExcludesZero).ToList();
        if (2 * beyond.Count <= periods.Count || beyond.Exists(one => one.Mean > 0) == beyond.Exists(one => one.Mean < 0))
        {
            return null;
        }

        var word = request.Names.Word(measure);
        var where = request.Names.At(place);
        var verb = beyond[0].Mean > 0 ? word.Rise : word.Fall;
        return new ChartFinding(request).Scenario(scenario, FormattableString.Invariant(
            $"{word.InSentence}{where} {verb} in {beyond.Count} of {periods.Count} {(monthly ? "months" : "years")} by more than chance would"));
    }

    private static void DrawKey(Sheet sheet, ChartRequest request, IReadOnlyList<string> scenarios)
    {
        if (scenarios.Count < 2)
        {
            return;
        }

        var key = new Key(sheet);
        for (var i = 0; i < scenarios.Count; i++)
        {
            var look = SitePanel.Looks[i];
            key.Add(ScenarioName.Of(request.Results, scenarios[i]),
                (drawing, x, y) => drawing.Rule(x, y, x + Key.SwatchWidth, y, look.Colour, 1.3, look.Dashes));
        }

        key.Draw();
    }

    private static string Describe(IReadOnlyList<PlaceSeries> panels, IReadOnlyList<string> names) =>
        $"Lines over time from {names[0]} to {names[^1]}. "
            + string.Join(" ", panels.Select(panel => $"{panel.Name}: {string.Join("; ", panel.Lines.Select(line => $"{line.Name} {Ends(line.Points)}"))}."));

    private static string Ends(IReadOnlyList<Estimate> points)
    {
        var means = points.Where(point => point.IsDefined).Select(point => point.Mean).ToList();
        if (means.Count == 0)
        {
            return "not defined";
        }

        var decimals = Rounding.ForDrawing(means);
        return $"from {NumberText.Short(means[0], decimals)} to {NumberText.Short(means[^1], decimals)}, lowest {NumberText.Short(means.Min(), decimals)}, highest {NumberText.Short(means.Max(), decimals)}";
    }
}
