using System.Globalization;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Charts;

/// <summary>Draws one panel of the fan chart.</summary>
internal sealed class FanPanelDrawing
{
    public const double MeanWidth = 1.1;
    public const double OpenWidth = 0.9;
    public const double GuideWidth = 1;
    public const string GuideDashes = "4 2";

    private const string Mean = "mean";
    private const string Open = "open";
    private const string Recorded = "recorded";

    public const double RecordedRadius = 1.6;
    private const double AxisSpace = 32;
    private const double LabelSpace = 52;
    private const int MostMarks = 6;

    // Days that stand closer than the line is wide run into each other: a week of them is a smear, not a rhythm.
    private const double LeastPitch = 1.3;

    private readonly Drawing drawing;
    private readonly FanPanel panel;
    private readonly double top;
    private readonly double bottom;
    private readonly double left;
    private readonly double right;
    private readonly ValueAxis y;
    private readonly LinearScale x;

    public FanPanelDrawing(Sheet sheet, FanPanel panel, double top, double bottom)
    {
        drawing = sheet.Drawing;
        this.panel = panel;
        this.top = top;
        this.bottom = bottom;
        left = sheet.Left + AxisSpace;
        right = sheet.Right - LabelSpace;
        y = new ValueAxis(ValuesOf(panel), bottom, top, fromZero: false, MostMarks);
        x = new LinearScale(0, Math.Max(1, panel.Occupied.Count - 1), left, right);
    }

    public ValueAxis Axis => y;

    /// <summary>Days that share a point: a week where days would stand too close to be told apart, else one.</summary>
    public static int DaysAPoint(int days, double width) => width / days >= LeastPitch ? 1 : 7;

    /// <summary>Width that the days of a sheet have [pt].</summary>
    public static double WidthOf(Sheet sheet) => sheet.Width - AxisSpace - LabelSpace;

    public void Draw(bool hasDates, bool labelDays)
    {
        drawing.Text(left, top - 4, TextMeasure.Cut(panel.Name, TextStyle.Heading.Size, right - left, bold: true), TextStyle.Heading, Anchor.Start, panel.Name);
        DrawGrid(hasDates, labelDays);
        var days = panel.Thinned(DaysAPoint(panel.Occupied.Count, right - left));
        drawing.Band([.. days.Select(day => (x[day.At], y[day.Occupied.P05], y[day.Occupied.P95]))], Palette.PaleBlue);
        drawing.Curve(days.Select(day => (x[day.At], y[day.Open])), Palette.Black, OpenWidth);
        drawing.Curve(days.Select(day => (x[day.At], y[LimitOf(panel) * day.Open])), Palette.Vermilion, GuideWidth, GuideDashes);
        drawing.Curve(days.Select(day => (x[day.At], y[day.Occupied.Mean])), Palette.Blue, MeanWidth);
        for (var day = 0; day < panel.Recorded.Count; day++)
        {
            if (double.IsFinite(panel.Recorded[day]))
            {
                drawing.Point(x[day], y[panel.Recorded[day]], RecordedRadius, PointShape.Diamond, Palette.Vermilion);
            }
        }

        LabelLines();
        Tell(days, hasDates);
    }

    private void Tell(IReadOnlyList<(double At, TimelinePoint Occupied, double Open)> days, bool hasDates)
    {
        foreach (var (at, occupied, _) in days)
        {
            Add(at, occupied.Mean, new DrawnNumber(panel.Name, Mean, DayOf((int)at, hasDates), occupied.Mean, occupied.P05, occupied.P95, panel.Unit));
        }

        foreach (var (at, _, open) in panel.IsShare ? [] : days)
        {
            Add(at, open, new DrawnNumber(panel.Name, Open, DayOf((int)at, hasDates), open, double.NaN, double.NaN, panel.Unit));
        }

        for (var day = 0; day < panel.Recorded.Count; day++)
        {
            Add(day, panel.Recorded[day], new DrawnNumber(panel.Name, Recorded, DayOf(day, hasDates), panel.Recorded[day], double.NaN, double.NaN, panel.Unit));
        }

        void Add(double at, double value, DrawnNumber number)
        {
            if (double.IsFinite(value))
            {
                drawing.Number(x[at], y[value], number);
            }
        }
    }

    /// <summary>A date, or the number of the day where there are no dates.</summary>
    private string DayOf(int day, bool hasDates) =>
        hasDates ? panel.FirstDay.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : (day + 1).ToString(CultureInfo.InvariantCulture);

    private void DrawGrid(bool hasDates, bool labelDays)
    {
        var style = TextStyle.Axis;
        y.Draw(drawing, left, right);
        foreach (var mark in DayMarks.Of(hasDates ? panel.FirstDay : null, panel.Occupied.Count, right - left, style.Size))
        {
            drawing.Rule(x[mark.Day], top, x[mark.Day], bottom + (labelDays ? 3 : 0), Palette.Grid, 0.5);
            if (labelDays)
            {
                drawing.Text(x[mark.Day], bottom + 6 + style.Size, mark.Label, style, Anchor.Middle);
            }
        }
    }

    /// <summary>Means over the days beside their heights on the axis, pushed apart where they would touch.</summary>
    private void LabelLines()
    {
        var labels = new List<(double Y, string Text, string Colour)>();
        Add(panel.Occupied.Select(point => (double)point.Mean), Mean, Palette.Blue, 1);
        Add(panel.Open, Open, Palette.Black, 1, isAnywhere: !panel.IsShare);
        Add(panel.Open, panel.Limit is { } limit ? $"{NumberText.Exact(limit.Value)} %" : "", Palette.Vermilion, LimitOf(panel), isAnywhere: !panel.IsShare);
        Add(panel.Recorded, Recorded, Palette.Vermilion, 1);
        var size = TextStyle.Axis.Size;
        var placed = LabelPlacing.Spread([.. labels.Select(label => label.Y)], size * TextMeasure.LineHeight, top, bottom);
        for (var i = 0; i < labels.Count; i++)
        {
            drawing.Text(right + 4, placed[i] + (size * 0.35), TextMeasure.Cut(labels[i].Text, size, LabelSpace - 4), new TextStyle(size, labels[i].Colour),
                Anchor.Start, labels[i].Text);
        }

        void Add(IEnumerable<double> values, string name, string colour, double share, bool isAnywhere = true)
        {
            var mean = values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average() * share;
            if (!double.IsNaN(mean))
            {
                labels.Add((y[mean], isAnywhere ? $"{name} {NumberText.Short(mean, y.Step < 1 || panel.IsShare ? 1 : 0)}" : name, colour));
            }
        }
    }

    private static IEnumerable<double> ValuesOf(FanPanel panel) =>
        panel.Occupied.SelectMany(point => new double[] { point.P05, point.P95, point.Mean }).Concat(panel.Open)
            .Concat(panel.Open.Select(beds => LimitOf(panel) * beds).Where(double.IsFinite)).Concat(panel.Recorded.Where(double.IsFinite));

    /// <summary>As a share of 1; NaN without one.</summary>
    private static double LimitOf(FanPanel panel) => panel.Limit is { } limit ? limit.Value / 100 : double.NaN;
}
