using FlowSim.Plots.Answers;
using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Sweeps;
using ScottPlot;

namespace FlowSim.Plots.Explore;

/// <summary>What a sweep found, as plots of ScottPlot: a measure by a factor, and over two of them.</summary>
public sealed class SweepPlots
{
    private const float MarkSize = 8;
    private const float LineWidth = 2;

    /// <summary>More lines hide each other.</summary>
    private const int MostLines = 6;

    /// <summary>Larger maps have no room for numbers.</summary>
    private const int MostNumbers = 150;

    private readonly SweptFolder swept;
    private readonly SystemNames names;

    /// <param name="swept">A sweep's folder.</param>
    public SweepPlots(SweptFolder swept) => (this.swept, names) = (swept, SystemNames.Of(swept.System));

    /// <summary>
    /// A measure by a factor. One factor: the mean of each design with its 95 % interval, joined. Two in a grid of few: a line for each value of the other.
    /// Else a point for each design, whatever the other factors are.
    /// </summary>
    /// <param name="key">The measure.</param>
    /// <param name="factor">Place of the factor among those of the sweep.</param>
    public Plot ByFactor(ResultKey key, int factor)
    {
        var axis = new FactorAxis(swept, factor);
        var rows = RowsOf(key);
        var other = swept.Factors.Count == 2 ? 1 - factor : -1;
        var lines = other < 0 ? [] : rows.GroupBy(row => swept.Designs[row.Design][other]).ToList();
        var isGrid = lines.Count is > 0 and <= MostLines && lines.TrueForAll(line => line.Count() == lines[0].Count() && line.Count() > 1);
        var plot = Empty(key, rows[0].Unit, isGrid ? $"a line for each value of {swept.Factors[other]}" : "a point for each design", axis.Name);
        if (isGrid)
        {
            foreach (var (index, line) in lines.Index())
            {
                AddMeans(plot, axis, [.. line], index, $"{swept.Factors[other]} {line.Key}", isJoined: true);
            }
        }
        else
        {
            AddMeans(plot, axis, rows, 0, "mean and 95 % interval", isJoined: swept.Factors.Count == 1);
        }

        if (swept.Rows.FirstOrDefault(row => row.Key == key && row.Design == DesignPoint.AsDescribed) is { } described && double.IsFinite(described.Mean))
        {
            var line = plot.Add.HorizontalLine(described.Mean, 1, ExploreStyle.Grey, LinePattern.Dashed);
            line.LegendText = "as described";
        }

        axis.Mark(plot.Axes.Bottom);
        return ExploreStyle.WithKey(plot);
    }

    /// <summary>
    /// A measure over a grid of two factors, the first from below to above, the second from left to right; null where the designs are no such grid.
    /// </summary>
    /// <param name="key">The measure.</param>
    public Plot? Map(ResultKey key)
    {
        if (swept.Factors.Count != 2)
        {
            return null;
        }

        var (rows, up, across) = (RowsOf(key), new FactorAxis(swept, 0), new FactorAxis(swept, 1));
        var cells = rows.DistinctBy(row => (swept.Designs[row.Design][0], swept.Designs[row.Design][1])).ToList();
        if (up.Values.Count < 2 || across.Values.Count < 2 || cells.Count != rows.Count || cells.Count != up.Values.Count * across.Values.Count)
        {
            return null;
        }

        var plot = Empty(key, "", "mean of each design", across.Name, up.Name);
        var decimals = Rounding.ForColumn([.. cells.Select(cell => cell.Mean).Where(double.IsFinite)]);
        var means = new double[up.Values.Count, across.Values.Count];
        foreach (var cell in cells)
        {
            // The first row of a heat map is the uppermost.
            var (row, column) = (up.IndexOf(cell.Design), across.IndexOf(cell.Design));
            means[up.Values.Count - 1 - row, column] = cell.Mean;
            if (cells.Count <= MostNumbers && double.IsFinite(cell.Mean))
            {
                var text = plot.Add.Text(NumberText.Plain(cell.Mean, decimals), column, row);
                (text.LabelAlignment, text.LabelFontColor, text.LabelBackgroundColor) =
                    (Alignment.MiddleCenter, ExploreStyle.Ink, Colors.White.WithAlpha(0.85));
            }
        }

        var map = plot.Add.Heatmap(means);
        map.Colormap = new ScottPlot.Colormaps.Blues().Reversed();
        plot.MoveToBack(map);
        plot.Add.ColorBar(map).Label = UnitName.Axis(cells[0].Unit);
        Ticks(plot.Axes.Bottom, across.Values);
        Ticks(plot.Axes.Left, up.Values);
        plot.Axes.SetLimits(-0.5, across.Values.Count - 0.5, -0.5, up.Values.Count - 0.5);
        return plot;
    }

    private static void Ticks(IAxis axis, IReadOnlyList<string> values) =>
        axis.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. Enumerable.Range(0, values.Count).Select(at => (double)at)], [.. values]);

    private static void AddMeans(Plot plot, FactorAxis axis, IReadOnlyList<SweptMean> rows, int series, string name, bool isJoined)
    {
        var known = rows.Where(row => double.IsFinite(row.Mean)).OrderBy(row => axis.At(row.Design)).ToList();
        var (colour, shape) = ExploreStyle.Mark(series);
        double[] xs = [.. known.Select(row => axis.At(row.Design))];
        var points = plot.Add.Scatter(xs, known.Select(row => row.Mean).ToArray(), colour);
        (points.MarkerShape, points.MarkerSize, points.LineWidth, points.LegendText) = (shape, MarkSize, isJoined ? LineWidth : 0, name);
        var with = known.FindAll(row => double.IsFinite(row.Lower95));
        if (with.Count > 0)
        {
            var bars = plot.Add.ErrorBar([.. with.Select(row => axis.At(row.Design))], [.. with.Select(row => row.Mean)],
                [.. with.Select(row => (row.Upper95 - row.Lower95) / 2)]);
            (bars.Color, bars.LineWidth) = (colour, 1);
        }
    }

    private List<SweptMean> RowsOf(ResultKey key) => [.. swept.Rows.Where(row => row.Key == key && swept.Designs.ContainsKey(row.Design))];

    private Plot Empty(ResultKey key, string unit, string what, string x, string? y = null) => ExploreStyle.Empty(
        Headline.RowLabel(names, names.Measure(key.Measure), key.Place, key.Group), $"{PeriodName.Of(key.Period)}, {what}", x, y ?? UnitName.Axis(unit));
}
