using FlowSim.Plots.Drawings;
using FlowSim.Plots.Words;

namespace FlowSim.Plots.Frame;

/// <summary>Draws a dot plot: one drawing a page, the title of each about what is in it.</summary>
internal static class DotPlotDrawing
{
    private const double PageHeight = 250 * Drawing.PointsPerMillimetre;

    // Title, subtitle, key, notes and source line take about this.
    private const double FrameHeight = 130;
    private const double GroupOverhead = 34;
    private const double SharedOverhead = 18;

    public static IReadOnlyList<Drawing> Draw(DotPlot plot, ChartRequest request)
    {
        var probe = new Sheet(request, plot.Name, plot.Title, plot.Subtitle, plot.Finding);
        var layout = new DotLayout(plot.Groups, (group, row) => DotValues.Of(plot, group, row), probe.Left, probe.Right, probe.Narrow);
        var room = PageHeight - (probe.Narrow ? Frame(plot, request, probe) : FrameHeight);
        var pages = DotPages.Of(plot.Groups, layout.HeightOf, plot.SharedAxis ? SharedOverhead : GroupOverhead, room);
        return [.. pages.Select((groups, page) => Page(plot, request, layout, groups, page, pages.Count))];
    }

    /// <summary>In a column texts take more lines than on a page: title and subtitle as they are, a key, all notes that there may be [pt].</summary>
    private static double Frame(DotPlot plot, ChartRequest request, Sheet head)
    {
        var foot = new Sheet(request, plot.Name, "", "");
        var before = foot.Y;
        DrawKey(foot, plot);
        foot.Finish("", Notes(plot, request, (true, double.IsFinite(plot.Ceiling)), isWithoutZero: true), plot.Scenarios);
        return Math.Max(FrameHeight, head.Y + foot.Y - before);
    }

    private static Drawing Page(DotPlot plot, ChartRequest request, DotLayout layout, IReadOnlyList<DotGroup> groups, int page, int pages)
    {
        var of = pages > 1 ? FormattableString.Invariant($" Part {page + 1} of {pages}.") : "";
        var finding = pages > 1 && plot.FindingOfPart is { } ofPart ? ofPart(groups) : plot.Finding;
        var sheet = new Sheet(request, FileStem.Page(plot.Name, page), plot.Title, plot.Subtitle + of, finding);
        DrawKey(sheet, plot);
        var shared = plot.SharedAxis ? DotAxis.Of(plot, plot.Groups, layout) : null;
        var (isCut, isBeyond, isWithoutZero) = (false, false, false);
        for (var i = 0; i < groups.Count; i++)
        {
            var axis = shared ?? DotAxis.Of(plot, [groups[i]], layout);
            new DotGroupDrawing(sheet, plot, layout, axis, groups[i])
                .Draw(labelReferences: i == 0 || !plot.SharedAxis, drawAxis: i == groups.Count - 1 || !plot.SharedAxis);
            isWithoutZero |= axis.IsWithoutZero;
            var defined = groups[i].Rows.SelectMany(row => row.Points).Where(point => point.IsDefined).ToLookup(point => axis.IsCut(point.Mean));
            isBeyond |= defined[true].Any();
            isCut |= defined[false].Any(point => point.HasInterval && (axis.IsCut(point.Lower) || axis.IsCut(point.Upper)));
        }

        return sheet.Finish(Describe(plot, groups), Notes(plot, request, (isCut, isBeyond), isWithoutZero), plot.Scenarios);
    }

    private static void DrawKey(Sheet sheet, DotPlot plot)
    {
        var key = new Key(sheet);
        foreach (var series in plot.Series.Count > 1 ? plot.Series : [])
        {
            key.Add(series.Name, (drawing, x, y) => drawing.Point(x + (Key.SwatchWidth / 2), y, 2.6, series.Shape, series.Colour));
        }

        if (plot.Signed && plot.Groups.Any(group => group.Rows.Any(row => row.Points.Any(point => point.HasInterval))))
        {
            AddSigned(key, plot);
        }

        if (plot.HollowName.Length > 0 && plot.Groups.Any(group => group.Rows.Any(row => row.MayBeChance)))
        {
            key.Add(plot.HollowName,
                (drawing, x, y) => drawing.Point(x + (Key.SwatchWidth / 2), y, 2.6, PointShape.Circle, Palette.White, plot.Series[0].Colour));
        }

        if (plot.BandName.Length > 0 && plot.Groups.Any(group => group.Rows.Any(row => row.Band is not null)))
        {
            key.Add(plot.BandName, Palette.PaleBlue);
        }

        if (plot.GuideName.Length > 0)
        {
            key.Add(plot.GuideName,
                (drawing, x, y) => drawing.Rule(x + (Key.SwatchWidth / 2), y - 5, x + (Key.SwatchWidth / 2), y + 5, Palette.MidGrey, 0.8, "2 1.5"));
        }

        key.Draw();
    }

    private static void AddSigned(Key key, DotPlot plot)
    {
        var colour = plot.Series[0].Colour;
        if (plot.Bars)
        {
            key.Add("more than chance would give", colour);
            key.Add("may be chance: the interval includes 0", new Shade(Palette.White, Hatch.Rising));
            return;
        }

        // Of several series a mark of each: one alone would be the first series' own.
        key.Add("more than chance would give", (drawing, x, y) => Marks(drawing, plot.Series, x, y, isFilled: true));
        key.Add("may be chance: the interval includes 0", (drawing, x, y) => Marks(drawing, plot.Series, x, y, isFilled: false));
    }

    private static void Marks(Drawing drawing, IReadOnlyList<DotSeries> series, double x, double y, bool isFilled)
    {
        foreach (var (index, one) in series.Index())
        {
            var at = x + (Key.SwatchWidth * (index + 0.5) / series.Count);
            drawing.Point(at, y, 2.6, one.Shape, isFilled ? one.Colour : Palette.White, isFilled ? Palette.White : one.Colour);
        }
    }

    private static string Notes(DotPlot plot, ChartRequest request, (bool Interval, bool Point) cut, bool isWithoutZero)
    {
        var points = plot.Groups.SelectMany(group => group.Rows).SelectMany(row => row.Points).Where(point => point.IsDefined).ToList();
        var interval = points.Exists(point => point.HasInterval)
            ? plot.Bars
                ? "Lines at the ends of the bars, and brackets: 95 % intervals of the mean."
                : "Lines through the points, and brackets: 95 % intervals of the mean; where no line shows it is shorter than the point."
            : request.Results.Run.Replications < 2 ? "One replication: there is no interval." : "There is no interval.";
        var arrow = cut.Interval && points.Exists(point => point.HasInterval) ? "An arrow: the interval reaches further than is drawn." : "";
        var beyond = cut.Point ? "A point before an arrow lies further on than the axis goes, so that the others can be told apart; its number stands beside it." : "";
        var zero = !isWithoutZero ? "" : plot.SharedAxis ? "The axis does not begin at 0." : "Not every axis begins at 0.";
        var floor = !plot.Signed && points.Exists(point => point.IsCutAtZero) ? "An interval that would reach below 0, where no value can be, ends there." : "";
        return string.Join(' ', new[] { interval, arrow, beyond, floor, plot.Notes, zero }.Where(sentence => sentence.Length > 0));
    }

    private static string Describe(DotPlot plot, IReadOnlyList<DotGroup> groups)
    {
        var parts = groups.Select(group => (group.Heading.Length > 0 ? group.Heading + ": " : "")
            + string.Join("; ", group.Rows.Select(row => Describe(plot, group, row))) + References(group));
        return $"{(plot.Bars ? "Bars" : "Points")} with 95 % intervals along {plot.AxisTitle}. {string.Join(" ", parts)}";
    }

    private static string Describe(DotPlot plot, DotGroup group, DotRow row) =>
        $"{row.Label} {string.Join(", ", DotValues.Of(plot, group, row).Select((value, index) => plot.Series.Count > 1 ? $"{plot.Series[index].Name} {value}" : value))}";

    private static string References(DotGroup group) =>
        group.References.Count == 0 ? "." : $". Marked: {string.Join(", ", group.References.Select(reference => reference.Label))}.";
}
