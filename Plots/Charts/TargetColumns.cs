using FlowSim.Plots.Report.Answers;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Charts;

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
        var values = cells.ConvertAll(cell => double.IsFinite(cell.Mean) ? NumberText.Short(line.LevelUnder(cell), decimals) : "–");
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

        var isSure = cell.IsBeyondChance || double.IsNaN(cell.Lower95);
        drawing.Point(x[level], y, Radius, PointShape.Circle, isSure ? Palette.Blue : Palette.White, isSure ? Palette.White : Palette.Blue);
        drawing.Number(x[level], y, new Estimate(level, line.Level + cell.Lower95, line.Level + cell.Upper95)
            .Drawn(line.Name, "level", name, UnitName.Axis(line.Unit)));
    }
}
