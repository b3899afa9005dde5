using FlowSim.Plots.Answers;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Charts;

/// <summary>The answer in one picture: the levels that have a target, scenarios by what they do, between the baseline and the target.</summary>
internal static class TargetChart
{
    public const string Id = "targets";

    private const int MostColumns = 4;
    private const int MostRows = 10;
    private const string ChanceName = "change may be chance";

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
                [.. scenarios.Take(MostRows).Select(scenario => new DotRow(answer.TitleOf(scenario), LevelOf(line, line[scenario]))
                {
                    MayBeChance = MayBeChance(line[scenario]),
                })])
            {
                AxisTitle = UnitName.Axis(line.Unit),
                References = [new Reference(line.Target, LineWords.Target(line))],
                Guide = line.Level,
            })],
            Scenarios = [.. scenarios.Take(MostRows)],
            GuideName = "baseline",
            HollowName = ChanceName,
            Notes = "Intervals are those of the change from the baseline.",
        }, request);
    }

    /// <summary>Those that a scenario moves before others, in the order of the headline.</summary>
    private static List<AnswerLine> Told(List<AnswerLine> lines)
    {
        var chosen = lines.OrderByDescending(line => line.Cells.Any(line.Matters)).ThenByDescending(line => line.IsMissed).Take(MostColumns).ToHashSet();
        return lines.FindAll(chosen.Contains);
    }

    /// <summary>Without an interval nothing is said of chance.</summary>
    internal static bool MayBeChance(AnswerCell cell) => !cell.IsBeyondChance && !double.IsNaN(cell.Lower95);

    private static Estimate LevelOf(AnswerLine line, AnswerCell cell) => new(line.LevelUnder(cell), line.Level + cell.Lower95, line.Level + cell.Upper95);

    /// <summary>Of the one that goes furthest, as the paragraph begins with it.</summary>
    private static string? Finding(ChartRequest request, string first, List<AnswerLine> lines) => new ChartFinding(request).OfScenario(first, lines);

    private static void Legend(Sheet sheet, bool hasIntervals)
    {
        var key = new Key(sheet);
        key.Add("level under the scenario", (drawing, x, y) => drawing.Point(x + (Key.SwatchWidth / 2), y, 2.6, PointShape.Circle, Palette.Blue));
        if (hasIntervals)
        {
            key.Add(ChanceName, (drawing, x, y) => drawing.Point(x + (Key.SwatchWidth / 2), y, 2.6, PointShape.Circle, Palette.White, Palette.Blue));
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

/// <summary>Draws scenarios as rows and measures as columns, each on an axis of its own: where each level lies between the baseline and the target.</summary>
internal sealed class TargetColumns
{
    private const double OneLine = 13.5;
    private const double TwoLines = 22;
    private const int MostLabelLines = 2;
    private const double HeadLine = 9.6;
    private const int MostHeadLines = 3;
    private const double ColumnGap = 10;
    private const double LargestLabelShare = 0.3;
    private const double Radius = 2.7;
    private const double Padding = 0.08;
    private static readonly TextStyle TargetStyle = new(7.5, Palette.Vermilion);
    private static readonly TextStyle ValueStyle = new(7.5);

    private readonly Sheet sheet;
    private readonly Drawing drawing;
    private readonly IReadOnlyList<AnswerLine> lines;
    private readonly IReadOnlyList<(string Name, string Scenario)> rows;
    private readonly double labelWidth;
    private readonly double columnWidth;
    private readonly double rowHeight;

    /// <param name="sheet">Where to draw.</param>
    /// <param name="lines">With a target each.</param>
    /// <param name="rows">Names and ids of scenarios, from top to bottom.</param>
    public TargetColumns(Sheet sheet, IReadOnlyList<AnswerLine> lines, IReadOnlyList<(string Name, string Scenario)> rows)
    {
        (this.sheet, this.lines, this.rows) = (sheet, lines, rows);
        drawing = sheet.Drawing;
        labelWidth = Math.Min(rows.Max(row => TextMeasure.Width(row.Name, TextStyle.Label.Size)), sheet.Width * LargestLabelShare);
        rowHeight = rows.Any(row => LabelLines(row.Name).Count > 1) ? TwoLines : OneLine;
        columnWidth = (sheet.Width - labelWidth - (lines.Count * ColumnGap)) / lines.Count;
    }

    public void Draw()
    {
        var heads = lines.Select(line => TextMeasure.Wrap(line.Name, TextStyle.Heading.Size, columnWidth, MostHeadLines, bold: true)).ToList();
        var top = sheet.Take((heads.Max(head => head.Count) * HeadLine) + (2 * HeadLine) + 5);
        var first = sheet.Take(rowHeight * rows.Count);
        var bottom = first + (rowHeight * rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            var label = LabelLines(rows[row].Name);
            for (var i = 0; i < label.Count; i++)
            {
                drawing.Text(sheet.Left, Middle(first, row) + (TextStyle.Label.Size * 0.35) + ((i - ((label.Count - 1) / 2.0)) * HeadLine), label[i],
                    TextStyle.Label, Anchor.Start, label[^1].EndsWith('…') ? rows[row].Name : "");
            }
        }

        for (var column = 0; column < lines.Count; column++)
        {
            var left = sheet.Left + labelWidth + ColumnGap + (column * (columnWidth + ColumnGap));
            for (var i = 0; i < heads[column].Count; i++)
            {
                drawing.Text(left, top + (i * HeadLine) + (TextStyle.Heading.Size * TextMeasure.Ascent), heads[column][i], TextStyle.Heading, Anchor.Start,
                    lines[column].Name);
            }

            Column(lines[column], left, first - (2 * HeadLine) - 4, first, bottom);
        }
    }

    private double Middle(double first, int row) => first + ((row + 0.5) * rowHeight);

    private IReadOnlyList<string> LabelLines(string name) => TextMeasure.Wrap(name, TextStyle.Label.Size, labelWidth + 0.01, MostLabelLines);

    private void Column(AnswerLine line, double left, double head, double first, double bottom)
    {
        var cells = rows.Select(row => line[row.Scenario]).ToList();
        var decimals = Math.Max(0, Rounding.LevelDecimals(Math.Max(Math.Abs(line.Level), Math.Abs(line.Target))));
        var values = cells.ConvertAll(cell => !double.IsFinite(cell.Mean) ? "–"
            : line.Matters(cell) ? LineWords.Ends(line, cell).To : NumberText.Short(line.LevelUnder(cell), decimals));
        var numbers = values.Max(value => TextMeasure.Width(value, ValueStyle.Size));
        var levels = cells.SelectMany(cell => new[] { line.LevelUnder(cell), line.Level + cell.Lower95, line.Level + cell.Upper95 })
            .Append(line.Level).Append(line.Target).Where(double.IsFinite).ToList();
        var spread = levels.Max() > levels.Min() ? levels.Max() - levels.Min() : Math.Max(1, Math.Abs(levels.Max()) * 0.1);
        var x = new LinearScale(levels.Min() - (Padding * spread), levels.Max() + (Padding * spread), left, left + columnWidth - numbers - 4);
        drawing.Text(left, head + (TargetStyle.Size * TextMeasure.Ascent), TextMeasure.Cut(LineWords.Target(line), TargetStyle.Size, columnWidth), TargetStyle);
        drawing.Text(left, head + HeadLine + (TextStyle.Axis.Size * TextMeasure.Ascent),
            TextMeasure.Cut($"baseline {NumberText.Short(line.Level, decimals)}{(line.IsShare ? " %" : "")}", TextStyle.Axis.Size, columnWidth), TextStyle.Axis);
        drawing.Rule(x[line.Level], first, x[line.Level], bottom, Palette.MidGrey, 0.9);
        drawing.Rule(x[line.Target], first, x[line.Target], bottom, Palette.Vermilion, 1.1, "4 2");
        for (var row = 0; row < cells.Count; row++)
        {
            var y = Middle(first, row);
            Row(line, cells[row], rows[row].Name, x, y);
            drawing.Text(left + columnWidth, y + (ValueStyle.Size * 0.35), values[row], ValueStyle with { Bold = line.Matters(cells[row]) }, Anchor.End);
        }
    }

    private void Row(AnswerLine line, AnswerCell cell, string name, LinearScale x, double y)
    {
        if (!double.IsFinite(cell.Mean))
        {
            return;
        }

        var level = line.LevelUnder(cell);
        drawing.Rule(x[line.Level], y, x[level], y, Palette.PaleBlue, 3);
        if (double.IsFinite(cell.Lower95))
        {
            drawing.Interval(x[line.Level + cell.Lower95], y, x[line.Level + cell.Upper95], y, Palette.Blue, 1.1);
        }

        var isSure = !TargetChart.MayBeChance(cell);
        drawing.Point(x[level], y, Radius, PointShape.Circle, isSure ? Palette.Blue : Palette.White, isSure ? Palette.White : Palette.Blue);
        drawing.Number(x[level], y, new Estimate(level, line.Level + cell.Lower95, line.Level + cell.Upper95)
            .Drawn(line.Name, "level", name, UnitName.Axis(line.Unit)));
    }
}
