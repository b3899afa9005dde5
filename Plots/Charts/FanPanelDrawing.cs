using FlowSim.Plots.Svg;

namespace FlowSim.Plots.Charts;

/// <summary>Draws one panel of the fan chart.</summary>
internal sealed class FanPanelDrawing
{
    public const double MeanWidth = 1.6;
    public const double OpenWidth = 1.2;
    public const double GuideWidth = 1.4;
    public const string GuideDashes = "6 3";

    private const double Left = 58;
    private const double RightSpace = 84;
    private const int MostIntervals = 4;

    private readonly SvgDrawing drawing;
    private readonly FanPanel panel;
    private readonly double top;
    private readonly double bottom;
    private readonly double size;
    private readonly double right;
    private readonly Ticks ticks;
    private readonly LinearScale y;
    private readonly LinearScale x;

    public FanPanelDrawing(SvgDrawing drawing, FanPanel panel, double top, double bottom, double size)
    {
        this.drawing = drawing;
        this.panel = panel;
        this.top = top;
        this.bottom = bottom;
        this.size = size;
        right = drawing.Width - RightSpace;
        ticks = TicksOf(panel);
        y = new LinearScale(ticks.First, ticks.Last, bottom, top);
        x = new LinearScale(0, Math.Max(1, panel.Occupied.Count - 1), Left, right);
    }

    public void Draw(bool hasDates, bool labelDays)
    {
        drawing.Text(Left, top - 6, panel.Place, size, bold: true);
        DrawGrid(hasDates, labelDays);
        drawing.Band([.. panel.Occupied.Select((point, day) => (x[day], y[point.P05], y[point.P95]))], Palette.PaleBlue);
        drawing.Curve(panel.Open.Select((beds, day) => (x[day], y[beds])), Palette.Black, OpenWidth);
        drawing.Curve(panel.Open.Select((beds, day) => (x[day], y[OccupancyFan.GuidedRate * beds])), Palette.Vermilion, GuideWidth, GuideDashes);
        drawing.Curve(panel.Occupied.Select((point, day) => (x[day], y[point.Mean])), Palette.Blue, MeanWidth);
        LabelLines();
    }

    private void DrawGrid(bool hasDates, bool labelDays)
    {
        foreach (var value in ticks.Values)
        {
            drawing.Rule(Left, y[value], right, y[value], Palette.Grid, 0.8);
            drawing.Text(Left - 6, y[value] + (size * 0.35), ticks.Label(value), size, Anchor.End, Palette.DarkGrey);
        }

        foreach (var mark in DayMarks.Of(hasDates ? panel.FirstDay : null, panel.Occupied.Count, right - Left, size))
        {
            drawing.Rule(x[mark.Day], top, x[mark.Day], bottom + (labelDays ? 4 : 0), Palette.Grid, 0.8);
            if (labelDays)
            {
                drawing.Text(x[mark.Day], bottom + 8 + size, mark.Label, size, Anchor.Middle, Palette.DarkGrey);
            }
        }
    }

    /// <summary>The last values beside the ends of their lines, pushed apart where they would touch.</summary>
    private void LabelLines()
    {
        var labels = new List<(double Y, string Text, string Colour)>();
        Add(panel.Occupied.Select(point => (double)point.Mean), "mean", Palette.Blue, 1);
        Add(panel.Open, "open", Palette.Black, 1);
        Add(panel.Open, "92 %", Palette.Vermilion, OccupancyFan.GuidedRate);
        var line = size * TextMeasure.LineHeight;
        var placed = LabelPlacing.Spread([.. labels.Select(label => label.Y)], line, top, bottom);
        for (var i = 0; i < labels.Count; i++)
        {
            drawing.Text(right + 6, placed[i] + (size * 0.35), labels[i].Text, size, Anchor.Start, labels[i].Colour);
        }

        void Add(IEnumerable<double> values, string name, string colour, double share)
        {
            var last = values.LastOrDefault(value => !double.IsNaN(value), double.NaN) * share;
            if (!double.IsNaN(last))
            {
                labels.Add((y[last], FormattableString.Invariant($"{name} {Math.Round(last, ticks.Step < 1 ? 1 : 0)}"), colour));
            }
        }
    }

    private static Ticks TicksOf(FanPanel panel)
    {
        var values = panel.Occupied.SelectMany(point => new double[] { point.P05, point.P95, point.Mean }).Concat(panel.Open)
            .Concat(panel.Open.Select(beds => OccupancyFan.GuidedRate * beds)).Where(value => !double.IsNaN(value)).DefaultIfEmpty(0).ToList();
        return Ticks.Around(values.Min(), values.Max(), MostIntervals);
    }
}
