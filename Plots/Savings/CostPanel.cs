using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Savings;

/// <summary>
/// Draws one panel against cost: lines with intervals, levels across, flags at costs. Several share their axis of cost, which stands below the last.
/// </summary>
internal sealed class CostPanel
{
    private const double HeadingHeight = 13;
    private const double LabelHeight = 9.5;
    private const double AboveLabels = 3;
    private const double AbovePlot = 6.5;
    private const double PlotHeight = 96;
    private const double Gap = 8;
    private const double AxisSpace = 32;
    private const double WideLabels = 74;
    private const double NarrowLabels = 60;
    private const double LabelGap = 6;
    private const double RoomForMark = 44;
    private const double Radius = 2.3;
    private const double Standing = 3.6;
    private const double Padding = 0.03;
    private const int MostMarks = 5;
    private const string FlagDashes = "2 2";

    private readonly Sheet sheet;
    private readonly Drawing drawing;
    private readonly LinearScale x;
    private readonly double left;
    private readonly double right;

    /// <param name="sheet">Where it goes.</param>
    /// <param name="costs">Every cost that is to have room [£ million a year].</param>
    public CostPanel(Sheet sheet, IReadOnlyCollection<double> costs)
    {
        this.sheet = sheet;
        drawing = sheet.Drawing;
        left = sheet.Left + AxisSpace;
        right = sheet.Right - (sheet.Narrow ? NarrowLabels : WideLabels);
        var (least, most) = (costs.Min(), costs.Max());
        var spread = most > least ? most - least : 1;
        x = new LinearScale(least - (Padding * spread), most + (Padding * spread), left, right);
    }

    public required string Heading { get; init; }

    /// <summary>Of the lines, as at an axis.</summary>
    public required string Unit { get; init; }

    public required IReadOnlyList<CostLine> Lines { get; init; }

    public IReadOnlyList<CostLevel> Levels { get; init; } = [];

    public IReadOnlyList<CostFlag> Flags { get; init; } = [];

    /// <summary>Draws it; returns its upright axis.</summary>
    public ValueAxis Draw()
    {
        var style = TextStyle.Heading;
        drawing.Text(sheet.Left, sheet.Take(HeadingHeight) + (style.Size * TextMeasure.Ascent), TextMeasure.Cut(Heading, style.Size, sheet.Width, bold: true),
            style, Anchor.Start, Heading);
        var labels = LabelRows.Place([.. Flags.Select(flag => (At(flag), TextMeasure.Width(Shown(flag), TextStyle.Axis.Size)))], sheet.Left, sheet.Right);
        sheet.Take((LabelHeight * labels.Select(label => label.Row + 1).DefaultIfEmpty(0).Max()) + AboveLabels);
        var top = sheet.Take(PlotHeight);
        var axis = new ValueAxis(Lines.SelectMany(line => line.Points).SelectMany(point => point.Value.Values).Concat(Levels.Select(level => level.Value)),
            top + PlotHeight, top, fromZero: false, MostMarks);
        axis.Draw(drawing, left, right);
        foreach (var level in Levels)
        {
            drawing.Rule(left, axis[level.Value], right, axis[level.Value], level.Colour, 0.9, level.Dashes);
        }

        DrawFlags(labels, top);
        foreach (var line in Lines)
        {
            DrawLine(line, axis);
        }

        LabelLines(axis, top);
        sheet.Take(Gap);
        return axis;
    }

    /// <summary>Draws the axis of cost below the last panel.</summary>
    public void DrawCosts(string title)
    {
        var ticks = Ticks.Within(x.Low, x.High, Math.Clamp((int)((right - left) / RoomForMark), 2, 8));
        FlatAxis.Draw(drawing, ticks.Values.Select(value => (x[value], ticks.Label(value))), left, right, sheet.Take(FlatAxis.Height));
        FlatAxis.Title(drawing, title, left, right, sheet.Take(FlatAxis.TitleHeight));
    }

    private double At(CostFlag flag) => x[flag.Cost] + flag.Shift;

    private string Shown(CostFlag flag)
    {
        var room = Math.Max(At(flag) - sheet.Left, sheet.Right - At(flag)) - LabelGap;
        return flag.Labels.FirstOrDefault(label => TextMeasure.Width(label, TextStyle.Axis.Size) <= room)
            ?? TextMeasure.Cut(flag.Labels[^1], TextStyle.Axis.Size, room);
    }

    private void DrawFlags(IReadOnlyList<(double Left, int Row)> labels, double top)
    {
        for (var i = 0; i < Flags.Count; i++)
        {
            var at = At(Flags[i]);
            drawing.Rule(at, top - (labels[i].Row * LabelHeight) - AbovePlot - 5.5, at, top + PlotHeight, Flags[i].Colour, 0.8, FlagDashes);
        }

        for (var i = 0; i < Flags.Count; i++)
        {
            LabelRows.Write(drawing, Shown(Flags[i]), new TextStyle(TextStyle.Axis.Size, Flags[i].Colour), labels[i].Left, At(Flags[i]),
                top - (labels[i].Row * LabelHeight) - AbovePlot);
        }
    }

    private void DrawLine(CostLine line, ValueAxis axis)
    {
        if (line.IsJoined)
        {
            drawing.Curve(line.Points.Select(point => (x[point.Cost] + line.Shift, axis[point.Value.Mean])), line.Colour, 1.3, line.Dashes);
        }

        for (var i = 0; i < line.Points.Count; i++)
        {
            var (at, value) = (x[line.Points[i].Cost] + line.Shift, line.Points[i].Value);
            if (value.HasInterval)
            {
                drawing.Interval(at, axis[value.Lower], at, axis[value.Upper], line.Colour, 0.9);
            }

            if (value.IsDefined)
            {
                drawing.Number(at, axis[value.Mean], value.Drawn(Heading, line.Name.Length > 0 ? line.Name : "best designs",
                    FormattableString.Invariant($"{line.Points[i].Cost:0.######}"), Unit));
                drawing.Point(at, axis[value.Mean], i == line.Highest ? Standing : Radius, line.Shape, line.Colour);
            }
        }
    }

    /// <summary>Names of lines and levels beside where they end, pushed apart where they would touch.</summary>
    private void LabelLines(ValueAxis axis, double top)
    {
        var size = TextStyle.Axis.Size;
        var labels = Lines.Where(line => line.Name.Length > 0).Select(line => (Y: axis[Last(line)], line.Name, line.Colour))
            .Concat(Levels.Where(level => level.Label.Length > 0).Select(level => (Y: axis[level.Value], Name: level.Label, level.Colour)))
            .Where(label => double.IsFinite(label.Y)).ToList();
        var placed = LabelPlacing.Spread([.. labels.Select(label => label.Y)], size * TextMeasure.LineHeight, top, top + PlotHeight);
        for (var i = 0; i < labels.Count; i++)
        {
            drawing.Text(right + LabelGap, placed[i] + (size * 0.35), TextMeasure.Cut(labels[i].Name, size, sheet.Right - right - LabelGap),
                new TextStyle(size, labels[i].Colour), Anchor.Start, labels[i].Name);
        }
    }

    private static double Last(CostLine line) => line.Points.Select(point => point.Value.Mean).LastOrDefault(double.IsFinite, double.NaN);
}
