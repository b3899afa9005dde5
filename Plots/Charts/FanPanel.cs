using System.Globalization;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Plots.Charts;

/// <summary>One small multiple of a fan chart: occupied beds at a place by day, and how many were open.</summary>
/// <param name="Place">Site, or <c>system</c>.</param>
/// <param name="Name">As a reader calls it.</param>
/// <param name="FirstDay">Date of the first point.</param>
/// <param name="Occupied">Occupied beds across replications [beds].</param>
/// <param name="Open">Beds open on the same days, mean across replications [beds]; empty when not known.</param>
internal sealed record FanPanel(string Place, string Name, DateOnly FirstDay, IReadOnlyList<TimelinePoint> Occupied, IReadOnlyList<double> Open)
{
    private const double Whole = 100;

    /// <summary>
    /// True where the numbers are shares of the beds open on the same day in the same replication [%]: what is open differs between replications, and a band of
    /// beds would reach above the mean of those that are open.
    /// </summary>
    public bool IsShare { get; init; }

    /// <summary>Of all its numbers, as at an axis.</summary>
    public string Unit { get; init; } = "beds";

    /// <summary>The share of open beds in use over the days shown, by one line of the fan; NaN where it is not known.</summary>
    public double ShareOf(Func<TimelinePoint, double> line)
    {
        var days = Occupied.Zip(Open, (point, open) => (Occupied: line(point), Open: open))
            .Where(day => double.IsFinite(day.Occupied) && day.Open > 0).ToList();
        return days.Count == 0 ? double.NaN : Whole * days.Sum(day => day.Occupied) / days.Sum(day => day.Open);
    }

    /// <summary>What was recorded on the same days; NaN on one that was not, empty where nothing was.</summary>
    public IReadOnlyList<double> Recorded { get; init; } = [];

    /// <summary>The share of open beds that is not to be passed, drawn as a line; null where the system names none.</summary>
    public StandardFacts? Limit { get; init; }

    /// <summary>The panels of a series in a scenario: its sites, or the system where there are none, or one place.</summary>
    public static IReadOnlyList<FanPanel> Of(string scenario, string? place, string series, ResultSet results)
    {
        var open = new OpenBeds(results, scenario);
        var limit = results.System.Timelines.FirstOrDefault(facts => facts.Id == series) is { Standards: [var first, ..] } ? first : null;
        var names = SystemNames.Of(results.System);
        var found = results.Timelines.Where(one => one.Scenario == scenario && !one.HoursOfWeek && one.Measure == series
            && (place is null || one.Place == place) && one.Points.Any(point => float.IsFinite(point.Mean))).ToList();
        var sites = found.Where(one => one.Place != PlaceName.System).ToList();
        return [.. (sites.Count > 0 ? sites : found).Select(one => new FanPanel(one.Place, names.Place(one.Place), one.FirstDay, one.Points, []))
            .Select(panel => (Panel: panel, Rate: open.RateOf(panel, series), Open: open.Of(panel, series)))
            .Select(one => (one.Rate is null ? one.Panel with { Open = one.Open } : Share(one.Panel, one.Rate, one.Open)) with { Limit = limit })];
    }

    /// <summary>The same as shares, with the means of the beds in its name.</summary>
    private static FanPanel Share(FanPanel panel, TimelineSummary rate, IReadOnlyList<double> open)
    {
        var (occupied, beds) = (panel.Occupied.Select(point => (double)point.Mean).Where(double.IsFinite).Average(), open.Where(double.IsFinite).ToList());
        return panel with
        {
            Name = beds.Count == 0 ? panel.Name : FormattableString.Invariant($"{panel.Name}: {occupied:#,0} of {beds.Average():#,0} beds on average"),
            Occupied = rate.Points,
            Open = [.. rate.Points.Select(_ => Whole)],
            Unit = UnitName.Axis("%"),
            IsShare = true,
        };
    }

    /// <summary>Points of so many days each, at their middle: means of what is known of those days.</summary>
    public IReadOnlyList<(double At, TimelinePoint Occupied, double Open)> Thinned(int days)
    {
        return [.. Enumerable.Range(0, (Occupied.Count + days - 1) / days).Select(Point)];

        (double, TimelinePoint, double) Point(int index)
        {
            var from = index * days;
            var count = Math.Min(days, Occupied.Count - from);
            var points = Enumerable.Range(from, count).Select(day => Occupied[day]).ToList();
            var occupied = new TimelinePoint(Mean(points.Select(point => point.Mean)), Mean(points.Select(point => point.P05)),
                Mean(points.Select(point => point.P50)), Mean(points.Select(point => point.P95)));
            return (from + ((count - 1) / 2.0), occupied, Open.Count == 0 ? double.NaN : Mean(Open.Skip(from).Take(count).Select(beds => (float)beds)));
        }
    }

    private static float Mean(IEnumerable<float> values) => values.Where(float.IsFinite).DefaultIfEmpty(float.NaN).Average();
}

/// <summary>What the lines of a fan chart are, in a line above the panels.</summary>
internal static class FanKey
{
    public static void Draw(Sheet sheet, int replications, IReadOnlyList<FanPanel> panels)
    {
        var key = new Key(sheet);
        key.Add(Mean(replications), (drawing, x, y) =>
        {
            drawing.Rectangle(x, y - 3, Key.SwatchWidth, 6, Palette.PaleBlue);
            drawing.Rule(x, y, x + Key.SwatchWidth, y, Palette.Blue, FanPanelDrawing.MeanWidth);
        });
        if (panels.Any(panel => panel.Open.Count > 0))
        {
            key.Add("open beds", (drawing, x, y) => drawing.Rule(x, y, x + Key.SwatchWidth, y, Palette.Black, FanPanelDrawing.OpenWidth));
        }

        if (panels.FirstOrDefault(panel => panel.Open.Count > 0 && panel.Limit is not null)?.Limit is { } limit)
        {
            key.Add($"{limit.Name}: {NumberText.Exact(limit.Value)} % of open beds",
                (drawing, x, y) => drawing.Rule(x, y, x + Key.SwatchWidth, y, Palette.Vermilion, FanPanelDrawing.GuideWidth, FanPanelDrawing.GuideDashes));
        }

        key.Draw();
    }

    private static string Mean(int replications) => replications switch
    {
        < 2 => "occupied beds",
        < Replications.LeastForQuantiles => "occupied: mean, lowest to highest",
        _ => "occupied: mean, 5 % to 95 %",
    };
}

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
        DrawName();
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

    /// <summary>Over the days; where it is too long for that over labels and axis too, and so far up that it does not run into the topmost label.</summary>
    private void DrawName()
    {
        const double Lift = 4;
        const double LiftOverLabels = 7;
        var style = TextStyle.Heading;
        var isShort = TextMeasure.Width(panel.Name, style.Size, bold: true) <= right - left;
        var (from, room) = isShort ? (left, right - left) : (left - AxisSpace, right + LabelSpace - left + AxisSpace);
        drawing.Text(from, top - (isShort ? Lift : LiftOverLabels), TextMeasure.Cut(panel.Name, style.Size, room, bold: true), style, Anchor.Start, panel.Name);
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
