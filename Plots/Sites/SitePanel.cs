using System.Globalization;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Sites;

/// <summary>Draws one place.</summary>
internal sealed class SitePanel
{
    private const double HeadingHeight = 13;
    private const double PanelHeight = 58;
    private const double Gap = 7;
    private const double PeriodHeight = 17;
    private const double AxisSpace = 34;
    private const double LabelSpace = 40;
    private const string MonthFormat = "yyyy-MM";

    private readonly Sheet sheet;
    private readonly Drawing drawing;
    private readonly PlaceSeries panel;
    private readonly IReadOnlyList<string> periods;
    private readonly bool monthly;
    private readonly double left;
    private readonly double right;
    private readonly LinearScale x;

    public SitePanel(Sheet sheet, PlaceSeries panel, IReadOnlyList<string> periods, bool monthly)
    {
        this.sheet = sheet;
        this.panel = panel;
        this.periods = periods;
        this.monthly = monthly;
        drawing = sheet.Drawing;
        left = sheet.Left + AxisSpace;
        right = sheet.Right - LabelSpace;
        x = new LinearScale(-0.3, periods.Count - 0.7, left, right);
    }

    /// <summary>How the first and the second line look.</summary>
    public static IReadOnlyList<(string Colour, string Dashes, string Fill)> Looks { get; } =
        [(Palette.DarkGrey, "4 2", "#E2E2E2"), (Palette.Blue, "", Palette.PaleBlue)];

    /// <summary>Draws it; returns its axis.</summary>
    public ValueAxis Draw(bool labelPeriods)
    {
        var heading = panel.Name;
        drawing.Text(left, sheet.Take(HeadingHeight) + (TextStyle.Heading.Size * TextMeasure.Ascent),
            TextMeasure.Cut(heading, TextStyle.Heading.Size, right - left, bold: true), TextStyle.Heading, Anchor.Start, heading);
        var top = sheet.Take(PanelHeight);
        var bottom = top + PanelHeight;
        var axis = new ValueAxis(panel.Lines.SelectMany(line => line.Points).SelectMany(point => point.Values), bottom, top, fromZero: false, 5);
        axis.Draw(drawing, left, right);
        DrawPeriods(top, bottom, labelPeriods);
        DrawLines(axis);
        LabelEnds(axis, top, bottom);
        sheet.Take(labelPeriods ? PeriodHeight : Gap);
        return axis;
    }

    private void DrawLines(ValueAxis axis)
    {
        var single = panel.Lines.Count == 1 ? 1 : 0;
        for (var i = 0; monthly && i < panel.Lines.Count; i++)
        {
            drawing.Band([.. panel.Lines[i].Points.Select((point, at) => (x[at], axis[point.Lower], axis[point.Upper]))], Looks[i + single].Fill);
        }

        for (var i = 0; i < panel.Lines.Count; i++)
        {
            var look = Looks[i + single];
            drawing.Curve(panel.Lines[i].Points.Select((point, at) => (x[at], axis[point.Mean])), look.Colour, 1.3, look.Dashes);
            for (var at = 0; !monthly && at < periods.Count; at++)
            {
                DrawYear(panel.Lines[i].Points[at], x[at] + ((i - ((panel.Lines.Count - 1) / 2.0)) * 5), axis, look.Colour);
            }

            for (var at = 0; at < periods.Count; at++)
            {
                var point = panel.Lines[i].Points[at];
                if (point.IsDefined)
                {
                    drawing.Number(x[at], axis[point.Mean], point.Drawn(panel.Name, panel.Lines[i].Name, periods[at], UnitName.Axis(panel.Unit)));
                }
            }
        }
    }

    private void DrawYear(Estimate point, double at, ValueAxis axis, string colour)
    {
        if (point.HasInterval)
        {
            drawing.Interval(at, axis[point.Lower], at, axis[point.Upper], colour, 1);
        }

        if (point.IsDefined)
        {
            drawing.Point(at, axis[point.Mean], 2.3, PointShape.Circle, colour);
        }
    }

    private void LabelEnds(ValueAxis axis, double top, double bottom)
    {
        var single = panel.Lines.Count == 1 ? 1 : 0;
        var ends = panel.Lines.Select((line, i) =>
            (Look: Looks[i + single], Last: line.Points.LastOrDefault(point => point.IsDefined, Estimate.Undefined).Mean))
            .Where(end => double.IsFinite(end.Last)).ToList();
        var decimals = axis.Step >= 1 ? axis.Step >= 20 ? 0 : 1 : Math.Min(4, 1 + (int)Math.Ceiling(-Math.Log10(axis.Step) - 1e-9));
        var placed = LabelPlacing.Spread([.. ends.Select(end => axis[end.Last])], TextStyle.Axis.Size * TextMeasure.LineHeight, top, bottom);
        for (var i = 0; i < ends.Count; i++)
        {
            drawing.Text(right + 4, placed[i] + (TextStyle.Axis.Size * 0.35),
                TextMeasure.Cut(NumberText.Short(ends[i].Last, decimals), TextStyle.Axis.Size, LabelSpace - 4),
                new TextStyle(TextStyle.Axis.Size, ends[i].Look.Colour));
        }
    }

    private void DrawPeriods(double top, double bottom, bool label)
    {
        foreach (var (at, text) in monthly ? Months() : Years())
        {
            drawing.Rule(x[at], top, x[at], bottom + (label ? 3 : 0), Palette.Grid, 0.5);
            if (label)
            {
                drawing.Text(x[at], bottom + 6 + (TextStyle.Axis.Size * TextMeasure.Ascent), text, TextStyle.Axis, Anchor.Middle);
            }
        }
    }

    private IEnumerable<(int At, string Text)> Months()
    {
        var first = Month(periods[0]);
        var length = Month(periods[^1]).AddMonths(1).DayNumber - first.DayNumber;
        foreach (var mark in DayMarks.Of(first, length, right - left, TextStyle.Axis.Size))
        {
            var at = periods.ToList().IndexOf(first.AddDays(mark.Day).ToString(MonthFormat, CultureInfo.InvariantCulture));
            if (at >= 0 && x[at] + (TextMeasure.Width(mark.Label, TextStyle.Axis.Size) / 2) < sheet.Right)
            {
                yield return (at, mark.Label);
            }
        }
    }

    private IEnumerable<(int At, string Text)> Years()
    {
        var end = double.NegativeInfinity;
        for (var at = 0; at < periods.Count; at++)
        {
            var half = TextMeasure.Width(periods[at], TextStyle.Axis.Size) / 2;
            if (x[at] - half >= end + 5 && x[at] + half <= sheet.Right)
            {
                end = x[at] + half;
                yield return (at, periods[at]);
            }
        }
    }

    private static DateOnly Month(string period) => DateOnly.ParseExact(period, MonthFormat, CultureInfo.InvariantCulture);
}
