using FlowSim.Plots.Charts;
using FlowSim.Plots.Svg;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;

namespace FlowSim.Plots.Weeks;

/// <summary>Draws a week as seven rows of twenty-four cells, with the numbers in them where there is room.</summary>
internal sealed class WeekPanel
{
    private const double HeadingHeight = 13;
    private const double RowHeight = 11.5;
    private const double HoursHeight = 12;
    private const double KeyHeight = 14;
    private const double Gap = 6;
    private const double DaySpace = 26;
    private const int Hours = 24;
    private const int KeySteps = 24;

    private static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly TextStyle CellStyle = new(7);

    private readonly Sheet sheet;
    private readonly Drawing drawing;
    private readonly string heading;
    private readonly TimelineSummary series;
    private readonly double left;
    private readonly double cell;
    private readonly double low;
    private readonly double high;
    private readonly int decimals;
    private readonly string unit;

    /// <param name="sheet">Where to draw.</param>
    /// <param name="heading">The place.</param>
    /// <param name="series">By hour of the week.</param>
    /// <param name="unit">Of its numbers; empty where it is not known.</param>
    public WeekPanel(Sheet sheet, string heading, TimelineSummary series, string unit)
    {
        this.unit = unit;
        this.sheet = sheet;
        this.heading = heading;
        this.series = series;
        drawing = sheet.Drawing;
        left = sheet.Left + DaySpace;
        cell = (sheet.Right - left) / Hours;
        var means = series.Points.Select(point => (double)point.Mean).Where(double.IsFinite).ToList();
        (low, high) = (means.Min(), means.Max());
        decimals = Math.Min(1, Rounding.ForDrawing(means));
    }

    /// <summary>An hour of the week in words.</summary>
    public static string HourName(int hour) => FormattableString.Invariant($"{Weekdays[hour / Hours % Weekdays.Length]} {hour % Hours:00}:00");

    /// <param name="hasNumbers">True: they stand in the cells where all have room.</param>
    public void Draw(bool hasNumbers)
    {
        var style = TextStyle.Heading;
        drawing.Text(sheet.Left, sheet.Take(HeadingHeight) + (style.Size * TextMeasure.Ascent), TextMeasure.Cut(heading, style.Size, sheet.Width, bold: true),
            style, Anchor.Start, heading);
        DrawHours(sheet.Take(HoursHeight));
        var top = sheet.Take(RowHeight * Weekdays.Length);
        var numbers = hasNumbers && series.Points.All(point => !float.IsFinite(point.Mean) || TextMeasure.Width(Text(point.Mean), CellStyle.Size) < cell - 1);
        var hours = Enumerable.Range(0, Math.Min(series.Points.Count, Weekdays.Length * Hours)).ToList();
        foreach (var hour in hours.OrderBy(hour => series.Points[hour].Mean))
        {
            DrawCell(series.Points[hour].Mean, left + (hour % Hours * cell), top + (hour / Hours * RowHeight));
        }

        foreach (var hour in hours)
        {
            var point = series.Points[hour];
            drawing.Number(left + ((hour % Hours + 0.5) * cell), top + ((hour / Hours + 0.5) * RowHeight),
                new DrawnNumber(heading, Weekdays[hour / Hours], FormattableString.Invariant($"{hour % Hours:00}:00"), point.Mean, point.P05, point.P95, unit));
        }

        foreach (var hour in hours.Where(_ => numbers))
        {
            WriteNumber(series.Points[hour].Mean, left + (hour % Hours * cell), top + (hour / Hours * RowHeight));
        }

        for (var day = 0; day < Weekdays.Length; day++)
        {
            drawing.Text(left - 4, top + ((day + 0.5) * RowHeight) + (TextStyle.Axis.Size * 0.35), Weekdays[day], TextStyle.Axis, Anchor.End);
        }

        sheet.Take(3);
        DrawKey(sheet.Take(KeyHeight));
        sheet.Take(Gap);
    }

    private void DrawHours(double top)
    {
        var step = TextMeasure.Width("00", TextStyle.Axis.Size) + 2 < cell * 2 ? 2 : 6;
        for (var hour = 0; hour < Hours; hour += step)
        {
            drawing.Text(left + (hour * cell), top + 1 + (TextStyle.Axis.Size * TextMeasure.Ascent), FormattableString.Invariant($"{hour:00}"), TextStyle.Axis);
        }
    }

    private void DrawCell(double mean, double x, double y)
    {
        if (!double.IsFinite(mean))
        {
            drawing.Rectangle(x, y, cell, RowHeight, new Shade(Palette.White, Hatch.Rising), MarkKind.Cell);
            return;
        }

        drawing.Rectangle(x, y, cell + 0.1, RowHeight + 0.1, ColourOf(mean), MarkKind.Cell);
    }

    private void WriteNumber(double mean, double x, double y)
    {
        if (double.IsFinite(mean))
        {
            var colour = ColourOf(mean);
            drawing.Text(x + (cell / 2), y + (RowHeight / 2) + (CellStyle.Size * 0.35), Text(mean),
                CellStyle with { Colour = Palette.InkOn(colour), On = colour }, Anchor.Middle);
        }
    }

    private void DrawKey(double top)
    {
        var style = TextStyle.Axis;
        var from = $"fewest {Text(low)}";
        var to = $"most {Text(high)}";
        drawing.Text(left, top + (style.Size * TextMeasure.Ascent), from, style);
        var x = left + TextMeasure.Width(from, style.Size) + 4;
        var step = Math.Max(1, Math.Min(5, (sheet.Right - x - TextMeasure.Width(to, style.Size) - 8) / KeySteps));
        for (var i = 0; i < KeySteps; i++)
        {
            drawing.Rectangle(x + (i * step), top + 1, step + 0.1, 7, ColourOf(i));
        }

        drawing.Text(x + (KeySteps * step) + 4, top + (style.Size * TextMeasure.Ascent), to, style);
    }

    /// <summary>One of the colours of the key.</summary>
    private string ColourOf(double mean) => ColourOf(high > low ? (int)Math.Min(KeySteps - 1, KeySteps * (mean - low) / (high - low)) : KeySteps / 2);

    private static string ColourOf(int step) => Palette.Sequential((step + 0.5) / KeySteps);

    private string Text(double mean) => NumberText.Short(mean, decimals);
}
