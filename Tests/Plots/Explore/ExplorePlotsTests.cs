using FlowSim.Plots.Explore;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;
using ScottPlot;
using ScottPlot.Plottables;

namespace FlowSim.Tests.Plots.Explore;

/// <summary>What is handed to ScottPlot, against sums done another way and the t-table of any textbook.</summary>
public sealed class ExplorePlotsTests
{
    private static readonly double[] Values = [3, 5, 4, 8];

    [Test]
    public void A_running_mean_is_the_sum_so_far_divided_by_the_number_so_far()
    {
        var plot = ExplorePlots.RunningMean(Measure("baseline", Values));
        Assert.That(Points(plot, "mean so far"), Is.EqualTo(new[] { (1.0, 3.0), (2, 4), (3, 4), (4, 5) }));
        Assert.That(Points(plot, "each replication"), Is.EqualTo(new[] { (1.0, 3.0), (2, 5), (3, 4), (4, 8) }));
    }

    [Test]
    public void The_band_of_a_running_mean_is_the_t_interval_and_begins_with_the_second_replication()
    {
        // Of 3 and 5: mean 4, standard error 1, t(1, 0.975) = 12.706. It is the widest by far.
        var limits = ExplorePlots.RunningMean(Measure("baseline", Values)).GetPlottables<FillY>().Single().GetAxisLimits();
        Assert.That((limits.Left, limits.Right), Is.EqualTo((2, 4)));
        Assert.That(limits.Top, Is.EqualTo(4 + 12.706).Within(0.001));
        Assert.That(limits.Bottom, Is.EqualTo(4 - 12.706).Within(0.001));
    }

    [Test]
    public void The_axis_of_a_running_mean_holds_the_last_interval_and_every_replication_but_not_the_first_intervals()
    {
        // Of all four: mean 5, s² = (4 + 0 + 1 + 9) ÷ 3, t(3, 0.975) = 3.182.
        var half = 3.182 * Math.Sqrt(14.0 / 3 / 4);
        var plot = ExplorePlots.RunningMean(Measure("baseline", Values));
        var limits = plot.Axes.GetLimits();
        Assert.That(limits.Top, Is.GreaterThan(5 + half).And.GreaterThan(8).And.LessThan(4 + 12.7));
        Assert.That(limits.Bottom, Is.LessThan(5 - half));
    }

    [Test]
    public void Each_bar_of_a_histogram_is_as_high_as_the_number_of_values_within_it()
    {
        double[] values = [1, 1.4, 2, 2.1, 2.2, 2.9, 3, 3.5, 7, 9];
        var plot = ExplorePlots.Histogram(Measure("baseline", values));
        var bars = plot.GetPlottables<BarPlot>().Single().Bars;
        Assert.That(bars, Has.Count.EqualTo(5), "1 + ⌈log₂ 10⌉");
        Assert.That(bars.Sum(bar => bar.Value), Is.EqualTo(10));
        Assert.That((bars[0].Position - (bars[0].Size / 2), bars[^1].Position + (bars[^1].Size / 2)), Is.EqualTo((1, 9)));
        Assert.That(bars.Select(bar => bar.Value), Is.EqualTo(bars.Select((bar, at) => (double)values.Count(value =>
            value >= bar.Position - (bar.Size / 2) - 1e-9 && (value < bar.Position + (bar.Size / 2) - 1e-9 || at == bars.Count - 1)))));
        Assert.That(plot.GetPlottables<VerticalLine>().Single().X, Is.EqualTo(values.Average()).Within(1e-12));
        var interval = plot.GetPlottables<HorizontalSpan>().Single();
        var error = Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / 9 / 10);
        Assert.That(interval.X2 - interval.X1, Is.EqualTo(2 * 2.262 * error).Within(0.001), "t(9, 0.975) = 2.262");
    }

    [Test]
    public void Equal_values_make_one_bar()
    {
        var bar = ExplorePlots.Histogram(Measure("baseline", [4, 4, 4])).GetPlottables<BarPlot>().Single().Bars.Single();
        Assert.That((bar.Position, bar.Value), Is.EqualTo((4, 3)));
    }

    [Test]
    public void The_width_of_an_interval_goes_on_with_the_spread_so_far_and_the_root_of_the_number()
    {
        var plot = ExplorePlots.IntervalWidth(Measure("baseline", Values));
        var measured = Points(plot, "mean, measured");
        Assert.That(measured.Select(point => point.X), Is.EqualTo(new[] { 2.0, 3, 4 }));
        Assert.That(measured[1].Y, Is.EqualTo(4.303 / Math.Sqrt(3)).Within(0.001), "of 3, 5 and 4: s = 1, t(2, 0.975) = 4.303");
        var ahead = Points(plot, "mean, with more replications");
        Assert.That((ahead[0].X, ahead[^1].X), Is.EqualTo((4, 16)));
        Assert.That(ahead[0].Y, Is.EqualTo(measured[^1].Y), "it begins where what was measured ends");
        Assert.That(ahead[^1].Y, Is.EqualTo(2.131 * Math.Sqrt(14.0 / 3 / 16)).Within(0.001), "t(15, 0.975) = 2.131");
    }

    [Test]
    public void Of_a_scenario_the_width_of_the_paired_difference_is_drawn_too()
    {
        // With the same noise in both the difference is 1 or 2 whatever the level.
        var plot = ExplorePlots.IntervalWidth(Measure("hub", [4, 7, 5, 10]), Measure("baseline", Values));
        var error = Math.Sqrt(1.0 / 3 / 4);
        Assert.That(Points(plot, "difference from the baseline, measured")[^1].Y, Is.EqualTo(3.182 * error).Within(0.001));
    }

    [Test]
    public void Two_measures_are_paired_by_replication_wherever_a_value_stands_and_whichever_is_missing()
    {
        var x = Measure("baseline", [1, 2, 3, 4]);
        var y = x with { Values = [new(4, 12), new(2, 6), new(3, 9), new(7, 100)] };
        var points = ExplorePlots.Scatter(x, y).GetPlottables<Scatter>().Single();
        Assert.That(Points(points), Is.EquivalentTo(new[] { (2.0, 6.0), (3, 9), (4, 12) }));
        Assert.That(points.LegendText, Does.Contain("correlation +1.00 over 3 replications"));
    }

    [Test]
    public void Differences_are_those_of_the_same_replication_and_scenarios_stand_from_top_to_bottom()
    {
        var plot = ExplorePlots.Differences(Measure("baseline", Values), [Measure("hub", [4, 6, 5, 9]), Measure("beds", [3, 5, 4, 9])]);
        var points = plot.GetPlottables<Scatter>().Where(scatter => scatter.MarkerShape == MarkerShape.OpenCircle).Select(Points).ToList();
        Assert.That(points[0], Is.EqualTo(new[] { (1.0, 2.0), (1, 2), (1, 2), (1, 2) }));
        Assert.That(points[1], Is.EqualTo(new[] { (0.0, 1.0), (0, 1), (0, 1), (1, 1) }));
        var means = plot.GetPlottables<Scatter>().Where(scatter => scatter.MarkerShape == MarkerShape.FilledDiamond).SelectMany(Points);
        Assert.That(means, Is.EqualTo(new[] { (1.0, 2.0), (0.25, 1) }));
        plot.RenderInMemory(900, 600);
        Assert.That(Text(plot.Axes.Left), Is.EqualTo("Scenario hub|Scenario beds"));
    }

    [Test]
    public void One_replication_has_no_interval_and_every_plot_stands_it()
    {
        var (baseline, hub) = (Measure("baseline", [3]), Measure("hub", [4]));
        var histogram = ExplorePlots.Histogram(baseline);
        Assert.That(histogram.Axes.Title.Label.Text, Does.Contain("1 replication: there is no interval"));
        Assert.That(histogram.GetPlottables<HorizontalSpan>(), Is.Empty);
        Assert.That(ExplorePlots.RunningMean(baseline).GetPlottables<FillY>(), Is.Empty);
        Assert.That(ExplorePlots.Differences(baseline, [hub]).GetPlottables<LinePlot>(), Is.Empty);
        var scatter = ExplorePlots.Scatter(baseline, hub);
        Assert.That(scatter.GetPlottables<Scatter>().Single().LegendText, Does.EndWith("no correlation can be told"));
        foreach (var plot in new[] { histogram, scatter, ExplorePlots.RunningMean(baseline), ExplorePlots.IntervalWidth(hub, baseline) })
        {
            Assert.That(PlotPicture.Png(plot, 300, 200), Is.Not.Empty);
        }
    }

    [Test]
    public void A_measure_that_no_replication_defines_is_refused() =>
        Assert.That(() => ExplorePlots.Histogram(Measure("baseline", [])), Throws.ArgumentException.With.Message.Contains("wait_mean"));

    internal static ExploredMeasure Measure(string scenario, double[] values) => new()
    {
        Scenario = scenario,
        ScenarioName = $"Scenario {scenario}",
        Key = new ResultKey("2018/19", "wait_mean", "system", ""),
        Name = "Mean wait",
        Unit = "min",
        Values = [.. values.Select((value, at) => new ReplicationValue(at + 1, value))],
    };

    private static (double X, double Y)[] Points(Plot plot, string legend) => Points(plot.GetPlottables<Scatter>().Single(one => one.LegendText == legend));

    private static (double X, double Y)[] Points(Scatter scatter) => [.. scatter.Data.GetScatterPoints().Select(point => (point.X, point.Y))];

    private static string Text(IAxis axis) => string.Join('|', axis.TickGenerator.Ticks.OrderByDescending(tick => tick.Position).Select(tick => tick.Label));
}
