using FlowSim.Plots.Charts;
using FlowSim.Plots.Drawings;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Plots.Charts;

/// <summary>What charts work out themselves.</summary>
public sealed class NumbersOnChartsTests
{
    [Test]
    public void Every_scenario_and_place_has_a_point_with_its_interval()
    {
        var drawings = Draw("four-hour", "forty scenarios");
        Assert.That(drawings.Sum(drawing => drawing.Marks.Count(mark => mark.Kind == MarkKind.Point)), Is.EqualTo(40 * 3));
        Assert.That(drawings.Sum(drawing => drawing.Marks.Count(mark => mark.Kind == MarkKind.Interval)), Is.EqualTo(40 * 3));
    }

    [Test]
    public void One_replication_has_points_without_intervals()
    {
        var marks = Draw("four-hour", "one replication")[0].Marks;
        Assert.That(marks.Count(mark => mark.Kind == MarkKind.Point), Is.EqualTo(3 * 3));
        Assert.That(marks.Count(mark => mark.Kind == MarkKind.Interval), Is.Zero);
    }

    [Test]
    public void A_tornado_shows_the_largest_effect_first()
    {
        var bars = Draw("tornado", "forty scenarios").SelectMany(drawing => drawing.Marks.Where(mark => mark.Kind == MarkKind.Bar))
            .Select(mark => Math.Round(mark.Right - mark.Left, 6)).ToList();
        Assert.That(bars, Has.Count.EqualTo(39));
        Assert.That(bars, Is.Ordered.Descending);
    }

    [Test]
    public void The_bars_of_the_delays_add_up_to_their_total()
    {
        // 75 delayed beds of the total and of the reasons: the last bar of a row ends in the middle of the interval.
        var drawing = Draw("delays-by-reason", "one scenario")[0];
        var interval = drawing.Marks.First(mark => mark.Kind == MarkKind.Interval);
        var row = drawing.Marks.Where(mark => mark.Kind == MarkKind.Bar && mark.Top < interval.Top && interval.Top < mark.Bottom).ToList();
        Assert.That(row.Max(mark => mark.Right), Is.EqualTo((interval.Left + interval.Right) / 2).Within(0.05));
    }

    [Test]
    public void A_difference_is_drawn_in_per_cent_of_the_baseline()
    {
        // Breaches: baseline 120 a day; the first scenario's effect is its made-up one.
        var results = AwkwardResults.Get("ordinary");
        var difference = results.Differences.First(row => row is { Scenario: "scenario-1", Key: { Measure: "breaches", Place: "system" } });
        var drawing = ChartList.Find("differences", results)!.Draw(new ChartRequest { Results = results, Scenario = "scenario-1" }).All.Single();
        Assert.That(drawing.Marks.Count(mark => mark.Kind == MarkKind.Interval), Is.EqualTo(4));

        // Two of one topic stand before those that share theirs with none; of these the occupancy, whose baseline is 95 %, is the first.
        var intervals = drawing.Marks.Where(mark => mark.Kind == MarkKind.Interval).ToList();
        var (rate, breaches) = (intervals[2], intervals[1]);
        Assert.That((breaches.Right - breaches.Left) / (rate.Right - rate.Left), Is.EqualTo(95.0 / 120).Within(1e-6));
        Assert.That(difference.Upper95 - difference.Lower95, Is.EqualTo(4));
    }

    [Test]
    public void Beds_are_enough_where_the_chance_that_they_are_not_falls_to_1_in_20()
    {
        // Three beds: 0 to 3 occupied for 50, 40, 6 and 4 % of the time; n or more for 100, 50, 10 and 4 %.
        double[] shares = [0.5, 0.4, 0.06, 0.04];
        var beds = shares.Select((share, number) => new BedNumber(number, Exactly(share), Exactly(shares.Skip(number).Sum()))).ToList();
        Assert.That(BedMarks.Mean(beds), Is.EqualTo(0.64).Within(1e-12));
        Assert.That(Labels(Limit), Is.EqualTo(new[] { "1 in 20: 3", "1 in 100: 4", "92 % full on average: 1" }));
        Assert.That(Labels(null), Is.EqualTo(new[] { "1 in 20: 3", "1 in 100: 4" }));

        IEnumerable<string> Labels(StandardFacts? limit) => BedMarks.Of(new BedPool("", beds, limit, IsWithoutLimit: true)).Select(mark => mark.Label);
    }

    [Test]
    public void Of_beds_that_there_is_a_number_of_the_chart_does_not_say_how_many_are_enough()
    {
        // Ten beds, half full for nine tenths of the time and full for a hundredth: eleven would do for 1 in 100 if nobody had been turned away.
        List<BedNumber> beds =
            [new BedNumber(5, Exactly(0.9), Exactly(1)), new BedNumber(9, Exactly(0.09), Exactly(0.1)), new BedNumber(10, Exactly(0.01), Exactly(0.01))];
        Assert.That(BedMarks.Of(new BedPool("", beds, null, IsWithoutLimit: false)), Is.Empty);
        var drawn = Draw("beds-distribution", "one scenario")[0];
        Assert.That(drawn.ToString(), Does.Not.Contain("1 in 20").And.Contain("How many beds are occupied").And.Contain("flowsim beds"));
    }

    [Test]
    public void Results_of_beds_without_limit_say_how_many_are_enough()
    {
        var results = AwkwardResults.Get("one scenario");
        var scenario = results.Run.Scenarios[0];
        var counted = results with
        {
            Beds = [.. results.System.Pools.Where(pool => pool.Group == "acute-ga").Select(pool => new BedRow
            {
                Scenario = scenario,
                Pool = "acute-ga",
                Place = pool.Place,
                Period = results.ShownPeriod,
                Kind = BedRow.Needed,
                N = 2,
                Beds = 36,
                Lower95 = 35,
                Upper95 = 37,
            })],
        };
        Assert.That(counted.Beds, Is.Not.Empty);
        var drawn = ChartList.Find("beds-distribution", counted)!.Draw(new ChartRequest { Results = counted, Scenario = scenario }).All[0].ToString();
        Assert.That(drawn, Does.Contain("1 in 20: 36").And.Contain("How many beds are enough").And.Not.Contain("flowsim beds"));
    }

    [Test]
    public void The_mark_of_the_target_stands_to_the_bar_as_the_target_to_the_rate()
    {
        // 75 beds, a rate of 6 %: the mark of 2.5 % is at 75 × 2.5 / 6 = 31.25.
        var drawing = Draw("delays-by-reason", "one scenario")[0];
        var bars = drawing.Marks.Where(mark => mark.Kind == MarkKind.Bar).ToList();
        var (left, right) = (bars.Min(bar => bar.Left), bars.Max(bar => bar.Right));
        var expected = left + ((right - left) * 2.5 / 6);
        var first = drawing.Marks.First(mark => mark.Kind == MarkKind.Interval);
        Assert.That(drawing.Rules.Where(rule => rule.X1 == rule.X2 && rule.Y1 < first.Top && rule.Y2 > first.Top)
            .Select(rule => rule.X1), Has.Some.EqualTo(expected).Within(0.1));
    }

    [Test]
    public void An_interval_that_reaches_beyond_the_axis_ends_in_an_arrow_and_the_chart_says_so()
    {
        // A measure of 120 a day cannot fall by more than 120, though the interval of the difference, −100 ± 60, reaches there.
        var results = AwkwardResults.Get("ordinary");
        var far = results with
        {
            Differences = [.. results.Differences.Select(row => row.Key.Measure == "breaches" ? row with { Mean = -100, Lower95 = -160, Upper95 = -40 } : row)],
        };
        Assert.That(Text(far), Does.Contain("An arrow: the interval reaches further than is drawn."));
        Assert.That(Text(results), Does.Not.Contain("An arrow"));

        static string Text(ResultSet of) =>
            string.Join(' ',
                ChartList.Find("differences",
                    of)!.Draw(new ChartRequest { Results = of, Scenario = "scenario-1" }).All.Single().Texts.Select(text => text.Text));
    }

    [Test]
    public void A_chart_says_that_its_axis_does_not_begin_at_0_where_that_is_so()
    {
        Assert.That(Text("ordinary"), Does.Contain("The axis does not begin at 0."));
        Assert.That(Text("zero"), Does.Not.Contain("The axis does not begin at 0."));

        static string Text(string results) => string.Join(' ', Draw("four-hour", results)[0].Texts.Select(text => text.Text));
    }

    [Test]
    public void The_hours_of_the_week_say_which_weeks() =>
        Assert.That(string.Join(' ', Draw("hour-of-week", "ordinary")[0].Texts.Select(text => text.Text)), Does.Contain("from 1 April 2018 to 31 March 2019"));

    [Test]
    public void A_partner_who_loses_is_drawn_and_the_steps_end_at_the_total()
    {
        var bars = Draw("savings-waterfall", "ordinary")[0].Marks.Where(mark => mark.Kind == MarkKind.Bar).ToList();
        Assert.That(bars, Has.Count.EqualTo(4));

        // 2.4, 0.3 − 0.05 and −0.9 million: the loss ends where the total does.
        Assert.That(bars[2].Left, Is.EqualTo(bars[3].Right).Within(0.05));
        Assert.That((bars[2].Right - bars[2].Left) / (bars[0].Right - bars[0].Left), Is.EqualTo(0.9 / 2.4).Within(1e-3));
    }

    [TestCase(170)]
    [TestCase(80)]
    public void An_amount_beside_which_another_is_huge_is_drawn_so_that_it_can_be_seen_and_that_is_said(double width)
    {
        var results = AwkwardResults.Get("ordinary");
        var some = results.Savings[0];
        Saving Of(string partner, decimal amount) => some with { Partner = partner, Amount = amount, Lower95 = (double)amount, Upper95 = (double)amount };
        var drawing = ChartList.Find("savings-waterfall", results)!.Draw(new ChartRequest
        {
            Results = results with { Savings = [Of("large", 40_000_000), Of("small", 100), Of("nothing", 0), Of("loses", -100), Of(Saving.System, 40_000_000)] },
            WidthMillimetres = width,
        }).All[0];

        var lengths = drawing.Marks.Where(mark => mark.Kind == MarkKind.Bar).Select(mark => mark.Right - mark.Left).ToList();
        Assert.That(lengths, Has.Count.EqualTo(5));
        Assert.That(new[] { lengths[1], lengths[3] }, Has.All.EqualTo(2).Within(1e-9));
        Assert.That(lengths[2], Is.LessThan(1), "nothing is not drawn as if it were something");
        Assert.That(string.Join(' ', drawing.Texts.Select(text => text.Text)), Does.Contain("2 amounts too small to be seen").And.Contain("+£100"));
    }

    [Test]
    public void The_curve_of_a_search_has_its_points_its_best_designs_and_the_line_of_its_target()
    {
        // Six points and two designs above, six and six below, each with an interval.
        var drawing = Draw("cost-curve", "ordinary")[0];
        var points = drawing.Marks.Where(mark => mark.Kind == MarkKind.Point).ToList();
        Assert.That(points, Has.Count.EqualTo(20));
        Assert.That(drawing.Marks.Count(mark => mark.Kind == MarkKind.Interval), Is.EqualTo(20));

        // 6, 4.4 and 3.3 % on the axis of the upper panel tell where 2.5 % is.
        var (six, other) = (Middle(points[0]), Middle(points[2]));
        var expected = six + ((other - six) * (6 - 2.5) / (6 - 3.3));
        Assert.That(drawing.Rules.Where(rule => rule.Y1 == rule.Y2).Select(rule => rule.Y1), Has.Some.EqualTo(expected).Within(0.01));
        Assert.That(Text(drawing), Does.Contain("target < 2.5 %").And.Contain("fewer-delays-1: £1.70m"));

        static double Middle(Mark mark) => (mark.Top + mark.Bottom) / 2;
    }

    [Test]
    public void The_highest_net_gain_is_marked_with_what_is_alike()
    {
        var drawing = Draw("cost-curve", "ordinary")[0];
        Assert.That(Text(drawing), Does.Contain("if used again highest at £1.00m (£1.00m to £1.50m alike)").And.Contain("cash highest at £0.50m"));
        var worth = drawing.Marks.Where(mark => mark.Kind == MarkKind.Point).Skip(8).Take(6).ToList();
        Assert.That(worth.Select(mark => mark.Bottom - mark.Top).ToList().FindIndex(height => height > worth[0].Bottom - worth[0].Top), Is.EqualTo(2));
        Assert.That(worth.MinBy(mark => (mark.Top + mark.Bottom) / 2), Is.EqualTo(worth[2]));
    }

    [Test]
    public void A_search_without_prices_has_the_upper_panel_alone_and_a_bound_in_another_unit_no_line()
    {
        var results = AwkwardResults.Get("ordinary");
        var unpriced = results with
        {
            Designs = [.. results.Designs.Select(row => row with { Opportunity = double.NaN, Cash = double.NaN, ByOpportunity = "", ByCash = "", Unit = "h" })],
        };
        var drawing = ChartList.Find("cost-curve", unpriced)!.Draw(new ChartRequest { Results = unpriced }).All.Single();
        Assert.That(drawing.Marks.Count(mark => mark.Kind == MarkKind.Point), Is.EqualTo(8));
        Assert.That(Text(drawing), Does.Not.Contain("Net gain").And.Not.Contain("target < 2.5"));
    }

    private static string Text(Drawing drawing) => string.Join(' ', drawing.Texts.Select(text => text.Text));

    private static StandardFacts Limit { get; } = new("", 92, "guidance");

    private static Estimate Exactly(double value) => new(value, value, value);

    private static IReadOnlyList<Drawing> Draw(string chart, string results) =>
        ChartList.Find(chart, AwkwardResults.Get(results))!.Draw(new ChartRequest { Results = AwkwardResults.Get(results) }).All;
}
