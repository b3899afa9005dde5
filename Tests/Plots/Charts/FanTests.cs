using System.Xml.Linq;
using FlowSim.Plots.Charts;
using FlowSim.Plots.Frame;
using FlowSim.Scenarios.Experiments;
using FlowSim.Scenarios.Results;

namespace FlowSim.Tests.Plots.Charts;

public sealed class FanTests
{
    [Test]
    public void Where_a_rate_of_the_same_pools_is_known_by_whatever_name_the_share_of_open_beds_is_drawn()
    {
        var results = Results(
            [Series("occupied_beds", "north", 93), Series("how_full", "north", 75), Series("occupancy_rate", "north", 50),
                Series("occupied_beds", "system", 200)]);
        var panel = FanPanel.Of("hub", null, "occupied_beds", results).Single();
        Assert.That(panel.Place, Is.EqualTo("north"));
        Assert.That(panel.Occupied.Single().Mean, Is.EqualTo(75), "occupancy_rate is of another pool");
        Assert.That((panel.IsShare, panel.Open.Single(), panel.Unit), Is.EqualTo((true, 100.0, "per cent")));
        Assert.That(panel.Name, Does.EndWith(": 93 of 124 beds on average"));
    }

    [Test]
    public void Without_a_rate_open_beds_are_the_mean_of_the_year_of_all_pools_of_the_place()
    {
        var panel = FanPanel.Of("hub", null, "occupied_beds", Results([Series("occupied_beds", "north", 93)])).Single();
        Assert.That(panel.Open.Single(), Is.EqualTo(100 + 25));
    }

    [Test]
    public void Pools_that_are_no_beds_have_no_open_beds() =>
        Assert.That(FanPanel.Of("hub", null, "occupied_beds", Results([Series("occupied_beds", "north", 93)], kind: "staff")).Single().Open, Is.Empty);

    [Test]
    public void Where_nothing_is_said_of_the_pools_it_is_not_known_how_many_are_open()
    {
        var results = Results([Series("occupied_beds", "north", 93), Series("occupancy_rate", "north", 75)]);
        Assert.That(FanPanel.Of("hub", null, "occupied_beds", results with { System = new SystemFacts { Id = "own", Title = "own" } }).Single().Open, Is.Empty);
    }

    [Test]
    public void A_system_without_sites_has_one_panel()
    {
        var panel = FanPanel.Of("hub", null, "occupied_beds", new ChartData { Sites = 1 }.Build() with { Timelines = [Series("occupied_beds", "system", 200)] })
            .Single();
        Assert.That(panel.Place, Is.EqualTo("system"));
        Assert.That(panel.Open, Is.Empty);
    }

    [Test]
    public void In_a_column_the_name_of_a_panel_has_the_room_of_labels_and_axis_too()
    {
        var results = AwkwardResults.Get("ordinary");
        var drawing = ChartList.Find("occupancy-fan", results)!.Draw(new ChartRequest { Results = results, WidthMillimetres = ChartRequest.LeastWidth }).All[0];
        Assert.That(drawing.Texts.Select(text => text.Text), Does.Contain("St Mary's Hospital: 90 of 97 beds on average"));
    }

    [TestCase(95, 96, ": on average more than 92 % of open beds are in use at both sites")]
    [TestCase(95, 91, ": more than 92 % of open beds are in use at north")]
    [TestCase(90, 91, ": no more than 92 % of open beds are in use at any place")]
    public void Where_all_sites_are_above_the_guidance_the_title_says_so(int north, int south, string expected)
    {
        var results = Results([Series("occupied_beds", "north", 93), Series("how_full", "north", north), Series("occupied_beds", "south", 93),
            Series("how_full", "south", south)]);
        var guided = results with
        {
            Run = results.Run with { Scenarios = ["baseline", "hub"] },
            System = results.System with
            {
                Timelines = [.. results.System.Timelines.Select(series => series.Id != "occupied_beds" ? series
                    : series with { Standards = [new StandardFacts("", 92, "guidance")] })],
            },
        };
        var drawing = ChartList.Find("occupancy-fan", guided)!.Draw(new ChartRequest { Results = guided, Scenario = "hub" }).All[0];
        Assert.That(drawing.Title, Does.EndWith(expected).IgnoreCase);
    }

    [Test]
    public void A_week_is_the_mean_of_its_days_and_the_last_may_be_short()
    {
        var panel = new FanPanel("north", "North", default, [.. Enumerable.Range(0, 9).Select(day => new TimelinePoint(day, day - 1, day, day + 1))], []);
        Assert.That(panel.Thinned(7).Select(week => (week.At, week.Occupied.Mean, week.Occupied.P95)), Is.EqualTo(new[] { (3.0, 3f, 4f), (7.5, 7.5f, 8.5f) }));
    }

    [TestCase("ordinary", "lowest to highest")]
    [TestCase("many replications", "5 % to 95 %")]
    [TestCase("one replication", "there is no band")]
    public void The_band_is_named_for_what_it_is(string results, string expected) =>
        Assert.That(
            string.Join(' ', Draw(AwkwardResults.Get(results)).Descendants().Where(element => element.Name.LocalName == "text")
                .Select(element => element.Value)), Does.Contain(expected));

    [Test]
    public void A_day_without_a_value_breaks_the_line()
    {
        var results = new ChartData { Sites = 1, Days = 5 }.Build();
        var gap = results.Timelines.Where(series => series is { Measure: "occupied_beds", Place: "cuhft", Scenario: "baseline" })
            .Select(series =>
                series with
                {
                    Points = [
                        .. series.Points.Select((point, day) => day == 2 ? new TimelinePoint(float.NaN, float.NaN, float.NaN, float.NaN) : point)]
                });
        var mean = Draw(results with { Timelines = [.. gap] }).Descendants().Last(element => element.Attribute("class")?.Value == "line").Attribute("d")!.Value;
        Assert.That(mean.Count(character => character == 'M'), Is.EqualTo(2));
    }

    private static XElement Draw(ResultSet results) =>
        XDocument.Parse(ChartList.Find("occupancy-fan", results)!.Draw(new ChartRequest { Results = results, Scenario = "baseline" }).All[0].ToString()).Root!;

    private static ResultSet Results(IReadOnlyList<TimelineSummary> series, string kind = "beds")
    {
        var results = new ChartData { Sites = 1, Days = 1 }.Build();
        return results with
        {
            Timelines = series,
            Summaries = [Open("medical", "north", 100), Open("surgical", "north", 25), Open("medical", "south", 7)],
            System = results.System with
            {
                Pools = [new PoolFacts("medical", "north", kind, "", ""), new PoolFacts("surgical", "north", kind, "", ""),
                    new PoolFacts("medical", "south", kind, "", "")],
                Timelines =
                [
                    new TimelineFacts("occupied_beds", ["medical@north", "surgical@north", "medical@south"], Rate: false, HoursOfWeek: false),
                    new TimelineFacts("how_full", ["surgical@north", "medical@north", "medical@south"], Rate: true, HoursOfWeek: false),
                    new TimelineFacts("occupancy_rate", ["medical@north"], Rate: true, HoursOfWeek: false),
                ],
            },
        };
    }

    private static Summary Open(string pool, string place, double mean) =>
        new()
        {
            Scenario = "hub",
            Key = new ResultKey("2017/18", "open", place, pool),
            Unit = "units",
            N = 1,
            Mean = mean,
            Sd = double.NaN,
            Lower95 = double.NaN,
            Upper95 = double.NaN,
        };

    private static TimelineSummary Series(string measure, string place, float mean) =>
        new()
        {
            Scenario = "hub",
            Measure = measure,
            Place = place,
            HoursOfWeek = false,
            FirstDay = new DateOnly(2017, 4, 1),
            Points = [new TimelinePoint(mean, mean, mean, mean)],
        };
}
