using FlowSim.Plots.Frame;
using FlowSim.Plots.Words;
using FlowSim.Scenarios.Experiments;
using ScottPlot;

namespace FlowSim.Plots.Explore;

/// <summary>
/// Results as plots of ScottPlot, for notebooks, desktop programs and <c>flowsim explore</c>. Whoever has one may go on with it: add, zoom, save.
/// </summary>
public static class ExplorePlots
{
    private const float MarkSize = 8;
    private const float LineWidth = 2;
    private const double Air = 1.15;

    /// <summary>Left and right of the first and the last year [y].</summary>
    private const double Edge = 0.25;

    /// <summary>How far a forecast goes, in times the replications there are: the interval is half as wide there.</summary>
    private const int ForecastTimes = 4;

    /// <summary>How often each value came up among the replications, with mean and 95 % interval.</summary>
    public static Plot Histogram(ExploredMeasure measure)
    {
        var values = Defined(measure);
        var plot = ExploreStyle.Empty(measure.Name, $"{measure.Subtitle}, {Count(values.Length)}", UnitName.Axis(measure.Unit), "replications");
        var known = MeanSoFar.Of(values)[^1];
        var bins = Bins.Of(values);
        var bars = plot.Add.Bars(bins.Counts.Select((count, bin) => new Bar
        {
            Position = bins.Centre(bin),
            Value = count,
            Size = bins.Width,
            FillColor = ExploreStyle.Band,
            LineColor = ExploreStyle.Line,
        }).ToArray());
        bars.LegendText = "how many came out so";
        var marks = plot.Add.ScatterPoints(values, new double[values.Length], ExploreStyle.Ink);
        (marks.MarkerShape, marks.MarkerSize, marks.LegendText) = (MarkerShape.VerticalBar, 2 * MarkSize, "each replication");
        if (double.IsFinite(known.HalfWidth))
        {
            var interval = plot.Add.HorizontalSpan(known.Mean - known.HalfWidth, known.Mean + known.HalfWidth, ExploreStyle.Second.WithAlpha(0.25));
            interval.LegendText = "95 % interval of the mean";
        }

        plot.Add.VerticalLine(known.Mean, LineWidth, ExploreStyle.Second).LegendText = "mean";
        ExploreStyle.Whole(plot.Axes.Left);
        plot.Axes.SetLimitsY(0, bins.Counts.Max() * Air);
        return ExploreStyle.WithKey(plot);
    }

    /// <summary>The mean of the first replications with its 95 % interval, by their number, and the replications themselves.</summary>
    public static Plot RunningMean(ExploredMeasure measure)
    {
        var values = Defined(measure);
        var known = MeanSoFar.Of(values);
        var plot = ExploreStyle.Empty(measure.Name, $"{measure.Subtitle}: mean of the first replications", "replications", UnitName.Axis(measure.Unit));
        var widths = known.Where(one => double.IsFinite(one.HalfWidth)).ToList();
        if (widths.Count > 0)
        {
            var band = plot.Add.FillY([.. widths.Select(one => (double)one.N)], [.. widths.Select(one => one.Mean - one.HalfWidth)],
                [.. widths.Select(one => one.Mean + one.HalfWidth)]);
            (band.FillColor, band.LineWidth, band.LegendText) = (ExploreStyle.Band, 0, "95 % interval");
        }

        var xs = known.Select(one => (double)one.N).ToArray();
        var points = plot.Add.ScatterPoints(xs, values, ExploreStyle.Grey);
        (points.MarkerSize, points.LegendText) = (MarkSize, "each replication");
        var means = plot.Add.Scatter(xs, known.Select(one => one.Mean).ToArray(), ExploreStyle.Line);
        (means.LineWidth, means.MarkerSize, means.LegendText) = (LineWidth, values.Length == 1 ? MarkSize : 0, "mean so far");
        var reach = Math.Max(MeanSoFar.WidestToShow(known), values.Max(value => Math.Abs(value - known[^1].Mean)));
        if (reach > 0)
        {
            plot.Axes.SetLimitsY(known[^1].Mean - (reach * Air), known[^1].Mean + (reach * Air));
        }

        ExploreStyle.Whole(plot.Axes.Bottom);
        return ExploreStyle.WithKey(plot);
    }

    /// <summary>
    /// Half the width of the 95 % interval by the number of replications: as measured so far, and as it would go on, t(n − 1, 0.975) s ÷ √n.
    /// </summary>
    /// <param name="measure">Of which.</param>
    /// <param name="baseline">The same measure of the baseline: then the interval of the difference is drawn too, which is what a comparison needs.</param>
    public static Plot IntervalWidth(ExploredMeasure measure, ExploredMeasure? baseline = null)
    {
        var plot = ExploreStyle.Empty(measure.Name, $"{measure.Subtitle}: half the width of the 95 % interval", "replications", UnitName.DifferenceAxis(measure.Unit));
        var widest = Widths(plot, Defined(measure), "mean", 0);
        if (baseline is not null)
        {
            widest = Math.Max(widest, Widths(plot, measure.Minus(baseline), "difference from the baseline", 1));
        }

        if (widest > 0)
        {
            plot.Axes.SetLimitsY(0, widest * Air);
        }

        ExploreStyle.Whole(plot.Axes.Bottom);
        return ExploreStyle.WithKey(plot);
    }

    /// <summary>One measure against another, a point for each replication.</summary>
    public static Plot Scatter(ExploredMeasure x, ExploredMeasure y) => Scatter([(x, y)]);

    /// <summary>One measure against another, a point for each replication of each scenario; the correlation is within a scenario.</summary>
    public static Plot Scatter(IReadOnlyList<(ExploredMeasure X, ExploredMeasure Y)> scenarios)
    {
        var (x, y) = scenarios[0];
        var plot = ExploreStyle.Empty($"{y.Name} against {x.Name}", $"{PeriodName.Of(x.Key.Period)}, a point for each replication", Axis(x), Axis(y));
        for (var series = 0; series < scenarios.Count; series++)
        {
            var (xs, ys) = ExploredMeasure.Paired(scenarios[series].X, scenarios[series].Y);
            var (colour, shape) = ExploreStyle.Mark(series);
            var points = plot.Add.ScatterPoints(xs, ys, colour);
            (points.MarkerShape, points.MarkerSize) = (shape, MarkSize);
            points.LegendText = $"{scenarios[series].X.ScenarioName}: {Correlation(xs, ys)}";
        }

        return ExploreStyle.WithKey(plot);
    }

    /// <summary>
    /// A measure in each year of the spin-up: every replication, the mean, and its 95 % interval. What still moves at the end would be taken for a level.
    /// </summary>
    public static Plot SpinUp(ExploredSpinUp spinUp)
    {
        var plot = ExploreStyle.Empty(spinUp.Name, $"Spin-up, year by year, {Count(spinUp.Replications.Count)}{spinUp.Verdict}",
            "year of the spin-up", UnitName.Axis(spinUp.Unit));
        double[] years = [.. Enumerable.Range(1, spinUp.Years.Count)];
        var known = spinUp.ByYear.Select(values => values.Length == 0 ? new MeanSoFar(0, double.NaN, double.NaN) : MeanSoFar.Of(values)[^1]).ToList();
        var with = Enumerable.Range(0, known.Count).Where(year => double.IsFinite(known[year].HalfWidth)).ToList();
        if (with.Count > 0)
        {
            var band = plot.Add.FillY([.. with.Select(year => years[year])], [.. with.Select(year => known[year].Mean - known[year].HalfWidth)],
                [.. with.Select(year => known[year].Mean + known[year].HalfWidth)]);
            (band.FillColor, band.LineWidth, band.LegendText) = (ExploreStyle.Band, 0, "95 % interval of the mean");
        }

        for (var index = 0; index < spinUp.Replications.Count; index++)
        {
            var defined = years.Zip(spinUp.Replications[index]).Where(point => double.IsFinite(point.Second)).ToList();
            var line = plot.Add.Scatter([.. defined.Select(point => point.First)], defined.Select(point => point.Second).ToArray(), ExploreStyle.Grey);
            (line.LineWidth, line.MarkerSize, line.LegendText) = (1, MarkSize / 2, index == 0 ? "each replication" : "");
        }

        var told = Enumerable.Range(0, known.Count).Where(year => double.IsFinite(known[year].Mean)).ToList();
        var means = plot.Add.Scatter([.. told.Select(year => years[year])], told.Select(year => known[year].Mean).ToArray(), ExploreStyle.Line);
        (means.LineWidth, means.MarkerSize, means.LegendText) = (LineWidth, MarkSize, "mean");
        plot.Axes.Bottom.SetTicks(years, [.. spinUp.Years]);
        plot.Axes.SetLimitsX(1 - Edge, spinUp.Years.Count + Edge);
        return ExploreStyle.WithKey(plot);
    }

    /// <summary>What scenarios have more than the baseline, replication by replication, with mean and 95 % interval.</summary>
    /// <param name="baseline">A measure of the baseline.</param>
    /// <param name="scenarios">The same measure of scenarios, from top to bottom.</param>
    public static Plot Differences(ExploredMeasure baseline, IReadOnlyList<ExploredMeasure> scenarios)
    {
        var plot = ExploreStyle.Empty(baseline.Name, $"Difference from the baseline, {PeriodName.Of(baseline.Key.Period)}, paired by replication",
            UnitName.DifferenceAxis(baseline.Unit), "");
        plot.Add.VerticalLine(0, 1, ExploreStyle.Ink);
        var rows = scenarios.Select(scenario => (scenario.ScenarioName, Differences: scenario.Minus(baseline)))
            .Where(row => row.Differences.Length > 0).ToList();
        for (var row = 0; row < rows.Count; row++)
        {
            var height = rows.Count - row;
            var differences = rows[row].Differences;
            var points = plot.Add.ScatterPoints(differences, Enumerable.Repeat((double)height, differences.Length).ToArray(), ExploreStyle.Line.WithAlpha(0.5));
            (points.MarkerShape, points.MarkerSize) = (MarkerShape.OpenCircle, MarkSize);
            var known = MeanSoFar.Of(differences)[^1];
            var mean = plot.Add.ScatterPoints(new[] { known.Mean }, new double[] { height }, ExploreStyle.Second);
            (mean.MarkerShape, mean.MarkerSize) = (MarkerShape.FilledDiamond, MarkSize * 1.5f);
            if (double.IsFinite(known.HalfWidth))
            {
                var interval = plot.Add.Line(known.Mean - known.HalfWidth, height, known.Mean + known.HalfWidth, height);
                (interval.Color, interval.LineWidth) = (ExploreStyle.Second, LineWidth);
                interval.LegendText = row == 0 ? "95 % interval of the mean" : "";
            }

            (points.LegendText, mean.LegendText) = row == 0 ? ("each replication", "mean") : ("", "");
        }

        plot.Axes.Left.SetTicks([.. rows.Select((_, row) => (double)(rows.Count - row))], [.. rows.Select(row => row.ScenarioName)]);
        plot.Axes.SetLimitsY(0.5, rows.Count + 0.5);
        return ExploreStyle.WithKey(plot);
    }

    /// <summary>Draws how wide intervals were and would be; the largest that should be seen.</summary>
    private static double Widths(Plot plot, double[] values, string what, int series)
    {
        var known = MeanSoFar.Of(values);
        var measured = known.Where(one => double.IsFinite(one.HalfWidth)).ToList();
        var (colour, shape) = ExploreStyle.Mark(series);
        var line = plot.Add.Scatter([.. measured.Select(one => (double)one.N)], measured.Select(one => one.HalfWidth).ToArray(), colour);
        (line.LineWidth, line.MarkerShape, line.MarkerSize, line.LegendText) = (LineWidth, shape, MarkSize / 2, $"{what}, measured");
        var ahead = MeanSoFar.Forecast(values, measured.Count == 0 ? 0 : values.Length * ForecastTimes);
        var forecast = plot.Add.ScatterLine([.. ahead.Select(one => (double)one.N)], ahead.Select(one => one.HalfWidth).ToArray(), colour);
        (forecast.LineWidth, forecast.LinePattern, forecast.LegendText) = (LineWidth, LinePattern.Dashed, $"{what}, with more replications");
        return MeanSoFar.WidestToShow(known);
    }

    private static double[] Defined(ExploredMeasure measure) =>
        measure.Values.Count > 0 ? measure.Numbers : throw new ArgumentException($"no replication has a value of {measure.Key.Measure}", nameof(measure));

    private static string Axis(ExploredMeasure measure) => $"{measure.Name} ({UnitName.Axis(measure.Unit)})";

    private static string Count(int replications) =>
        FormattableString.Invariant($"{replications} {(replications == 1 ? "replication: there is no interval" : "replications")}");

    private static string Correlation(double[] xs, double[] ys) => Sample.Correlation(xs, ys) is var r && double.IsFinite(r)
        ? FormattableString.Invariant($"correlation {NumberText.Signed(r, 2)} over {xs.Length} replications")
        : "no correlation can be told";
}
