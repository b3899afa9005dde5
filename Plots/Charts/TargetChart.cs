using FlowSim.Plots.Dots;
using FlowSim.Plots.Report.Answers;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Charts;

/// <summary>The answer in one picture: the levels that have a target, scenarios by what they do, between the baseline and the target.</summary>
internal static class TargetChart
{
    public const string Id = "targets";

    private const int MostColumns = 4;
    private const int MostRows = 10;

    public static Chart Chart { get; } = new(Id, "Scenarios against targets",
        "the answer in one picture: how far each scenario takes the measures that have a target, of the whole system", Draw)
    {
        Takes = Narrowing.Scenario,
        IsDrawnByRun = true,
    };

    private static ChartDrawings Draw(ChartRequest request)
    {
        if (Answer.Of(request.Results, []) is not { } answer)
        {
            return ChartDrawings.Nothing("nothing was compared with a baseline");
        }

        var lines = answer.Lines.Where(line => line.HasTarget && double.IsFinite(line.Level)).ToList();
        var scenarios = answer.Scenarios.Where(scenario => request.Chosen.Count == 0 || request.Chosen.Contains(scenario)).ToList();
        return lines.Count == 0 || scenarios.Count == 0 ? ChartDrawings.Nothing("no measure of the headline has a target and a value, or no scenario was compared")
            : ChartDrawings.Of(request.WidthMillimetres < Sheet.NarrowBelow ? Narrow(request, answer, lines, scenarios)
                : [Wide(request, answer, lines, scenarios)], "");
    }

    private static Drawing Wide(ChartRequest request, Answer answer, List<AnswerLine> lines, List<string> scenarios)
    {
        var (shown, rows) = (Told(lines), scenarios.Take(MostRows).Select(scenario => (answer.TitleOf(scenario), scenario)).ToList());
        var sheet = new Sheet(request, FileStem.Of(Id, request.Scenario ?? ""), "Scenarios against targets",
            $"Where each scenario takes the measures that have a target, {answer.Period}, whole system. {request.Results.System.Title}.", Finding(request, scenarios[0], shown));
        Legend(sheet, scenarios.Exists(scenario => shown.Any(line => double.IsFinite(line[scenario].Half))));
        new TargetColumns(sheet, shown, rows).Draw();
        var more = scenarios.Count > rows.Count ? FormattableString.Invariant($" The {scenarios.Count - rows.Count} that do least are left out.") : "";
        return sheet.Finish(Describe(answer, shown, scenarios), $"{Interval(shown, scenarios)}{more} Each column has its own axis, which does not begin at 0.",
            [.. scenarios.Take(MostRows)]);
    }

    private static IReadOnlyList<Drawing> Narrow(ChartRequest request, Answer answer, List<AnswerLine> lines, List<string> scenarios)
    {
        var shown = Told(lines);
        return DotPlotDrawing.Draw(new DotPlot
        {
            Name = FileStem.Of(Id, request.Scenario ?? ""),
            Title = "Scenarios against targets",
            Finding = Finding(request, scenarios[0], shown),
            Subtitle = $"Where each scenario takes the measures that have a target, {answer.Period}, whole system. {request.Results.System.Title}.",
            AxisTitle = "",
            SharedAxis = false,
            Series = [new DotSeries("level", Palette.Blue, PointShape.Circle)],
            Groups = [.. shown.Select(line => new DotGroup(line.Name,
                [.. scenarios.Take(MostRows).Select(scenario => new DotRow(answer.TitleOf(scenario), LevelOf(line, line[scenario])))])
            {
                AxisTitle = UnitName.Axis(line.Unit),
                References = [new Reference(line.Target, LineWords.Target(line))],
                Guide = line.Level,
            })],
            Scenarios = [.. scenarios.Take(MostRows)],
            GuideName = "baseline",
            Notes = "Intervals are those of the change from the baseline.",
        }, request);
    }

    /// <summary>Those that a scenario moves before others, in the order of the headline.</summary>
    private static List<AnswerLine> Told(List<AnswerLine> lines)
    {
        var chosen = lines.OrderByDescending(line => line.Cells.Any(line.Matters)).ThenByDescending(line => line.IsMissed).Take(MostColumns).ToHashSet();
        return lines.FindAll(chosen.Contains);
    }

    private static Estimate LevelOf(AnswerLine line, AnswerCell cell) => new(line.LevelUnder(cell), line.Level + cell.Lower95, line.Level + cell.Upper95);

    /// <summary>Of the one that goes furthest, as the paragraph begins with it.</summary>
    private static string? Finding(ChartRequest request, string first, List<AnswerLine> lines) => new ChartFinding(request).OfScenario(first, lines);

    private static void Legend(Sheet sheet, bool hasIntervals)
    {
        var key = new Key(sheet);
        key.Add("level under the scenario", (drawing, x, y) => drawing.Point(x + (Key.SwatchWidth / 2), y, 2.6, PointShape.Circle, Palette.Blue));
        if (hasIntervals)
        {
            key.Add("change may be chance", (drawing, x, y) => drawing.Point(x + (Key.SwatchWidth / 2), y, 2.6, PointShape.Circle, Palette.White, Palette.Blue));
        }

        key.Add("baseline", (drawing, x, y) => drawing.Rule(x + (Key.SwatchWidth / 2), y - 5, x + (Key.SwatchWidth / 2), y + 5, Palette.MidGrey, 0.9));
        key.Add("target", (drawing, x, y) => drawing.Rule(x + (Key.SwatchWidth / 2), y - 5, x + (Key.SwatchWidth / 2), y + 5, Palette.Vermilion, 1.1, "4 2"));
        key.Draw();
    }

    private static string Interval(List<AnswerLine> lines, List<string> scenarios) =>
        scenarios.Exists(scenario => lines.Exists(line => double.IsFinite(line[scenario].Half)))
            ? "Lines through the points: 95 % intervals of the change from the baseline, paired by replication; bold: beyond chance and large enough to matter."
            : "One replication: there is no interval.";

    private static string Describe(Answer answer, List<AnswerLine> lines, List<string> scenarios) =>
        "Scenarios from top to bottom, measures side by side. " + string.Join(" ", lines.Select(line =>
        {
            var words = new LineWords(answer.Data.Period, answer.Data.IsWhole(answer.Data.Period));
            var levels = scenarios.Where(scenario => double.IsFinite(line[scenario].Mean))
                .Select(scenario => $"{answer.TitleOf(scenario)} {words.Level(line, line.LevelUnder(line[scenario]), line[scenario])}");
            return $"{line.Name}: baseline {words.Level(line, line.Level)}, {LineWords.Target(line)}; {string.Join("; ", levels)}.";
        }));
}
